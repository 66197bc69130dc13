import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { useFileReading } from '../state/FileReading.tsx'

/** After several files at once: what they became, and the other way one click away. */
export function SeveralFiles() {
  const { several } = useWords().data
  const store = useDashboardStore()
  const { together, forgetTogether } = useFileReading()
  const sweeps = useDashboard((state) => state.sweeps)
  const added = sweeps.filter((sweep) => together.includes(sweep.id))
  const [first] = added
  if (first === undefined) return null
  const files = added.reduce((sum, sweep) => sum + sweep.files.length, 0)
  const isOne = added.length === 1 && files > 1
  if (!isOne && added.length < 2) return null
  return (
    <Notice tone="note" onDismiss={forgetTogether}>
      {isOne ? several.asOne(files) : several.oneEach(added.length)}{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          if (isOne) store.getState().splitSweep(first.id)
          else store.getState().joinSweeps(together)
          forgetTogether()
        }}
      >
        {isOne ? several.split : several.join}
      </button>
    </Notice>
  )
}
