import { useWords } from '../../components/WordsContext.tsx'
import { extent } from 'd3-array'
import { DataTable } from '../../components/DataTable.tsx'
import { Scientific } from '../text/Scientific.tsx'
import type { SweepKind } from '../../scaling/sweeps/sweepKind.ts'
import { selectMetric } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'

interface NotIsoFlopProps {
  readonly sweep: LoadedSweep
  readonly kind: Exclude<SweepKind, 'isoflop'>
}

/** A sweep that has no IsoFLOP curves: what it is, why, and what its runs span. */
export function NotIsoFlop({ sweep, kind }: NotIsoFlopProps) {
  const { runs: said, quantities } = useWords()
  const metric = useOfSweep(selectMetric)
  const { runs, lossUnit } = sweep.imported
  const cells = new Set(runs.map((run) => `${run.scale[metric] ?? ''}/${run.tokens}`)).size
  const { symbol, unit } = METRIC_LABELS[metric]
  const ranges = [
    { name: 'C', unit: 'FLOPs', range: extent(runs, (run) => run.computeFlops) },
    { name: symbol, unit: quantities.units[unit], range: extent(runs, (run) => run.scale[metric]) },
    { name: 'D', unit: 'tokens', range: extent(runs, (run) => run.tokens) },
    { name: 'η', unit: said.span.peak, range: extent(runs, (run) => run.learningRate) },
    { name: 'B', unit: 'tokens', range: extent(runs, (run) => run.batchTokens) },
    { name: quantities.loss, unit: lossUnit, range: extent(runs, (run) => run.loss) },
  ].filter(({ range }) => range[0] !== undefined)
  return (
    <section className="card flex flex-col gap-3 p-4 sm:p-6">
      <h2 className="text-[15px] font-semibold">{said.otherKinds[kind].title}</h2>
      <p className="max-w-prose text-sm text-muted">
        {said.otherKinds[kind].what(runs.length, cells)}
      </p>
      <DataTable
        caption={said.span.caption}
        rows={ranges}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', heading: said.span.quantity, numeric: false, cell: (row) => row.name },
          {
            key: 'low',
            heading: said.span.least,
            numeric: true,
            cell: (row) => <Scientific value={row.range[0] ?? Number.NaN} plain />,
          },
          {
            key: 'high',
            heading: said.span.most,
            numeric: true,
            cell: (row) => <Scientific value={row.range[1] ?? Number.NaN} plain />,
          },
          { key: 'unit', heading: said.span.unit, numeric: false, cell: (row) => row.unit },
        ]}
      />
    </section>
  )
}
