import { Info, TriangleAlert } from 'lucide-react'
import { useWords } from '../../components/WordsContext.tsx'
import type { Diagnostic } from '../../study/diagnostics/diagnostic.ts'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import { ChecksState } from './ChecksState.tsx'

/** The paragraphs of the diagnostics, with the page. */
const METHODS_URL = new URL('../../../docs/methods.md', import.meta.url).href

/** Everything that speaks against the fit, the gravest first. */
export function DiagnosticsPanel() {
  const { diagnostics: said } = useWords()
  const { checks } = useStudyChecks()
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4">
      <h2 className="text-[15px] font-semibold">{said.title}</h2>
      {checks === null ? (
        <ChecksState />
      ) : checks.diagnostics.length === 0 ? (
        <p className="text-xs text-muted">{said.none}</p>
      ) : (
        <DiagnosticsList diagnostics={checks.diagnostics} />
      )}
    </section>
  )
}

/** Diagnostics as sentences, each with its severity. */
export function DiagnosticsList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const { diagnostics: said } = useWords()
  return (
    <ul className="flex flex-col gap-1.5 text-xs leading-relaxed">
      {diagnostics.map((one, i) => {
        const isWarning = one.severity === 'warning'
        const Icon = isWarning ? TriangleAlert : Info
        return (
          <li
            key={`${one.code} ${i}`}
            className="flex items-start gap-2"
            data-diagnostic={one.code}
          >
            <Icon
              size={14}
              className={`mt-0.5 shrink-0 ${isWarning ? 'text-warn' : 'text-muted'}`}
              aria-label={said.severities[one.severity]}
            />
            <span>
              {said.sentence(one)}{' '}
              <a
                className="underline underline-offset-2"
                href={`${METHODS_URL}#${one.code}`}
                target="_blank"
                rel="noreferrer"
              >
                {said.method}
              </a>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
