import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { selectDecided, selectProposals, selectSetAside } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/**
 * Runs to look at twice, each with its reason and a proposed treatment. Until a person decides,
 * they all take part.
 */
export function SetAsideNotice({ sweep }: { readonly sweep: LoadedSweep }) {
  const { runs: words } = useWords()
  const said = words.twice
  const proposals = useOfSweep(selectProposals)
  const setAside = useOfSweep(selectSetAside)
  const decided = useOfSweep(selectDecided)
  const decideRuns = useDashboard((state) => state.decideRuns)
  const includeRuns = useDashboard((state) => state.includeRuns)
  const resetDecisions = useDashboard((state) => state.resetDecisions)
  if (proposals.length === 0) return null
  const runs = new Map(sweep.imported.runs.map((run) => [run.id, run]))
  const nameOf = (runId: string): string => {
    const run = runs.get(runId)
    return run === undefined ? '' : run.name || words.lineFirst(run.line)
  }
  const open = proposals.filter(({ runId }) => !decided.has(runId)).map(({ runId }) => runId)
  const aside = proposals.filter(({ runId }) => setAside.has(runId)).length
  return (
    <Notice tone={open.length > 0 ? 'warning' : 'note'}>
      <details>
        <summary className="cursor-pointer font-medium">
          {open.length > 0 ? said.open(open.length) : said.aside(aside, proposals.length)}
        </summary>
        <ul className="mt-1.5 flex max-h-60 flex-col gap-1.5 overflow-y-auto text-xs">
          {proposals.map(({ runId, reason }) => (
            <li key={runId}>
              <span className="break-all">{nameOf(runId)}</span>: {said.reason(reason)}.{' '}
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  includeRuns(sweep.id, [runId], setAside.has(runId))
                }}
              >
                {setAside.has(runId) ? said.bringBack : said.setAside}
              </button>
              {!decided.has(runId) && (
                <button
                  type="button"
                  className="button-quiet ml-1"
                  onClick={() => {
                    decideRuns(sweep.id, [runId], 'kept')
                  }}
                >
                  {said.keep}
                </button>
              )}
            </li>
          ))}
        </ul>
      </details>
      {open.length > 0 ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <span className="text-xs">{said.until}</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              includeRuns(sweep.id, open, false)
            }}
          >
            {said.setAsideAll(open.length)}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              decideRuns(sweep.id, open, 'kept')
            }}
          >
            {said.keepAll(open.length)}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            resetDecisions(sweep.id)
          }}
        >
          {said.again}
        </button>
      )}
    </Notice>
  )
}
