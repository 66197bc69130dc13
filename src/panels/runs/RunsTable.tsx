import { useWords } from '../../components/WordsContext.tsx'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { compactCount, scientificText, significant } from '../../format/formatNumber.ts'
import { selectMetric, selectSetAside } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'

/** Fewer rows than these are drawn whole. */
const MANY_ROWS = 200
/** Height of a row, pixels, where it has not been measured. */
const ROW_HEIGHT = 27
/** Rows that are drawn beyond those in sight, on either side. */
const OVERSCAN = 12

/** Every run with a box that puts it into the fit or sets it aside; the keyboard's way to do so. */
export default function RunsTable({ sweep }: { readonly sweep: LoadedSweep }) {
  const { runs: words } = useWords()
  const said = words.table
  const metric = useOfSweep(selectMetric)
  const setAside = useOfSweep(selectSetAside)
  const includeRuns = useDashboard((state) => state.includeRuns)
  const { runs, lossUnit } = sweep.imported
  const indexOf = useMemo(() => new Map(runs.map(({ id }, i) => [id, i + 2])), [runs])
  const region = useRef<HTMLDivElement>(null)
  const isLong = runs.length > MANY_ROWS
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on
  const virtualizer = useVirtualizer({
    enabled: isLong,
    count: runs.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 0, height: 384 },
  })
  const shown = virtualizer.getVirtualItems()
  const first = shown[0]
  const last = shown.at(-1)
  return (
    <ScrollRegion label={said.region} className="max-h-96" ref={region}>
      <DataTable
        caption={said.caption}
        captionHidden
        rows={isLong ? shown.flatMap(({ index }) => runs[index] ?? []) : runs}
        rowKey={(run) => run.id}
        {...(isLong
          ? {
              beyond: {
                count: runs.length,
                above: first?.start ?? 0,
                below: virtualizer.getTotalSize() - (last?.end ?? 0),
              },
            }
          : {})}
        rowAttributes={(run) => ({ 'aria-rowindex': indexOf.get(run.id), 'data-run-row': run.id })}
        columns={[
          {
            key: 'use',
            heading: said.use,
            numeric: false,
            cell: (run) => (
              <input
                type="checkbox"
                className="accent-accent"
                aria-label={said.useOf(run.name === '' ? words.line(run.line) : run.name)}
                checked={!setAside.has(run.id)}
                onChange={(event) => {
                  includeRuns(sweep.id, [run.id], event.currentTarget.checked)
                }}
              />
            ),
          },
          {
            key: 'name',
            heading: said.run,
            numeric: false,
            cell: (run) => (
              <span className="block max-w-36 truncate" title={run.name}>
                {run.name === '' ? words.line(run.line) : run.name}
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
            heading: said.loss(lossUnit),
            numeric: true,
            cell: (run) => significant(run.loss, 5),
          },
        ]}
      />
    </ScrollRegion>
  )
}
