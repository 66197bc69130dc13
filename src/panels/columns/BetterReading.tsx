import { useFileReading } from '../state/FileReading.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** Where fewer than half of the rows are runs: the one change that would bring back most of them. */
export function BetterReading({ sweep }: { readonly sweep: LoadedSweep }) {
  const { columns, reading } = useWords()
  const { reread } = useFileReading()
  const { better, imported } = sweep
  if (better === null) return null
  const { what, runs, rows, mapping } = better
  return (
    <Notice tone="warning">
      {columns.better(imported.runs.length, rows)}{' '}
      <button
        type="button"
        className="button mt-1 text-left whitespace-normal"
        onClick={() => {
          void reread(sweep.id, { mapping })
        }}
      >
        {columns.betterChange(reading.change(what), runs, rows)}
      </button>
    </Notice>
  )
}
