import { useWords } from '../components/WordsContext.tsx'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { AllocationPlanePanel } from '../panels/plan/AllocationPlanePanel.tsx'
import { LawsAtBudget } from '../panels/plan/LawsAtBudget.tsx'
import { PlanPanel } from '../panels/plan/PlanPanel.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'

/** Made once, so that each is drawn in its turn only. */
const PLAN = <PlanPanel />
const PLANE = <AllocationPlanePanel />
const LAWS = <LawsAtBudget />

/** From a budget to what to train, with room: the recommendation, and every law beside it. */
export default function PlanView() {
  const { regions } = useWords().page
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(340px,0.62fr)_minmax(0,1fr)]">
      <PanelBoundary name={regions.recommendation}>
        <InTurn room="min-h-[640px]">{PLAN}</InTurn>
      </PanelBoundary>
      <div className="flex min-w-0 flex-col gap-3">
        <PanelBoundary name={regions.plane}>
          <InTurn room="min-h-[482px]">{PLANE}</InTurn>
        </PanelBoundary>
        <PanelBoundary name={regions.lawsAtBudget}>
          <InTurn room="min-h-[400px]">{LAWS}</InTurn>
        </PanelBoundary>
      </div>
    </div>
  )
}
