import { Notice } from '../../components/Notice.tsx'
import { selectSweep, selectAnalysis, selectKind } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { PlanLaws } from '../state/usePlan.ts'
import { withheldSentence } from './withheldSentence.ts'

/** Says that the sweep gives no recommendation, why, what would cure it, and whose law stands in. */
export function WithheldNotice({ laws }: { readonly laws: PlanLaws }) {
  const sweep = useOfSweep(selectSweep)
  const kind = useOfSweep(selectKind)
  const analysis = useOfSweep(selectAnalysis)
  if (sweep === null || kind === null) return null
  const withheld =
    analysis !== null
      ? withheldSentence(analysis)
      : {
          reason:
            kind === 'hyperparameters'
              ? 'Its runs differ in learning rate and batch size, not in how a budget is split.'
              : 'Its runs share no compute budgets, so it has no IsoFLOP curves.',
          cure: 'train five or more model scales at each of two budgets',
        }
  if (withheld === null) return null
  return (
    <Notice tone="warning">
      <strong className="font-semibold">No recommendation from {sweep.name}.</strong>{' '}
      {withheld.reason} To get one: {withheld.cure}. What stands below is {laws.name}.
    </Notice>
  )
}
