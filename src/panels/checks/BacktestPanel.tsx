import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatPercent, formatRange, levelText } from '../../format/formatNumber.ts'
import { selectMetric } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { Backtest } from '../../study/checks/backtest.ts'
import { backtestRows } from '../../tables/backtest.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Scientific } from '../text/Scientific.tsx'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import { ChecksState } from './ChecksState.tsx'

/** The laws without the largest budgets, held against what those say. */
export function BacktestPanel() {
  const { checks: words } = useWords()
  const said = words.backtest
  const { checks } = useStudyChecks()
  const tested = checks?.backtest
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4">
      <h2 className="text-[15px] font-semibold">{said.title}</h2>
      {tested === undefined ? (
        <ChecksState />
      ) : typeof tested === 'string' ? (
        <p className="text-xs text-muted">{said.untested[tested]}</p>
      ) : (
        <Tested tested={tested} />
      )}
    </section>
  )
}

function Tested({ tested }: { readonly tested: Backtest }) {
  const { checks: words, quantities } = useWords()
  const said = words.backtest
  const level = useDashboard((state) => state.intervals.level)
  const metric = useOfSweep(selectMetric)
  const names = { scale: METRIC_LABELS[metric].symbol, loss: quantities.loss }
  return (
    <>
      <p className="text-xs text-muted">
        {said.caption(tested.leftOut, tested.kept, levelText(level))}
      </p>
      <ScrollRegion label={said.region}>
        <DataTable
          caption={said.table}
          captionHidden
          rows={backtestRows(tested)}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'budget',
              heading: said.budget,
              numeric: true,
              cell: ({ computeFlops }) => <Scientific value={computeFlops} digits={2} />,
            },
            {
              key: 'quantity',
              heading: said.quantity,
              numeric: false,
              cell: ({ of }) => names[of],
            },
            {
              key: 'predicted',
              heading: said.predicted,
              numeric: true,
              cell: ({ number }) => <Scientific value={number.predicted} digits={4} plain />,
            },
            {
              key: 'promised',
              heading: said.promised,
              numeric: true,
              cell: ({ number: { low, high } }) =>
                low === null || high === null ? '—' : formatRange(low, high, 4),
            },
            {
              key: 'observed',
              heading: said.observed,
              numeric: true,
              cell: ({ number }) => <Scientific value={number.observed} digits={4} plain />,
            },
            {
              key: 'error',
              heading: said.error,
              numeric: true,
              cell: ({ number: { relativeError } }) =>
                `${relativeError >= 0 ? '+' : ''}${formatPercent(relativeError, 2)}`,
            },
            {
              key: 'verdict',
              heading: said.verdict,
              numeric: false,
              cell: ({ number: { isHeld } }) =>
                isHeld === null ? (
                  said.noInterval
                ) : (
                  <span className={isHeld ? '' : 'font-semibold text-warn'}>
                    {isHeld ? said.held : said.missed}
                  </span>
                ),
            },
          ]}
        />
      </ScrollRegion>
    </>
  )
}
