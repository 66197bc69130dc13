import { useFileReading } from '../state/FileReading.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { Choice } from '../../components/Choice.tsx'
import { LOG_READINGS } from '../../import/logs/logReduction.ts'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** For a file that can be a training log: whether a row is a step, and what a run's loss is. */
export function RowChoices({ sweep }: { readonly sweep: LoadedSweep }) {
  const { columns, reading } = useWords()
  const { reread } = useFileReading()
  const { files, oneRowIs, reduction } = sweep
  const hasLog = files.some(({ source }) => source.log !== null)
  if (!hasLog) return null
  const keepsRows = files.every(({ source }) => source.table !== null)
  const rows = files.reduce((sum, { source }) => sum + source.rowCount, 0)
  const cut = sweep.imported.derivations.find(({ code }) => code === 'curves-cut')
  return (
    <div className="flex flex-col items-start gap-1.5">
      {oneRowIs === 'step' && (
        <p className="text-xs text-muted">{columns.log(rows, sweep.table.rows.length)}</p>
      )}
      {keepsRows && (
        <Choice
          label={columns.oneRowIs}
          value={oneRowIs}
          options={[
            { value: 'run', text: columns.aRun },
            { value: 'step', text: columns.aStep },
          ]}
          onChange={(value) => {
            void reread(sweep.id, { oneRowIs: value })
          }}
        />
      )}
      {oneRowIs === 'step' && (
        <Choice
          label={columns.loss}
          value={reduction}
          options={LOG_READINGS.map((value) => ({ value, text: reading.logReadings[value] }))}
          onChange={(value) => {
            void reread(sweep.id, { reduction: value })
          }}
        />
      )}
      {cut !== undefined && <p className="text-xs text-muted">{reading.derivation(cut)}</p>}
    </div>
  )
}
