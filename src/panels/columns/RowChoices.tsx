import { Choice } from '../../components/Choice.tsx'
import type { LogReduction } from '../../import/logs/logReduction.ts'
import { counted } from '../../format/formatNumber.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { REDUCTION_NAMES } from './reductionNames.ts'

const REDUCTIONS = Object.keys(REDUCTION_NAMES) as LogReduction[]

/** For a file that can be a training log: whether a row is a step, and what a run's loss is. */
export function RowChoices({ sweep }: { readonly sweep: LoadedSweep }) {
  const reread = useDashboard((state) => state.reread)
  const { files, oneRowIs, reduction } = sweep
  const hasLog = files.some(({ source }) => source.log !== null)
  if (!hasLog) return null
  const keepsRows = files.every(({ source }) => source.table !== null)
  const rows = files.reduce((sum, { source }) => sum + source.rowCount, 0)
  return (
    <div className="flex flex-col items-start gap-1.5">
      {oneRowIs === 'step' && (
        <p className="text-xs text-muted">
          A training log: {counted(rows, 'row')} are steps of{' '}
          {counted(sweep.table.rows.length, 'run')}. The curves are kept.
        </p>
      )}
      {keepsRows && (
        <Choice
          label="One row is"
          value={oneRowIs}
          options={[
            { value: 'run', text: 'a run' },
            { value: 'step', text: 'a step of a run' },
          ]}
          onChange={(value) => {
            reread(sweep.id, { oneRowIs: value })
          }}
        />
      )}
      {oneRowIs === 'step' && (
        <Choice
          label="Loss"
          value={reduction}
          options={REDUCTIONS.map((value) => ({ value, text: REDUCTION_NAMES[value] }))}
          onChange={(value) => {
            reread(sweep.id, { reduction: value })
          }}
        />
      )}
    </div>
  )
}
