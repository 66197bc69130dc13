import { LANGUAGE_NAMES } from '../words/languageNames.ts'
import { Choice } from '../components/Choice.tsx'
import { useWords } from '../components/WordsContext.tsx'
import { useMemo } from 'react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { corporaOf } from '../panels/text/corporaOf.ts'
import { selectSweep, selectGrouping, selectKind } from '../store/analysisSelectors.ts'
import { ViewLinks } from './ViewLinks.tsx'
import { UndoRedo } from './UndoRedo.tsx'
import { useDashboard, useOfSweep } from '../store/dashboardContext.tsx'
import { LANGUAGES, type Theme } from '../settings/appearance.ts'

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))
const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Name of the page, what sweep is looked at, and the theme. */
export function Header() {
  const { page, runs, language } = useWords()
  const sweep = useOfSweep(selectSweep)
  const grouping = useOfSweep(selectGrouping)
  const kind = useOfSweep(selectKind)
  const theme = useDashboard((state) => state.theme)
  const speak = useDashboard((state) => state.speak)
  const setTheme = useDashboard((state) => state.setTheme)
  const corpora = useMemo(() => corporaOf(sweep?.imported.runs ?? []), [sweep])
  const Icon = ICONS[theme]
  return (
    <header className="sticky top-0 z-30 flex min-h-12 flex-wrap items-center gap-x-4 border-b border-line bg-card px-4 max-sm:gap-x-2 max-sm:py-1.5">
      <span className="text-base font-semibold tracking-tight">Isoflop</span>
      <ViewLinks />
      {sweep !== null && (
        <span className="flex min-w-0 flex-1 items-baseline gap-2 text-sm text-muted max-sm:order-1 max-sm:basis-1/2">
          <span className="truncate text-ink">{sweep.name}</span>
          {sweep.origin.kind === 'sample' && <span className="badge">{page.synthetic}</span>}
          <span className="hidden truncate whitespace-nowrap tabular-nums sm:inline">
            {page.runsAndBudgets(
              sweep.imported.runs.length,
              kind === 'isoflop' ? grouping.groups.length : null,
            )}
            {corpora !== null && ` · ${runs.corpora(corpora.names, corpora.left)}`}
          </span>
        </span>
      )}
      <UndoRedo />
      <button
        type="button"
        className="icon-button shrink-0"
        aria-label={page.theme(theme, NEXT[theme])}
        onClick={() => {
          setTheme(NEXT[theme])
        }}
      >
        <Icon size={16} aria-hidden />
      </button>
      <div className="max-sm:order-2">
        <Choice
          label={page.language}
          labelHidden
          value={language}
          options={LANGUAGE_OPTIONS}
          onChange={speak}
        />
      </div>
    </header>
  )
}
