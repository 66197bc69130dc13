import { useSweepComing } from '../panels/data/useSweepComing.ts'
import { useWords } from '../components/WordsContext.tsx'
import type { Words } from '../words/en/en.ts'
import type { ComponentType, ReactNode } from 'react'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import type { SweepAnalysis } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectSweep, selectAnalysis, selectKind } from '../store/analysisSelectors.ts'
import { useOfSweep } from '../store/dashboardContext.tsx'
import type { LoadedSweep } from '../store/loadedSweep.ts'
import { AllocationPlanePanel } from '../panels/plan/AllocationPlanePanel.tsx'
import { ExponentForestPanel } from '../panels/compare/ExponentForestPanel.tsx'
import { BacktestPanel } from '../panels/checks/BacktestPanel.tsx'
import { DiagnosticsPanel } from '../panels/checks/DiagnosticsPanel.tsx'
import { MethodsPanel } from '../panels/checks/MethodsPanel.tsx'
import { ImpliedCurvesPanel, SurfacePanel } from '../panels/checks/SurfacePanel.tsx'
import { EmptyState } from '../panels/data/EmptyState.tsx'
import { FittedLawsTable } from '../panels/fit/FittedLawsTable.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import { IsoFlopPanel } from '../panels/fit/IsoFlopPanel.tsx'
import { NotIsoFlop } from '../panels/runs/NotIsoFlop.tsx'
import { OptimaTable } from '../panels/fit/OptimaTable.tsx'
import { OptimalLossPanel } from '../panels/fit/OptimalLossPanel.tsx'
import { PowerLawPanel } from '../panels/fit/PowerLawPanel.tsx'

interface AnalysedProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

interface Region {
  readonly name: keyof Words['page']['regions']
  readonly isWide: boolean
  /** Classes of the least height that it will need, so that nothing jumps when it comes. */
  readonly room: string
  /** Made once: a region follows the store by itself. */
  readonly panel: ReactNode
}

/** As each region is on a phone, in one column, in two, and on a wide screen. */
const ROOM = {
  curves: 'min-h-[745px] sm:min-h-[630px] min-[1400px]:min-h-[614px] min-[1700px]:min-h-[560px]',
  law: 'min-h-[572px] xl:min-h-[580px] min-[1700px]:min-h-[499px]',
  loss: 'min-h-[474px]',
  plane: 'min-h-[557px] xl:min-h-[583px] min-[1400px]:min-h-[564px] min-[1700px]:min-h-[482px]',
  forest: 'min-h-[618px] sm:min-h-[554px] min-[1700px]:min-h-[518px]',
  laws: 'min-h-[208px] sm:min-h-[198px] min-[1400px]:min-h-[181px] min-[1700px]:min-h-[164px]',
  optima: 'min-h-[306px]',
  methods: 'min-h-[470px]',
  surface: 'min-h-[560px]',
  backtest: 'min-h-[180px]',
  diagnostics: 'min-h-[120px]',
}

const CURVES: readonly Region[] = [
  {
    ...{ name: 'curves', isWide: true, room: ROOM.curves },
    panel: <Analysed of={IsoFlopPanel} />,
  },
  {
    ...{ name: 'scaleLaw', isWide: false, room: ROOM.law },
    panel: (
      <Analysed of={({ analysis }) => <PowerLawPanel analysis={analysis} quantity="scale" />} />
    ),
  },
  {
    ...{ name: 'tokensLaw', isWide: false, room: ROOM.law },
    panel: (
      <Analysed of={({ analysis }) => <PowerLawPanel analysis={analysis} quantity="tokens" />} />
    ),
  },
  {
    ...{ name: 'loss', isWide: false, room: ROOM.loss },
    panel: <Analysed of={OptimalLossPanel} />,
  },
]
const PLANE: Region = {
  ...{ name: 'plane', isWide: false, room: ROOM.plane },
  panel: <AllocationPlanePanel />,
}
const TABLES: readonly Region[] = [
  {
    ...{ name: 'fittedLaws', isWide: true, room: ROOM.laws },
    panel: <Analysed of={FittedLawsTable} />,
  },
  {
    ...{ name: 'optima', isWide: true, room: ROOM.optima },
    panel: <Analysed of={OptimaTable} />,
  },
]

const METHODS: Region = {
  ...{ name: 'methods', isWide: true, room: ROOM.methods },
  panel: <MethodsPanel />,
}
const SURFACE: Region = {
  ...{ name: 'surface', isWide: true, room: ROOM.surface },
  panel: <SurfacePanel />,
}
const BACKTEST: Region = {
  ...{ name: 'backtest', isWide: true, room: ROOM.backtest },
  panel: <BacktestPanel />,
}
const DIAGNOSTICS: Region = {
  ...{ name: 'diagnostics', isWide: true, room: ROOM.diagnostics },
  panel: <DiagnosticsPanel />,
}
const IMPLIED: Region = {
  ...{ name: 'implied', isWide: true, room: ROOM.methods },
  panel: <ImpliedCurvesPanel />,
}

const FOREST: Region = {
  ...{ name: 'forest', isWide: true, room: ROOM.forest },
  panel: <ExponentForestPanel />,
}

/** What the sweep that is looked at can answer: curves, laws, optima. */
export function ExploreView() {
  const { page } = useWords()
  const kind = useOfSweep(selectKind)
  const isIsoFlop = useOfSweep((state, id) => selectAnalysis(state, id) !== null)
  const isComing = useSweepComing()
  const regions =
    isIsoFlop || isComing
      ? [...CURVES, PLANE, METHODS, BACKTEST, DIAGNOSTICS, SURFACE, FOREST, ...TABLES]
      : kind === 'scattered'
        ? [SURFACE, IMPLIED, METHODS, DIAGNOSTICS, { ...PLANE, isWide: true }, FOREST]
        : [{ ...PLANE, isWide: true }, FOREST]
  return (
    <div className="grid gap-3 xl:grid-cols-2">
      {!isIsoFlop && !isComing && (
        <div className="xl:col-span-2">{kind === null ? <NothingYet /> : <OtherKind />}</div>
      )}
      {regions.map(({ name, isWide, room, panel }) => (
        <div key={name} className={`min-w-0 ${isWide ? 'xl:col-span-2' : ''}`}>
          <PanelBoundary name={page.regions[name]}>
            {isComing ? <div className={room} /> : <InTurn room={room}>{panel}</InTurn>}
          </PanelBoundary>
        </div>
      ))}
    </div>
  )
}

/** A panel of the active sweep's analysis; nothing while there is none. */
function Analysed({ of: Panel }: { readonly of: ComponentType<AnalysedProps> }) {
  const sweep = useOfSweep(selectSweep)
  const analysis = useOfSweep(selectAnalysis)
  return sweep === null || analysis === null ? null : <Panel sweep={sweep} analysis={analysis} />
}

function NothingYet() {
  return <EmptyState sweep={useOfSweep(selectSweep)} />
}

function OtherKind() {
  const sweep = useOfSweep(selectSweep)
  const kind = useOfSweep(selectKind)
  if (sweep === null) return null
  return <NotIsoFlop sweep={sweep} kind={kind === 'hyperparameters' ? kind : 'scattered'} />
}
