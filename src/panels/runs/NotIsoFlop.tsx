import { extent } from 'd3-array'
import { DataTable } from '../../components/DataTable.tsx'
import { counted } from '../../format/formatNumber.ts'
import { Scientific } from '../text/Scientific.tsx'
import type { SweepKind } from '../../scaling/sweeps/sweepKind.ts'
import { selectMetric } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'

interface NotIsoFlopProps {
  readonly sweep: LoadedSweep
  readonly kind: Exclude<SweepKind, 'isoflop'>
}

/** A sweep that has no IsoFLOP curves: what it is, why, and what its runs span. */
export function NotIsoFlop({ sweep, kind }: NotIsoFlopProps) {
  const metric = useOfSweep(selectMetric)
  const { runs, lossUnit } = sweep.imported
  const cells = new Set(runs.map((run) => `${run.scale[metric] ?? ''}/${run.tokens}`)).size
  const { symbol, unit } = METRIC_LABELS[metric]
  const ranges = [
    { name: 'C', unit: 'FLOPs', range: extent(runs, (run) => run.computeFlops) },
    { name: symbol, unit, range: extent(runs, (run) => run.scale[metric]) },
    { name: 'D', unit: 'tokens', range: extent(runs, (run) => run.tokens) },
    { name: 'η', unit: 'peak', range: extent(runs, (run) => run.learningRate) },
    { name: 'B', unit: 'tokens', range: extent(runs, (run) => run.batchTokens) },
    { name: 'Loss', unit: lossUnit, range: extent(runs, (run) => run.loss) },
  ].filter(({ range }) => range[0] !== undefined)
  return (
    <section className="card flex flex-col gap-3 p-4 sm:p-6">
      <h2 className="text-[15px] font-semibold">
        {kind === 'hyperparameters'
          ? 'A learning-rate and batch-size sweep'
          : 'A sweep without shared budgets'}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {kind === 'hyperparameters'
          ? `${counted(runs.length, 'run')} in ${counted(cells, 'cell')} of equal scale and tokens, which differ in learning rate and batch size. Its budgets do not each hold several well-tuned scales, so it has no IsoFLOP curves and none are drawn.`
          : `${counted(runs.length, 'run')} in ${counted(cells, 'cell')} of scale and tokens, whose compute does not gather at shared budgets. IsoFLOP curves need at least three scales at one compute; none are drawn. Only a surface L(N, D) fits such a sweep.`}
      </p>
      <DataTable
        caption="What the runs span"
        rows={ranges}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', heading: 'Quantity', numeric: false, cell: (row) => row.name },
          {
            key: 'low',
            heading: 'Least',
            numeric: true,
            cell: (row) => <Scientific value={row.range[0] ?? Number.NaN} plain />,
          },
          {
            key: 'high',
            heading: 'Most',
            numeric: true,
            cell: (row) => <Scientific value={row.range[1] ?? Number.NaN} plain />,
          },
          { key: 'unit', heading: 'Unit', numeric: false, cell: (row) => row.unit },
        ]}
      />
    </section>
  )
}
