import { useMemo } from 'react'
import { ExponentForestChart } from '../../charts/exponentForest/ExponentForestChart.tsx'
import { forestSeries, type ForestRow } from '../../charts/exponentForest/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatRange, levelText } from '../../format/formatNumber.ts'
import { selectSweep } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Scientific } from '../text/Scientific.tsx'
import { useConventions } from './useConventions.ts'

const noMarker = () => null

/** One sweep under every way of counting its scale: the law of each, in one table and one picture. */
export function ConventionsPanel() {
  const words = useWords()
  const said = words.compare.conventions
  const name = useOfSweep(selectSweep)?.name ?? ''
  const level = useDashboard((state) => state.intervals.level)
  const conventions = useConventions()
  const series = useMemo(
    () =>
      forestSeries([
        {
          id: 'conventions',
          title: name,
          rows: conventions.map(({ metric, law, interval }): ForestRow => ({
            ...{ id: metric, label: METRIC_LABELS[metric].symbol, isFitted: true },
            ...{ note: words.quantities.metrics[metric], isActive: false, b: null },
            a: {
              value: law.exponent,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
            },
          })),
        },
      ]),
    [conventions, name, words],
  )
  if (conventions.length === 0) return null
  return (
    <Figure
      title={said.title(name)}
      caption={
        conventions.length === 1 ? said.one : said.caption(conventions.length, levelText(level))
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={conventions}
          rowKey={({ metric }) => metric}
          columns={[
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
        description={said.description(conventions.length)}
        headings={{ a: words.compare.scaleExponent, b: null }}
        text={(value) => value.toFixed(3)}
        marker={noMarker}
      />
    </Figure>
  )
}
