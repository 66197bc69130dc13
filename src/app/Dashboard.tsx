import { useSweepComing } from '../panels/data/useSweepComing.ts'
import { useWords } from '../components/WordsContext.tsx'
import { ChevronDown, ChevronUp, Database, X } from 'lucide-react'
import { Suspense, useState, type MouseEvent } from 'react'
import { BudgetSummary } from '../panels/plan/BudgetSummary.tsx'
import { useFileReading } from '../panels/state/FileReading.tsx'
import { useDashboard } from '../store/dashboardContext.tsx'
import { DataPanel } from '../panels/data/DataPanel.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import { RecommendationPanel } from '../panels/plan/RecommendationPanel.tsx'
import { DataAddress } from './DataAddress.tsx'
import { Header } from './Header.tsx'
import { PageAddress } from './PageAddress.tsx'
import { viewOf } from '../views/views.ts'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { SampleLoader } from './SampleLoader.tsx'

/** Made once, so that it is drawn in its turn only. */
const RECOMMENDATION = <RecommendationPanel />

/** Columns of the page: what stands beside a view, on a wide screen. */
const COLUMNS: Readonly<Record<string, string>> = {
  'data recommendation': 'lg:grid-cols-[270px_minmax(0,1fr)_376px]',
  data: 'lg:grid-cols-[270px_minmax(0,1fr)]',
  '': 'lg:grid-cols-[minmax(0,1fr)]',
}

/** The page: a view in the middle, with its data on one side and the recommendation on the other. */
export function Dashboard() {
  const { page } = useWords()
  const { beside, id, Body } = viewOf(useDashboard((state) => state.view))
  return (
    <div className="flex min-h-screen flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:p-2" onClick={skipToMain}>
        {page.skip}
      </a>
      <Header />
      <div
        className={`mx-auto grid w-full max-w-[1900px] flex-1 content-start gap-3 p-3 pb-24 lg:pb-3 ${COLUMNS[beside.join(' ')] ?? ''}`}
      >
        {beside.includes('data') && <DataSheet />}
        <main id="main" className="min-w-0" tabIndex={-1}>
          <h1 className="sr-only">{page.heading(page.views[id].name)}</h1>
          <SampleLoader />
          <PageAddress />
          <DataAddress />
          <Suspense fallback={<div style={{ minHeight: 640 }} />}>
            <Body />
          </Suspense>
        </main>
        {beside.includes('recommendation') && <RecommendationSheet />}
      </div>
    </div>
  )
}

/** The address after `#` says which view is shown, so that a link within the page must not change it. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('main')?.focus()
}

/** Beside the charts on a wide screen; on a narrow one, where a chart comes first, a sheet of its own. */
function DataSheet() {
  const { page } = useWords()
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
        {page.dataSheet(troubles)}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in anything inside closes the sheet */}
      <aside
        className={`dashboard-side card min-w-0 p-3 sm:p-4 ${open ? 'dashboard-side-open' : ''}`}
        aria-label={page.data}
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
          <X size={14} aria-hidden /> {page.close}
        </button>
        <PanelBoundary name={page.regions.data}>
          <DataPanel />
        </PanelBoundary>
      </aside>
    </>
  )
}

/** Beside the charts on a wide screen; on a narrow one a sheet at the bottom that opens. */
function RecommendationSheet() {
  const { page } = useWords()
  const isComing = useSweepComing()
  const [open, setOpen] = useState(false)
  return (
    <aside
      className={`recommendation-sheet card ${open ? 'recommendation-sheet-open' : ''}`}
      aria-label={page.recommendation}
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
        <span className="sr-only">{page.toggleRecommendation(open)}</span>
      </button>
      <div className="recommendation-body p-3 sm:p-4">
        <PanelBoundary name={page.regions.recommendation}>
          {/* A published law's numbers would give way to the sweep's a moment later. */}
          {isComing ? (
            <div className="min-h-[640px]" />
          ) : (
            <InTurn room="min-h-[640px]" isFirst>
              {RECOMMENDATION}
            </InTurn>
          )}
        </PanelBoundary>
      </div>
    </aside>
  )
}
