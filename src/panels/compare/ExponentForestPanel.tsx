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
import { percentiles } from '../../numerics/percentileInterval.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { useLawlessSweeps, useSweepExponents } from '../state/useSweepExponents.ts'
import { useCorpora, type Corpus } from './useCorpora.ts'

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
  const corpora = useCorpora()
  const exponents = useSweepExponents()
  const level = useDashboard((state) => state.intervals.level)
  const showsEstimators = useDashboard((state) => state.showsEstimators)
  const showEstimators = useDashboard((state) => state.showEstimators)
  const activeId = useDashboard((state) => state.activeSweepId)
  const series = useMemo(
    () => forestSeries(groupsOf(corpora, { activeId, level, showsEstimators }, words)),
    [corpora, activeId, level, showsEstimators, words],
  )
  const lawless = useLawlessSweeps().filter(
    (name) => !corpora.some((corpus) => corpus.name === name),
  )
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
          {isCut(series) && said.cut}
          {lawless.length > 0 && said.lawless(lawless)}
          {computing > 0 && said.computing(computing)}
        </>
      }
      tableLabel={said.tableLabel}
      table={<ExponentsTable series={series} />}
    >
      <label className="inline-flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          checked={showsEstimators}
          onChange={(event) => {
            showEstimators(event.currentTarget.checked)
          }}
        />
        {said.everyEstimator}
      </label>
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

interface Shown {
  readonly activeId: string | null
  readonly level: number
  readonly showsEstimators: boolean
}

function groupsOf(corpora: readonly Corpus[], shown: Shown, words: Words): readonly ForestGroup[] {
  return SCALE_CONVENTIONS.map((convention) => ({
    id: convention,
    title: words.laws.conventions[convention],
    rows: [
      ...corpora
        .filter(({ metric }) => CONVENTION_OF[metric] === convention)
        .flatMap((corpus) => rowsOf(corpus, shown, words)),
      ...PUBLISHED_EXPONENTS.filter((law) => law.convention === convention).map((law) =>
        publishedRow(law, words),
      ),
    ],
  }))
}

/** A sweep by the estimator in use, and by all others where they are asked for. */
function rowsOf(
  { id, name, metric, scale, tokens, replicates, optima, methods, inUse }: Corpus,
  { activeId, level, showsEstimators }: Shown,
  { compare, checks }: Words,
): readonly ForestRow[] {
  const symbol = METRIC_LABELS[metric].symbol
  const estimate = (
    law: PowerLaw | null,
    column: Float64Array | undefined,
  ): ForestEstimate | null => {
    const ends = column === undefined ? null : percentiles(column, level)
    return law === null
      ? null
      : { value: law.exponent, low: ends?.low ?? null, high: ends?.high ?? null }
  }
  const row = (
    of: Pick<Corpus, 'scale' | 'tokens' | 'replicates'>,
    rest: Pick<ForestRow, 'id' | 'label' | 'note' | 'isActive' | 'isOther'>,
  ): readonly ForestRow[] => {
    const a = estimate(of.scale, of.replicates?.scale.exponent)
    const b = estimate(of.tokens, of.replicates?.tokens.exponent)
    return a === null ? [] : [{ isFitted: true, a, b, ...rest }]
  }
  const note =
    optima === null ? `${symbol}, ${checks.names[inUse]}` : compare.budgets(symbol, optima)
  const others = showsEstimators ? methods.filter((method) => method.id !== inUse) : []
  return [
    ...row({ scale, tokens, replicates }, { id, label: name, note, isActive: id === activeId }),
    ...others.flatMap((method) =>
      method.laws === null
        ? []
        : row(
            { ...method.laws, replicates: method.replicates },
            {
              ...{ id: `${id} ${method.id}`, label: checks.names[method.id], note: name },
              ...{ isActive: false, isOther: true },
            },
          ),
    ),
  ]
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

/** Whether an interval goes beyond the axis. */
function isCut({ groups, domain: [from, to] }: ForestSeries): boolean {
  return groups.some(({ rows }) =>
    rows.some(({ a, b }) =>
      [a, b].some((one) => (one?.low ?? from) < from || (one?.high ?? to) > to),
    ),
  )
}

function intervalText(estimate: ForestEstimate | null): string {
  if (estimate?.low == null || estimate.high === null) return '–'
  return `${estimate.low.toFixed(4)} – ${estimate.high.toFixed(4)}`
}
