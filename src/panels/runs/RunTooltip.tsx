import { useWords } from '../../components/WordsContext.tsx'
import { residualOf, type RunMark } from '../../charts/isoFlopCurves/series.ts'
import { compactCount, scientificText, significant } from '../../format/formatNumber.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import { SCALE_METRICS } from '../../scaling/runs/scaleMetric.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'

interface RunTooltipProps {
  readonly lossUnit: LossUnit
  readonly mark: RunMark
}

/** What a run is, beside the pointer: name, corpus, scale, D, C, loss and residual. */
export function RunTooltip({ lossUnit, mark }: RunTooltipProps) {
  const { runs: words, quantities } = useWords()
  const said = words.tooltip
  const { run, state } = mark
  const residual = residualOf(mark)
  const rows: [string, string][] = SCALE_METRICS.flatMap((metric) => {
    const value = run.scale[metric]
    const { symbol, unit } = METRIC_LABELS[metric]
    return value === undefined
      ? []
      : [[symbol, `${scientificText(value)} ${quantities.units[unit]}`]]
  })
  rows.push(
    ['D', said.tokens(compactCount(run.tokens))],
    ['C', `${scientificText(run.computeFlops)} FLOPs`],
    [said.loss, `${significant(run.loss, 5)} ${lossUnit}`],
  )
  if (residual !== null) rows.push([said.residual, `${significant(residual, 2)} ${lossUnit}`])
  if (run.corpus !== undefined) rows.unshift([said.corpus, run.corpus])
  return (
    <div className="tooltip">
      <p className="max-w-64 font-medium break-words">
        {run.name === '' ? words.lineFirst(run.line) : run.name}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 tabular-nums">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="text-right whitespace-nowrap">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">
        {state === 'without-weight' && `${said.withoutWeight} `}
        {state === 'set-aside' ? said.setAside : said.click}
      </p>
    </div>
  )
}
