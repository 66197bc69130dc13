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
  /** Pixels that it will need, roughly, so that nothing jumps when it comes. */
  readonly height: number
  /** Made once: a region follows the store by itself. */
  readonly panel: ReactNode
}

const CURVES: readonly Region[] = [
  {
    ...{ name: 'curves', isWide: true, height: 620 },
    panel: <Analysed of={IsoFlopPanel} />,
  },
  {
    ...{ name: 'scaleLaw', isWide: false, height: 500 },
    panel: (
      <Analysed of={({ analysis }) => <PowerLawPanel analysis={analysis} quantity="scale" />} />
    ),
  },
  {
    ...{ name: 'tokensLaw', isWide: false, height: 500 },
    panel: (
      <Analysed of={({ analysis }) => <PowerLawPanel analysis={analysis} quantity="tokens" />} />
    ),
  },
  {
    ...{ name: 'loss', isWide: false, height: 460 },
    panel: <Analysed of={OptimalLossPanel} />,
  },
]
const PLANE: Region = {
  ...{ name: 'plane', isWide: false, height: 460 },
  panel: <AllocationPlanePanel />,
}
const TABLES: readonly Region[] = [
  {
    ...{ name: 'fittedLaws', isWide: true, height: 200 },
    panel: <Analysed of={FittedLawsTable} />,
  },
  {
    ...{ name: 'optima', isWide: true, height: 300 },
    panel: <Analysed of={OptimaTable} />,
  },
]

const FOREST: Region = {
  ...{ name: 'forest', isWide: true, height: 560 },
  panel: <ExponentForestPanel />,
}

/** What the sweep that is looked at can answer: curves, laws, optima. */
export function ExploreView() {
  const { page } = useWords()
  const kind = useOfSweep(selectKind)
  const isIsoFlop = useOfSweep((state, id) => selectAnalysis(state, id) !== null)
  const regions = isIsoFlop
    ? [...CURVES, PLANE, FOREST, ...TABLES]
    : [{ ...PLANE, isWide: true }, FOREST]
  return (
    <div className="grid gap-3 xl:grid-cols-2">
      {!isIsoFlop && (
        <div className="xl:col-span-2">{kind === null ? <NothingYet /> : <OtherKind />}</div>
      )}
      {regions.map(({ name, isWide, height, panel }) => (
        <div key={name} className={`min-w-0 ${isWide ? 'xl:col-span-2' : ''}`}>
          <PanelBoundary name={page.regions[name]}>
            <InTurn height={height}>{panel}</InTurn>
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
