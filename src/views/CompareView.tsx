import { useWords } from '../components/WordsContext.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { ExponentForestPanel } from '../panels/compare/ExponentForestPanel.tsx'

/** Made once, so that it is drawn in its turn only. */
const FOREST = <ExponentForestPanel />

/** Sweeps beside one another and beside what is published. */
export default function CompareView() {
  const { regions } = useWords().page
  return (
    <PanelBoundary name={regions.forest}>
      <InTurn room="min-h-[554px]">{FOREST}</InTurn>
    </PanelBoundary>
  )
}
