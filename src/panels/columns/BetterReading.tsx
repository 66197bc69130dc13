import { Notice } from '../../components/Notice.tsx'
import { wholeNumber } from '../../format/formatNumber.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** Where fewer than half of the rows are runs: the one change that would bring back most of them. */
export function BetterReading({ sweep }: { readonly sweep: LoadedSweep }) {
  const reread = useDashboard((state) => state.reread)
  const { better, imported } = sweep
  if (better === null) return null
  const { what, runs, rows, mapping } = better
  return (
    <Notice tone="warning">
      {wholeNumber(imported.runs.length)} of {wholeNumber(rows)} rows can be used.{' '}
      <button
        type="button"
        className="button mt-1 text-left whitespace-normal"
        onClick={() => {
          reread(sweep.id, { mapping })
        }}
      >
        {`${what.charAt(0).toUpperCase()}${what.slice(1)}: ${wholeNumber(runs)} of ${wholeNumber(rows)}`}
      </button>
    </Notice>
  )
}
