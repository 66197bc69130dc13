import { group } from 'd3-array'
import { useMemo } from 'react'
import { ExponentForestChart } from '../../charts/exponentForest/ExponentForestChart.tsx'
import {
  forestSeries,
  type ForestGroup,
  type ForestRow,
} from '../../charts/exponentForest/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatRange, levelText } from '../../format/formatNumber.ts'
import { SCALE_METRICS, type ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import {
  exponentDifference,
  type Compared,
  type CorpusLaws,
  type Incomparable,
} from '../../study/comparison/pair.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import type { Words } from '../../words/en/en.ts'
import { Scientific } from '../text/Scientific.tsx'
import { Difference } from './Difference.tsx'
import { useConventions, type ConventionLaw } from './useConventions.ts'

const noMarker = () => null

/**
 * Sweeps under every way of counting their scale: one sweep's laws together; several, each way with all that count so, and
 * how far they differ under each.
 */
export function ConventionsPanel() {
  const words = useWords()
  const said = words.compare.conventions
  const level = useDashboard((state) => state.intervals.level)
  const all = useConventions()
  const conventions = useMemo(() => shownOf(all), [all])
  const names = [...new Map(conventions.map((one) => [one.sweepId, one.sweepName])).values()]
  const isOne = names.length < 2
  const series = useMemo(() => forestSeries(groupsOf(conventions, words)), [conventions, words])
  const differences = useMemo(() => differencesOf(conventions, level), [conventions, level])
  if (conventions.length === 0) return null
  const ways = new Set(conventions.map(({ metric }) => metric)).size
  return (
    <Figure
      title={said.title(names)}
      caption={
        ways === 1
          ? said.one
          : (isOne ? said.caption : said.captionOfSeveral)(ways, levelText(level))
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={conventions}
          rowKey={({ sweepId, metric }) => `${sweepId} ${metric}`}
          columns={[
            {
              key: 'sweep',
              heading: words.compare.corpus,
              numeric: false,
              cell: ({ sweepName }) => sweepName,
            },
            {
              key: 'metric',
              heading: said.convention,
              numeric: false,
              cell: ({ metric }) => words.quantities.metrics[metric],
            },
            {
              key: 'a',
              heading: 'a',
              numeric: true,
              cell: ({ law }) => <data value={law.exponent}>{law.exponent.toFixed(4)}</data>,
            },
            {
              key: 'interval',
              heading: words.quantities.interval(levelText(level)),
              numeric: true,
              cell: ({ interval }) =>
                interval === null ? '—' : formatRange(interval.low, interval.high, 4),
            },
            {
              key: 'k',
              heading: 'k',
              numeric: true,
              cell: ({ law }) => <Scientific value={law.coefficient} digits={4} plain />,
            },
          ]}
        />
      }
    >
      <ExponentForestChart
        series={series}
        description={said.description(ways)}
        headings={{ a: words.compare.scaleExponent, b: null }}
        text={(value) => value.toFixed(3)}
        marker={noMarker}
      />
      {differences.rows.length > 0 && (
        <ScrollRegion label={said.differences} className="max-h-96">
          <DataTable
            caption={said.differences}
            rows={differences.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'pair',
                heading: words.compare.differences.pair,
                numeric: false,
                cell: ({ a, b }) => `${a} − ${b}`,
              },
              ...differences.metrics.map((metric) => ({
                key: metric,
                heading: `a (${METRIC_LABELS[metric].symbol})`,
                numeric: true,
                cell: ({ by }: DifferenceRow) => {
                  const compared = by.get(metric)
                  return compared === undefined ? '—' : <Difference compared={compared} />
                },
              })),
            ]}
          />
        </ScrollRegion>
      )}
    </Figure>
  )
}

/** Sweeps that count in several ways; where none does, the one that is looked at. */
function shownOf(all: readonly ConventionLaw[]): readonly ConventionLaw[] {
  const bySweep = [...group(all, ({ sweepId }) => sweepId).values()]
  const several = bySweep.filter(({ length }) => length > 1)
  return several.length > 0 ? several.flat() : all.filter(({ isActive }) => isActive)
}

function groupsOf(
  conventions: readonly ConventionLaw[],
  { quantities }: Words,
): readonly ForestGroup[] {
  const bySweep = group(conventions, ({ sweepId }) => sweepId)
  const rowOf = (
    { sweepId, metric, law, interval }: ConventionLaw,
    said: Pick<ForestRow, 'label' | 'note' | 'isActive'>,
  ): ForestRow => ({
    ...{ id: `${sweepId} ${metric}`, isFitted: true, b: null, ...said },
    a: { value: law.exponent, low: interval?.low ?? null, high: interval?.high ?? null },
  })
  if (bySweep.size < 2) {
    return [...bySweep].map(([id, laws]) => ({
      ...{ id, title: laws[0]?.sweepName ?? '' },
      rows: laws.map((one) =>
        rowOf(one, {
          label: METRIC_LABELS[one.metric].symbol,
          note: quantities.metrics[one.metric],
          isActive: false,
        }),
      ),
    }))
  }
  return SCALE_METRICS.map((metric) => ({
    ...{ id: metric, title: quantities.metrics[metric] },
    rows: conventions
      .filter((one) => one.metric === metric)
      .map((one) =>
        rowOf(one, {
          ...{ label: one.sweepName, note: METRIC_LABELS[metric].symbol, isActive: one.isActive },
        }),
      ),
  }))
}

interface DifferenceRow {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly by: ReadonlyMap<ScaleMetric, Compared | Incomparable>
}

/** Every pair of sweeps that share ways of counting: the difference of a under each. */
function differencesOf(
  conventions: readonly ConventionLaw[],
  level: number,
): { readonly metrics: readonly ScaleMetric[]; readonly rows: readonly DifferenceRow[] } {
  const bySweep = [...group(conventions, ({ sweepId }) => sweepId).values()]
  const rows = bySweep.flatMap((ofA, i) =>
    bySweep.slice(i + 1).flatMap((ofB): DifferenceRow[] => {
      const by = new Map(
        ofA.flatMap((a) => {
          const b = ofB.find(({ metric }) => metric === a.metric)
          return b === undefined
            ? []
            : [[a.metric, exponentDifference(lawsOf(a), lawsOf(b), 'scale', level)] as const]
        }),
      )
      const [a, b] = [ofA[0], ofB[0]]
      return by.size === 0 || a === undefined || b === undefined
        ? []
        : [{ id: `${a.sweepId} ${b.sweepId}`, a: a.sweepName, b: b.sweepName, by }]
    }),
  )
  return {
    metrics: SCALE_METRICS.filter((metric) => rows.some(({ by }) => by.has(metric))),
    rows,
  }
}

function lawsOf({ sweepName, metric, law, replicates }: ConventionLaw): CorpusLaws {
  return {
    ...{ name: sweepName, metric, scale: law, tokens: null, loss: null, replicates },
    ...{ lossUnit: 'nats/token', lossOptima: [] },
  }
}
