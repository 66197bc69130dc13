import { memo, type ReactNode } from 'react'
import {
  forestPosition,
  type ForestEstimate,
  type ForestGroup,
  type ForestSeries,
} from './series.ts'

interface ExponentForestChartProps {
  readonly series: ForestSeries
  /** What a screen reader says in place of the picture. */
  readonly description: string
  /** What the two columns of exponents are called. */
  readonly headings: {
    readonly a: string
    /** Null where only a is shown. */ readonly b: string | null
  }
  /** Text of an exponent, all of one width. */
  readonly text: (value: number) => string
  /** What moves with a slider over the rows of a group, subscribing by itself. */
  readonly marker: (group: ForestGroup, axis: 'a' | 'b', series: ForestSeries) => ReactNode
}

/**
 * Exponents as points with their intervals, a row a law, in groups that compare: a on the left, b on the
 * right, on axes of one length. HTML rather than SVG, so that names wrap and the plot is as wide as it
 * may be.
 */
export const ExponentForestChart = memo(function ExponentForestChart({
  series,
  description,
  text,
  marker,
  headings,
}: ExponentForestChartProps) {
  return (
    <div
      role="img"
      aria-label={description}
      className={`forest ${headings.b === null ? 'forest-of-a' : ''}`}
    >
      <div className="forest-head">
        <span />
        <span>
          {headings.a} <i>a</i>
        </span>
        <span />
        <span className="forest-b">
          {headings.b} <i>b</i>
        </span>
        <span className="forest-b" />
      </div>
      {series.groups.map((group) => (
        <div key={group.id} className="forest-group" data-forest-group={group.id}>
          <h3 className="forest-title">{group.title}</h3>
          <div className="forest-rows">
            {(['a', 'b'] as const).map((axis) => (
              <div
                key={axis}
                className={`forest-ground forest-${axis}`}
                style={{ gridRow: `1 / span ${group.rows.length}` }}
              >
                {series.ticks.map((tick) => (
                  <span
                    key={tick}
                    className="forest-tick"
                    style={{ left: percent(tick, series) }}
                  />
                ))}
                {marker(group, axis, series)}
              </div>
            ))}
            {group.rows.map((row, i) => (
              <div
                key={row.id}
                className="forest-row"
                style={{ gridRow: i + 1 }}
                data-forest-row={row.id}
                data-fitted={row.isFitted || undefined}
                data-active={row.isActive || undefined}
                data-other={row.isOther === true ? true : undefined}
              >
                <span className="forest-label" title={`${row.label} · ${row.note}`}>
                  {row.label} <span className="text-muted">{row.note}</span>
                </span>
                <Mark estimate={row.a} series={series} axis="a" />
                <span className="forest-number">{text(row.a.value)}</span>
                <Mark estimate={row.b} series={series} axis="b" />
                <span className="forest-number forest-b">
                  {row.b === null ? '–' : text(row.b.value)}
                </span>
              </div>
            ))}
          </div>
        </div>
      ))}
      <div className="forest-head">
        <span />
        {(['a', 'b'] as const).map((axis) => (
          <span key={axis} className={`forest-axis forest-${axis}`}>
            {series.ticks.map((tick) => (
              <span key={tick} style={{ left: percent(tick, series) }}>
                {text(tick).replace(/0+$/, '')}
              </span>
            ))}
          </span>
        ))}
      </div>
    </div>
  )
})

function Mark({
  estimate,
  series,
  axis,
}: {
  readonly estimate: ForestEstimate | null
  readonly series: ForestSeries
  readonly axis: 'a' | 'b'
}) {
  const { low = null, high = null } = estimate ?? {}
  return (
    <span className={`forest-cell forest-${axis}`}>
      {low !== null && high !== null && (
        <span
          className="forest-interval"
          data-interval={axis}
          data-cut-low={low < series.domain[0] ? true : undefined}
          data-cut-high={high > series.domain[1] ? true : undefined}
          style={{
            left: percent(low, series),
            width: `${100 * (forestPosition(high, series.domain) - forestPosition(low, series.domain))}%`,
          }}
        />
      )}
      {estimate !== null && (
        <span
          className="forest-point"
          data-point={axis}
          style={{ left: percent(estimate.value, series) }}
        />
      )}
    </span>
  )
}

/** Where a value stands along an axis, as CSS wants it. */
export function percent(value: number, { domain }: ForestSeries): string {
  return `${100 * forestPosition(value, domain)}%`
}
