import { ChevronDown, ChevronUp, Database, X } from 'lucide-react'
import { useState } from 'react'
import { AnalysisPanels } from '../views/AnalysisPanels.tsx'
import { BudgetSummary } from '../panels/plan/BudgetSummary.tsx'
import { useFileReading } from '../panels/data/FileReading.tsx'
import { useDashboard } from '../store/dashboardContext.tsx'
import { counted } from '../format/formatNumber.ts'
import { DataPanel } from '../panels/data/DataPanel.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import { RecommendationPanel } from '../panels/plan/RecommendationPanel.tsx'
import { DataAddress } from './DataAddress.tsx'
import { Header } from './Header.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { SampleLoader } from './SampleLoader.tsx'

/** Made once, so that it is drawn in its turn only. */
const RECOMMENDATION = <RecommendationPanel />

/** The dashboard: data on one side, charts in the middle, the recommendation always in sight. */
export function Dashboard() {
  return (
    <div className="flex min-h-screen flex-col">
      <a href="#charts" className="sr-only focus:not-sr-only focus:p-2">
        Skip to the charts
      </a>
      <Header />
      <div className="mx-auto grid w-full max-w-[1900px] flex-1 gap-3 p-3 pb-24 lg:grid-cols-[270px_minmax(0,1fr)_376px] lg:pb-3">
        <DataSheet />
        <main id="charts" className="min-w-0" tabIndex={-1}>
          <h1 className="sr-only">Scaling laws of the sweep</h1>
          <DataAddress />
          <AnalysisPanels boundary={PanelBoundary} />
        </main>
        <RecommendationSheet />
      </div>
    </div>
  )
}

/** Beside the charts on a wide screen; on a narrow one, where a chart comes first, a sheet of its own. */
function DataSheet() {
  const [open, setOpen] = useState(false)
  const refused = useDashboard((state) => state.refused.length)
  const { failed } = useFileReading()
  const troubles = refused + failed.length
  return (
    <>
      <button
        type="button"
        className="button data-sheet-button lg:hidden"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <Database size={14} aria-hidden />
        Data and columns{troubles > 0 && ` · ${counted(troubles, 'file')} not added`}
      </button>
      <aside
        className={`dashboard-side card min-w-0 p-3 sm:p-4 ${open ? 'dashboard-side-open' : ''}`}
        aria-label="Data"
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false)
        }}
      >
        <button
          type="button"
          className="button sticky top-0 z-10 mb-2 ml-auto flex lg:hidden"
          onClick={() => {
            setOpen(false)
          }}
        >
          <X size={14} aria-hidden /> Close
        </button>
        <SampleLoader />
        <PanelBoundary name="The data panel">
          <DataPanel />
        </PanelBoundary>
      </aside>
    </>
  )
}

/** Beside the charts on a wide screen; on a narrow one a sheet at the bottom that opens. */
function RecommendationSheet() {
  const [open, setOpen] = useState(false)
  return (
    <aside
      className={`recommendation-sheet card ${open ? 'recommendation-sheet-open' : ''}`}
      aria-label="Recommendation"
    >
      <button
        type="button"
        className="flex w-full items-center gap-3 p-3 text-left lg:hidden"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <BudgetSummary />
        {open ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
        <span className="sr-only">{open ? 'Close' : 'Open'} the recommendation</span>
      </button>
      <div className="recommendation-body p-3 sm:p-4">
        <PanelBoundary name="The recommendation">
          <InTurn height={640}>{RECOMMENDATION}</InTurn>
        </PanelBoundary>
      </div>
    </aside>
  )
}
