import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { Words } from '../../words/en/en.ts'
import { useMemo, type ReactNode } from 'react'
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
import { levelText } from '../../format/formatNumber.ts'
import {
  PUBLISHED_EXPONENTS,
  SCALE_CONVENTIONS,
  type PublishedExponents,
  type ScaleConvention,
} from '../../laws/publishedExponents.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useBetween, useIsBetween } from '../state/useBetween.ts'
import { useQualityLaw } from '../state/usePlan.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import {
  useLawlessSweeps,
  useSweepExponents,
  type SweepExponents,
} from '../state/useSweepExponents.ts'

const CONVENTION_OF: Readonly<Record<ScaleMetric, ScaleConvention>> = {
  M: 'flops-per-token',
  '6N1': 'non-embedding',
  '6N2': 'with-vocabulary',
  N: 'as-given',
}

/** Exponents of every loaded sweep beside the published ones, those apart that do not compare. */
export function ExponentForestPanel() {
  const words = useWords()
  const said = words.compare
  const exponents = useSweepExponents()
  const level = useDashboard((state) => state.intervals.level)
  const series = useMemo(() => forestSeries(groupsOf(exponents, words)), [exponents, words])
  const lawless = useLawlessSweeps()
  const isBetween = useIsBetween()
  const computing = exponents.filter(({ isComputing }) => isComputing).length
  return (
    <Figure
      title={said.title}
      caption={
        <>
          <PartsText
            of={said.caption<ReactNode>(
              <>
                {said.scale} ∝ <i>C</i>
                <sup>a</sup>
              </>,
              <>
                {said.tokens} ∝ <i>C</i>
                <sup>b</sup>
              </>,
              levelText(level),
            )}
          />
          {isBetween && said.between}
          {lawless.length > 0 && said.lawless(lawless)}
          {computing > 0 && said.computing(computing)}
        </>
      }
      tableLabel={said.tableLabel}
      table={<ExponentsTable series={series} />}
    >
      <ExponentForestChart
        series={series}
        description={said.description(exponents.length, PUBLISHED_EXPONENTS.length)}
        headings={{ a: said.scaleExponent, b: said.tokenExponent }}
        text={(value) => value.toFixed(3)}
        marker={qualityMarker}
      />
    </Figure>
  )
}

function qualityMarker(group: ForestGroup, axis: 'a' | 'b', series: ForestSeries) {
  const isThere = group.id === ('flops-per-token' satisfies ScaleConvention)
  return (
    <>
      {isThere && <QualityMarker axis={axis} series={series} />}
      <BetweenMarker convention={group.id} axis={axis} series={series} />
    </>
  )
}

/** The exponent between the person's own corpora, in the group that counts as they do. */
function BetweenMarker({
  convention,
  axis,
  series,
}: {
  readonly convention: string
  readonly axis: 'a' | 'b'
  readonly series: ForestSeries
}) {
  const between = useBetween()
  if (between === null || CONVENTION_OF[between.from.scaleMetric] !== convention) return null
  const { exponent } = axis === 'a' ? between.scale : between.tokens
  return (
    <span
      className="forest-quality forest-between"
      data-between={axis}
      data-value={exponent}
      style={{ left: percent(exponent, series) }}
    />
  )
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

function groupsOf(exponents: readonly SweepExponents[], words: Words): readonly ForestGroup[] {
  return SCALE_CONVENTIONS.map((convention) => ({
    id: convention,
    title: words.laws.conventions[convention],
    rows: [
      ...exponents
        .filter(({ law }) => CONVENTION_OF[law.scaleMetric] === convention)
        .map((one) => fittedRow(one, words)),
      ...PUBLISHED_EXPONENTS.filter((law) => law.convention === convention).map((law) =>
        publishedRow(law, words),
      ),
    ],
  }))
}

function fittedRow({ law, isActive, a, b }: SweepExponents, { compare }: Words): ForestRow {
  const { id, sweepName, scaleMetric, scale, tokens, optima } = law
  return {
    ...{ id, label: sweepName, isFitted: true, isActive },
    note: compare.budgets(METRIC_LABELS[scaleMetric].symbol, optima ?? 0),
    a: { value: scale.exponent, low: a?.low ?? null, high: a?.high ?? null },
    b: { value: tokens.exponent, low: b?.low ?? null, high: b?.high ?? null },
  }
}

function publishedRow({ id, a, b }: PublishedExponents, { laws }: Words): ForestRow {
  const { label, corpus } = laws.exponents[id]
  return { id, label, note: corpus, isFitted: false, isActive: false, a, b }
}

interface ExponentsTableRow extends ForestRow {
  readonly group: string
}

function ExponentsTable({ series }: { readonly series: ForestSeries }) {
  const { compare: said, laws } = useWords()
  const rows = series.groups.flatMap((group) =>
    group.rows.map((row): ExponentsTableRow => ({ ...row, group: group.title })),
  )
  const published = new Map<string, PublishedExponents>(
    PUBLISHED_EXPONENTS.map((law) => [law.id, law]),
  )
  return (
    <DataTable
      caption={said.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'law', heading: said.law, numeric: false, cell: (row) => row.label },
        { key: 'note', heading: said.corpus, numeric: false, cell: (row) => row.note },
        { key: 'group', heading: said.convention, numeric: false, cell: (row) => row.group },
        { key: 'a', heading: 'a', numeric: true, cell: (row) => row.a.value.toFixed(4) },
        {
          key: 'ai',
          heading: said.intervalOf('a'),
          numeric: true,
          cell: (row) => intervalText(row.a),
        },
        { key: 'b', heading: 'b', numeric: true, cell: (row) => row.b?.value.toFixed(4) ?? '–' },
        {
          key: 'bi',
          heading: said.intervalOf('b'),
          numeric: true,
          cell: (row) => intervalText(row.b),
        },
        {
          key: 'source',
          heading: said.source,
          numeric: false,
          cell: (row) => {
            const law = published.get(row.id)
            if (law === undefined) return said.fittedHere
            return law.interval === null
              ? law.citation
              : `${law.citation}; ${laws.intervals[law.interval]}`
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
