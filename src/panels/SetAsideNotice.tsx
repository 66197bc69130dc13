import { counted } from '../format/formatNumber.ts'
import { Notice } from '../components/Notice.tsx'
import { selectProposals, selectSetAside } from '../store/analysisSelectors.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import type { LoadedSweep } from '../store/loadedSweep.ts'
import { setAsideSentence } from './setAsideSentence.ts'

/** Runs that were set aside on proposal, each with its reason and a way back. Never silent. */
export function SetAsideNotice({ sweep }: { readonly sweep: LoadedSweep }) {
  const proposals = useDashboard(selectProposals)
  const setAside = useDashboard(selectSetAside)
  const decideRun = useDashboard((state) => state.decideRun)
  const keepAllRuns = useDashboard((state) => state.keepAllRuns)
  const resetDecisions = useDashboard((state) => state.resetDecisions)
  if (proposals.length === 0) return null
  const runs = new Map(sweep.imported.runs.map((run) => [run.id, run]))
  const aside = proposals.filter(({ runId }) => setAside.has(runId)).length
  const title =
    aside === proposals.length
      ? `${counted(aside, 'run')} set aside on proposal`
      : `${aside} of ${counted(proposals.length, 'run')} proposed for setting aside are set aside`
  return (
    <Notice tone="warning">
      <details>
        <summary className="cursor-pointer font-medium">{title}</summary>
        <ul className="mt-1.5 flex flex-col gap-1.5 text-xs">
          {proposals.map(({ runId, reason }) => {
            const isAside = setAside.has(runId)
            const run = runs.get(runId)
            return (
              <li key={runId}>
                <span className="break-all">
                  {run?.name === '' ? `Line ${run.line}` : run?.name}
                </span>
                : {setAsideSentence(reason)}.{' '}
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => {
                    decideRun(sweep.id, runId, isAside ? 'kept' : 'set-aside')
                  }}
                >
                  {isAside ? 'Bring back' : 'Set aside'}
                </button>
              </li>
            )
          })}
        </ul>
        <button
          type="button"
          className="button mt-2"
          onClick={() => {
            if (aside > 0)
              keepAllRuns(
                sweep.id,
                proposals.map(({ runId }) => runId),
              )
            else resetDecisions(sweep.id)
          }}
        >
          {aside > 0 ? 'Bring all back' : 'Set all aside again'}
        </button>
      </details>
    </Notice>
  )
}
