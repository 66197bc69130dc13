import { memo } from 'react'
import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { selectSweep, selectAnalysis, selectKind } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import { useLawName, type PlanLaws } from '../state/usePlan.ts'
import { withheldText } from './withheldText.ts'

/** Says that the sweep gives no recommendation, why, what would cure it, and whose law stands in. */
export const WithheldNotice = memo(function WithheldNotice({ laws }: { readonly laws: PlanLaws }) {
  const words = useWords()
  const said = words.fit.withheld
  const lawName = useLawName(laws)
  const sweep = useOfSweep(selectSweep)
  const kind = useOfSweep(selectKind)
  const analysis = useOfSweep(selectAnalysis)
  // A sweep without budgets is planned by its surface, once that is there.
  if (sweep === null || kind === null || laws.fitted !== null || laws.between !== null) return null
  const withheld =
    analysis !== null
      ? withheldText(analysis, words)
      : {
          reason: kind === 'hyperparameters' ? said.hyperparameters : said.scattered,
          cure: said.twoBudgets,
        }
  if (withheld === null) return null
  return (
    <Notice tone="warning">
      <strong className="font-semibold">{said.title(sweep.name)}</strong>{' '}
      {said.rest(withheld.reason, withheld.cure, lawName)}
    </Notice>
  )
})
