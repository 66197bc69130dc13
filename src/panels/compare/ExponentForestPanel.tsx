import { useMemo } from 'react'
import { ExponentForestChart, percent } from '../../charts/exponentForest/ExponentForestChart.tsx'
import {
  forestSeries,
  type ForestEstimate,
  type ForestGroup,
  type ForestRow,
  type ForestSeries,
} from '../../charts/exponentForest/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { counted, levelText } from '../../format/formatNumber.ts'
import {
  PUBLISHED_EXPONENTS,
  type PublishedExponents,
  type ScaleConvention,
} from '../../laws/publishedExponents.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useQualityLaw } from '../state/usePlan.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'
import { useLawlessSweeps, useSweepExponents, type SweepExponents } from './useSweepExponents.ts'

const CONVENTIONS: Readonly<Record<ScaleConvention, string>> = {
  'flops-per-token': 'Scale in M, FLOPs/token with attention',
  'non-embedding': 'Scale in non-embedding parameters',
  'with-vocabulary': 'Scale in parameters with the vocabulary',
  'as-given': 'Scale in parameters, counted as the source says or does not',
}

const CONVENTION_OF: Readonly<Record<ScaleMetric, ScaleConvention>> = {
  M: 'flops-per-token',
  '6N1': 'non-embedding',
  '6N2': 'with-vocabulary',
  N: 'as-given',
}

/** Exponents of every loaded sweep beside the published ones, those apart that do not compare. */
export function ExponentForestPanel() {
  const exponents = useSweepExponents()
  const level = useDashboard((state) => state.intervals.level)
  const series = useMemo(() => forestSeries(groupsOf(exponents)), [exponents])
  const lawless = useLawlessSweeps()
  const computing = exponents.filter(({ isComputing }) => isComputing).length
  const percentage = levelText(level)
  return (
    <Figure
      title="Exponents compared"
      caption={
        <>
          How the optimum grows: scale ∝ <i>C</i>
          <sup>a</sup>, tokens ∝ <i>C</i>
          <sup>b</sup>, of every loaded sweep that has a law (filled, {percentage} percentile
          bootstrap over runs within budgets) and as published (open, with the interval that the
          paper gives, or none). Groups count the scale differently and do not compare with one
          another. The line across the first group is DeepSeek’s exponent at the position of the
          data-quality slider.
          {lawless.length > 0 &&
            ` Without a law of the scale, and so not here: ${lawless.join(', ')}.`}
          {computing > 0 && ` Intervals of ${counted(computing, 'sweep')} are being computed.`}
        </>
      }
      tableLabel="Data of the exponents compared"
      table={<ExponentsTable series={series} />}
    >
      <ExponentForestChart
        series={series}
        description={`Exponents of ${counted(exponents.length, 'loaded sweep')} and ${PUBLISHED_EXPONENTS.length} published laws with their intervals. The table has the numbers.`}
        text={(value) => value.toFixed(3)}
        marker={qualityMarker}
      />
    </Figure>
  )
}

function qualityMarker(group: ForestGroup, axis: 'a' | 'b', series: ForestSeries) {
  const isThere = group.id === ('flops-per-token' satisfies ScaleConvention)
  return isThere ? <QualityMarker axis={axis} series={series} /> : null
}

/** DeepSeek's exponent at the chosen data quality; follows the slider by itself. */
function QualityMarker({
  axis,
  series,
}: {
  readonly axis: 'a' | 'b'
  readonly series: ForestSeries
}) {
  const { scale, tokens } = useQualityLaw()
  const { exponent } = axis === 'a' ? scale : tokens
  return (
    <span
      className="forest-quality"
      data-quality={axis}
      data-value={exponent}
      style={{ left: percent(exponent, series) }}
    />
  )
}

function groupsOf(exponents: readonly SweepExponents[]): readonly ForestGroup[] {
  return (Object.keys(CONVENTIONS) as ScaleConvention[]).map((convention) => ({
    id: convention,
    title: CONVENTIONS[convention],
    rows: [
      ...exponents
        .filter(({ law }) => CONVENTION_OF[law.scaleMetric] === convention)
        .map(fittedRow),
      ...PUBLISHED_EXPONENTS.filter((law) => law.convention === convention).map(publishedRow),
    ],
  }))
}

function fittedRow({ law, isActive, a, b }: SweepExponents): ForestRow {
  const { id, sweepName, scaleMetric, scale, tokens } = law
  const budgets = counted(scale.count, 'budget')
  return {
    ...{ id, label: sweepName, isFitted: true, isActive },
    note: `${METRIC_LABELS[scaleMetric].symbol}, ${budgets}`,
    a: { value: scale.exponent, low: a?.low ?? null, high: a?.high ?? null },
    b: { value: tokens.exponent, low: b?.low ?? null, high: b?.high ?? null },
  }
}

function publishedRow({ id, label, corpus, a, b }: PublishedExponents): ForestRow {
  const note = label.endsWith(corpus) ? '' : corpus
  return { id, label, note, isFitted: false, isActive: false, a, b }
}

interface ExponentsTableRow extends ForestRow {
  readonly group: string
}

function ExponentsTable({ series }: { readonly series: ForestSeries }) {
  const rows = series.groups.flatMap((group) =>
    group.rows.map((row): ExponentsTableRow => ({ ...row, group: group.title })),
  )
  const published = new Map(PUBLISHED_EXPONENTS.map((law) => [law.id, law]))
  return (
    <DataTable
      caption="Exponents compared"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'law', heading: 'Law', numeric: false, cell: (row) => row.label },
        { key: 'note', heading: 'Corpus or sweep', numeric: false, cell: (row) => row.note },
        { key: 'group', heading: 'Convention', numeric: false, cell: (row) => row.group },
        { key: 'a', heading: 'a', numeric: true, cell: (row) => row.a.value.toFixed(4) },
        { key: 'ai', heading: 'interval of a', numeric: true, cell: (row) => intervalText(row.a) },
        { key: 'b', heading: 'b', numeric: true, cell: (row) => row.b?.value.toFixed(4) ?? '–' },
        { key: 'bi', heading: 'interval of b', numeric: true, cell: (row) => intervalText(row.b) },
        {
          key: 'source',
          heading: 'Source',
          numeric: false,
          cell: (row) => {
            const law = published.get(row.id)
            if (law === undefined) return 'fitted here, percentile bootstrap over runs'
            return law.interval === null ? law.citation : `${law.citation}; ${law.interval}`
          },
        },
      ]}
    />
  )
}

function intervalText(estimate: ForestEstimate | null): string {
  if (estimate?.low == null || estimate.high === null) return '–'
  return `${estimate.low.toFixed(4)} – ${estimate.high.toFixed(4)}`
}
