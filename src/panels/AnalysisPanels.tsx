import type { ComponentType, ReactNode } from 'react'
import { selectActiveSweep, selectAnalysis, selectKind } from '../store/analysisSelectors.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import { AllocationPlanePanel } from './AllocationPlanePanel.tsx'
import { EmptyState } from './EmptyState.tsx'
import { FittedLawsTable } from './FittedLawsTable.tsx'
import { IsoFlopPanel } from './IsoFlopPanel.tsx'
import { NotIsoFlop } from './NotIsoFlop.tsx'
import { OptimaTable } from './OptimaTable.tsx'
import { OptimalLossPanel } from './OptimalLossPanel.tsx'
import { PowerLawPanel } from './PowerLawPanel.tsx'

interface AnalysisPanelsProps {
  /** Catches a fault of one panel, so that the others live. */
  readonly boundary: ComponentType<{ readonly name: string; readonly children: ReactNode }>
}

/** The middle of the page: what the active sweep can answer. */
export function AnalysisPanels({ boundary: Boundary }: AnalysisPanelsProps) {
  const sweep = useDashboard(selectActiveSweep)
  const kind = useDashboard(selectKind)
  const analysis = useDashboard(selectAnalysis)
  return (
    <div className="grid gap-3 xl:grid-cols-2">
      {sweep === null || kind === null ? (
        <div className="xl:col-span-2">
          <EmptyState sweep={sweep} />
        </div>
      ) : analysis === null ? (
        <div className="xl:col-span-2">
          <NotIsoFlop sweep={sweep} kind={kind === 'hyperparameters' ? kind : 'scattered'} />
        </div>
      ) : (
        <>
          <div className="min-w-0 xl:col-span-2">
            <Boundary name="IsoFLOP curves">
              <IsoFlopPanel sweep={sweep} analysis={analysis} />
            </Boundary>
          </div>
          <Boundary name="The law of the model scale">
            <PowerLawPanel analysis={analysis} quantity="scale" />
          </Boundary>
          <Boundary name="The law of the tokens">
            <PowerLawPanel analysis={analysis} quantity="tokens" />
          </Boundary>
          <Boundary name="Loss at the optimum">
            <OptimalLossPanel sweep={sweep} analysis={analysis} />
          </Boundary>
        </>
      )}
      <div className={`min-w-0 ${analysis === null ? 'xl:col-span-2' : ''}`}>
        <Boundary name="The recommendation at the budget">
          <AllocationPlanePanel />
        </Boundary>
      </div>
      {sweep !== null && analysis !== null && (
        <div className="grid min-w-0 gap-3 xl:col-span-2">
          <Boundary name="Fitted laws">
            <FittedLawsTable sweep={sweep} analysis={analysis} />
          </Boundary>
          <Boundary name="IsoFLOP optima">
            <OptimaTable sweep={sweep} analysis={analysis} />
          </Boundary>
        </div>
      )}
    </div>
  )
}
