import { useWords } from '../components/WordsContext.tsx'
import { InTurn } from '../panels/state/InTurn.tsx'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { ConventionsPanel } from '../panels/compare/ConventionsPanel.tsx'
import { DisagreementPanel } from '../panels/compare/DisagreementPanel.tsx'
import { CurvesTogetherPanel } from '../panels/compare/CurvesTogetherPanel.tsx'
import { DifferencesPanel } from '../panels/compare/DifferencesPanel.tsx'
import { ExponentForestPanel } from '../panels/compare/ExponentForestPanel.tsx'
import { WorthPanel } from '../panels/compare/WorthPanel.tsx'

/** Made once, so that each is drawn in its turn only. */
const REGIONS = [
  { name: 'forest', room: 'min-h-[554px]', panel: <ExponentForestPanel /> },
  { name: 'differences', room: 'min-h-[160px]', panel: <DifferencesPanel /> },
  { name: 'worth', room: 'min-h-[120px]', panel: <WorthPanel /> },
  { name: 'together', room: 'min-h-[640px]', panel: <CurvesTogetherPanel /> },
  { name: 'conventions', room: 'min-h-[220px]', panel: <ConventionsPanel /> },
  { name: 'disagreement', room: 'min-h-[620px]', panel: <DisagreementPanel /> },
] as const

/** Sweeps beside one another and beside what is published. */
export default function CompareView() {
  const { regions } = useWords().page
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {REGIONS.map(({ name, room, panel }) => (
        <PanelBoundary key={name} name={regions[name]}>
          <InTurn room={room}>{panel}</InTurn>
        </PanelBoundary>
      ))}
    </div>
  )
}
