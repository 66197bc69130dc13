import { Notice } from '../../components/Notice.tsx'
import { counted } from '../../format/formatNumber.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { selectDecided, selectProposals, selectSetAside } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { setAsideSentence } from './setAsideSentence.ts'

/**
 * Runs to look at twice, each with its reason and a proposed treatment. Until a person decides,
 * they all take part.
 */
export function SetAsideNotice({ sweep }: { readonly sweep: LoadedSweep }) {
  const proposals = useOfSweep(selectProposals)
  const setAside = useOfSweep(selectSetAside)
  const decided = useOfSweep(selectDecided)
  const decideRuns = useDashboard((state) => state.decideRuns)
  const includeRuns = useDashboard((state) => state.includeRuns)
  const resetDecisions = useDashboard((state) => state.resetDecisions)
  if (proposals.length === 0) return null
  const runs = new Map(sweep.imported.runs.map((run) => [run.id, run]))
  const open = proposals.filter(({ runId }) => !decided.has(runId)).map(({ runId }) => runId)
  const aside = proposals.filter(({ runId }) => setAside.has(runId)).length
  return (
    <Notice tone={open.length > 0 ? 'warning' : 'note'}>
      <details>
        <summary className="cursor-pointer font-medium">
          {open.length > 0
            ? `${counted(open.length, 'run')} to look at twice`
            : `${aside} of ${counted(proposals.length, 'doubtful run')} set aside`}
        </summary>
        <ul className="mt-1.5 flex max-h-60 flex-col gap-1.5 overflow-y-auto text-xs">
          {proposals.map(({ runId, reason }) => (
            <li key={runId}>
              <span className="break-all">{runName(runs.get(runId))}</span>:{' '}
              {setAsideSentence(reason)}.{' '}
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  includeRuns(sweep.id, [runId], setAside.has(runId))
                }}
              >
                {setAside.has(runId) ? 'Bring back' : 'Set aside'}
              </button>
              {!decided.has(runId) && (
                <button
                  type="button"
                  className="button-quiet ml-1"
                  onClick={() => {
                    decideRuns(sweep.id, [runId], 'kept')
                  }}
                >
                  Keep
                </button>
              )}
            </li>
          ))}
        </ul>
      </details>
      {open.length > 0 ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <span className="text-xs">They take part until you decide.</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              includeRuns(sweep.id, open, false)
            }}
          >
            Set {open.length === 1 ? 'it' : 'all'} aside
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              decideRuns(sweep.id, open, 'kept')
            }}
          >
            Keep {open.length === 1 ? 'it' : 'all'}
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
          Decide again
        </button>
      )}
    </Notice>
  )
}

function runName(run: Run | undefined): string {
  if (run === undefined) return ''
  return run.name === '' ? `Line ${run.line}` : run.name
}
