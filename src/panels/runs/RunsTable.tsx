import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { compactCount, scientificText, significant } from '../../format/formatNumber.ts'
import { selectMetric, selectSetAside } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'

const SHOWN = 500

/** Every run with a box that puts it into the fit or sets it aside; the keyboard's way to do so. */
export function RunsTable({ sweep }: { readonly sweep: LoadedSweep }) {
  const metric = useOfSweep(selectMetric)
  const setAside = useOfSweep(selectSetAside)
  const includeRuns = useDashboard((state) => state.includeRuns)
  const { runs, lossUnit } = sweep.imported
  return (
    <ScrollRegion label="Runs of the sweep" className="max-h-96">
      <DataTable
        caption="Runs"
        captionHidden
        rows={runs.slice(0, SHOWN)}
        rowKey={(run) => run.id}
        columns={[
          {
            key: 'use',
            heading: 'Use',
            numeric: false,
            cell: (run) => (
              <input
                type="checkbox"
                className="accent-accent"
                aria-label={`Use ${run.name === '' ? `line ${run.line}` : run.name}`}
                checked={!setAside.has(run.id)}
                onChange={(event) => {
                  includeRuns(sweep.id, [run.id], event.currentTarget.checked)
                }}
              />
            ),
          },
          {
            key: 'name',
            heading: 'Run',
            numeric: false,
            cell: (run) => (
              <span className="block max-w-36 truncate" title={run.name}>
                {run.name === '' ? `line ${run.line}` : run.name}
              </span>
            ),
          },
          {
            key: 'c',
            heading: 'C',
            numeric: true,
            cell: (run) => scientificText(run.computeFlops, 3),
          },
          {
            key: 'scale',
            heading: METRIC_LABELS[metric].symbol,
            numeric: true,
            cell: (run) => compactCount(run.scale[metric] ?? Number.NaN),
          },
          { key: 'd', heading: 'D', numeric: true, cell: (run) => compactCount(run.tokens) },
          {
            key: 'loss',
            heading: `Loss (${lossUnit})`,
            numeric: true,
            cell: (run) => significant(run.loss, 5),
          },
        ]}
      />
      {runs.length > SHOWN && (
        <p className="text-xs text-muted">
          The first {SHOWN} of {runs.length} runs.
        </p>
      )}
    </ScrollRegion>
  )
}
