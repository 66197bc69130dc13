import type { ReactNode } from 'react'
import { useWords } from '../components/WordsContext.tsx'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { AllocationPlanePanel } from '../panels/plan/AllocationPlanePanel.tsx'
import { LawsAtBudget } from '../panels/plan/LawsAtBudget.tsx'
import { PlanPanel } from '../panels/plan/PlanPanel.tsx'
import { AllocationPanel } from '../panels/planner/AllocationPanel.tsx'
import { ArchitecturePanel } from '../panels/planner/ArchitecturePanel.tsx'
import { ChoiceCostPanel } from '../panels/planner/ChoiceCostPanel.tsx'
import { ClusterPanel } from '../panels/planner/ClusterPanel.tsx'
import { CopyPanel } from '../panels/planner/CopyPanel.tsx'
import { CountingPanel } from '../panels/planner/CountingPanel.tsx'
import { DataLimitPanel } from '../panels/planner/DataLimitPanel.tsx'
import { KnownModelsPanel } from '../panels/planner/KnownModelsPanel.tsx'
import { LadderPanel } from '../panels/planner/LadderPanel.tsx'
import { PredictionPanel } from '../panels/planner/PredictionPanel.tsx'
import { RatesPanel } from '../panels/planner/RatesPanel.tsx'
import { SchedulePanel } from '../panels/planner/SchedulePanel.tsx'
import { ServingPanel } from '../panels/planner/ServingPanel.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import type { Words } from '../words/en/en.ts'

interface Region {
  readonly name: keyof Words['page']['regions']
  /** A class of the least height that it will need, so that nothing jumps when it comes. */
  readonly room: string
  /** Made once, so that each is drawn in its turn only. */
  readonly panel: ReactNode
}

const PLAN = <PlanPanel />

/** Regions below one another, beside another such place or as wide as the page. */
interface Place {
  readonly regions: readonly Region[]
  readonly isWide?: boolean
}

const wide = (region: Region): Place => ({ regions: [region], isWide: true })
const beside = (...regions: readonly Region[]): Place => ({ regions })

/** The steps from a budget to a plan, in the order in which they are made, and what lies beyond the optimum. */
const STEPS: readonly Place[] = [
  wide({ name: 'cluster', room: 'min-h-[250px]', panel: <ClusterPanel /> }),
  beside({ name: 'allocation', room: 'min-h-[560px]', panel: <AllocationPanel /> }),
  beside({ name: 'choiceCost', room: 'min-h-[500px]', panel: <ChoiceCostPanel /> }),
  wide({ name: 'lawsAtBudget', room: 'min-h-[500px]', panel: <LawsAtBudget /> }),
  beside({ name: 'shapes', room: 'min-h-[560px]', panel: <ArchitecturePanel /> }),
  beside({ name: 'rates', room: 'min-h-[480px]', panel: <RatesPanel /> }),
  beside({ name: 'schedule', room: 'min-h-[400px]', panel: <SchedulePanel /> }),
  beside(
    { name: 'prediction', room: 'min-h-[160px]', panel: <PredictionPanel /> },
    { name: 'dataLimit', room: 'min-h-[180px]', panel: <DataLimitPanel /> },
  ),
  beside({ name: 'serving', room: 'min-h-[480px]', panel: <ServingPanel /> }),
  beside({ name: 'plane', room: 'min-h-[482px]', panel: <AllocationPlanePanel /> }),
  wide({ name: 'knownModels', room: 'min-h-[560px]', panel: <KnownModelsPanel /> }),
  beside({ name: 'counting', room: 'min-h-[360px]', panel: <CountingPanel /> }),
  beside(
    { name: 'ladder', room: 'min-h-[300px]', panel: <LadderPanel /> },
    { name: 'copy', room: 'min-h-[120px]', panel: <CopyPanel /> },
  ),
]

/** From a budget to what to train, step by step: the recommendation stays in sight, and every step follows it. */
export default function PlanView() {
  const { regions } = useWords().page
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]">
      <div className="plan-aside min-w-0">
        <PanelBoundary name={regions.recommendation}>
          <InTurn room="min-h-[640px]" isFirst>
            {PLAN}
          </InTurn>
        </PanelBoundary>
      </div>
      <div className="grid min-w-0 items-start gap-3 min-[1400px]:grid-cols-2">
        {STEPS.map(({ regions: below, isWide = false }) => (
          <div
            key={below[0]?.name}
            className={`grid min-w-0 gap-3 ${isWide ? 'min-[1400px]:col-span-2' : ''}`}
          >
            {below.map(({ name, room, panel }) => (
              <div key={name} className="min-w-0">
                <PanelBoundary name={regions[name]}>
                  <InTurn room={room} followsSight>
                    {panel}
                  </InTurn>
                </PanelBoundary>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
