import type { ImportedSweep } from '../import/runs/importedSweep.ts'
import type { Run } from '../scaling/runs/run.ts'
import { csvText } from './csvText.ts'

/** One column of the file: its heading, which the importer recognises, and a run's cell. */
interface ExportColumn {
  readonly heading: string
  readonly cell: (run: Run) => string | number | undefined
}

/**
 * The runs of a sweep as CSV in base units, with headings that the importer recognises: reading it
 * again gives the same runs, field by field. Columns that no run fills are left out.
 */
export function sweepCsv({ runs, lossUnit }: Pick<ImportedSweep, 'runs' | 'lossUnit'>): string {
  const statesBudgets = runs.some((run) => typeof run.statedBudget === 'number')
  const columns: ExportColumn[] = [
    { heading: 'run_name', cell: (run) => run.name },
    { heading: 'training_flops', cell: (run) => run.computeFlops },
    { heading: 'model_scale', cell: (run) => run.scale.M },
    { heading: 'parameters', cell: (run) => run.scale.N },
    { heading: 'non_embedding_parameters', cell: (run) => sixth(run.scale['6N1']) },
    { heading: 'params_with_head', cell: (run) => sixth(run.scale['6N2']) },
    { heading: 'tokens', cell: (run) => run.tokens },
    { heading: lossUnit === 'bits/byte' ? 'final_bpb' : 'final_val_loss', cell: (run) => run.loss },
    {
      heading: 'isoflop_budget',
      cell: (run) => (statesBudgets ? run.statedBudget : undefined),
    },
    { heading: 'learning_rate', cell: (run) => run.learningRate },
    { heading: 'batch_tokens', cell: (run) => run.batchTokens },
    { heading: 'train_steps', cell: (run) => run.steps },
    { heading: 'planned_steps', cell: (run) => run.plannedSteps },
    { heading: 'corpus', cell: (run) => run.corpus },
    { heading: 'seed', cell: (run) => run.seed },
    { heading: 'status', cell: (run) => run.status },
    { heading: 'curve_end', cell: (run) => run.curveEnd },
  ]
  const filled = columns.filter(({ cell }) => runs.some((run) => (cell(run) ?? '') !== ''))
  return csvText(
    filled.map(({ heading }) => heading),
    runs.map((run) => filled.map(({ cell }) => cell(run) ?? '')),
  )
}

/** A sixth that gives the value again when it is multiplied by six, which rounding may prevent. */
function sixth(value: number | undefined): number | undefined {
  if (value === undefined) return undefined
  const near = value / 6
  const step = 2 ** (Math.floor(Math.log2(near)) - 52)
  return [near, near - step, near + step].find((candidate) => 6 * candidate === value) ?? near
}
