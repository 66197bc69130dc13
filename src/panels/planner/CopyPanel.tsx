import { useWords } from '../../components/WordsContext.tsx'
import { planAsJson, planAsMarkdown, planAsText, planAsYaml } from '../../export/planText.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { planDocument } from '../../tables/planDocument.ts'
import { useLevelText } from '../state/useLevelText.ts'
import { useLawName, usePredictedLoss } from '../state/usePlan.ts'
import { CopyButton } from './CopyButton.tsx'
import { PlannerCard, PlannerNote } from './PlannerCard.tsx'
import { planLines } from './planLines.ts'
import { useCluster, useTrainingPlan } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** The plan as text, Markdown, JSON or YAML, and the link that opens it again. */
export function CopyPanel() {
  const words = useWords()
  const planner = usePlannerWords()
  const said = planner.copy
  const { plan, laws, recommendation } = useTrainingPlan()
  const lawName = useLawName(laws)
  const loss = usePredictedLoss(laws)
  const level = useLevelText()
  const { cluster } = useCluster()
  const schedule = useDashboard((state) => state.schedule)
  const ruleId = useDashboard((state) => state.ruleId)
  const title = words.plan.title
  const lines = () =>
    planLines({ words, planner, plan, recommendation, lawName, loss, level, cluster, schedule })
  const data = () =>
    planDocument({
      ...{ plan, recommendation, loss, cluster, schedule, ruleId },
      law: laws.publishedId ?? (laws.between === null ? 'own' : 'between'),
      between: laws.between,
    })
  return (
    <PlannerCard title={said.title}>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={() => planAsText(title, lines())}>{said.text}</CopyButton>
        <CopyButton text={() => planAsMarkdown(title, lines())}>{said.markdown}</CopyButton>
        <CopyButton text={() => planAsJson(data())}>{said.json}</CopyButton>
        <CopyButton text={() => planAsYaml(data())}>{said.yaml}</CopyButton>
      </div>
      <PlannerNote>{said.link}</PlannerNote>
    </PlannerCard>
  )
}
