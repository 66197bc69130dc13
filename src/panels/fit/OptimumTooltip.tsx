import { useWords } from '../../components/WordsContext.tsx'
import type { OptimumPoint } from '../../charts/lawAgainstCompute/series.ts'
import { formatRange, scientificText } from '../../format/formatNumber.ts'

interface OptimumTooltipProps {
  readonly symbol: string
  readonly unit: string
  readonly format: (value: number) => string
  /** Filled in by Recharts. */
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** What an optimum is, beside the pointer: budget, value, interval, and whether it counts. */
export function OptimumTooltip({ symbol, unit, format, active, payload }: OptimumTooltipProps) {
  const { fit } = useWords()
  const point = payload?.[0]?.payload as OptimumPoint | undefined
  if (active !== true || point === undefined) return null
  return (
    <div className="tooltip tabular-nums">
      <p className="font-medium">C = {scientificText(point.computeFlops)} FLOPs</p>
      <p>
        {symbol} = {format(point.value)} {unit}
      </p>
      {point.interval !== null && (
        <p className="text-muted">{formatRange(point.interval.low, point.interval.high)}</p>
      )}
      {!point.counts && <p className="text-muted">{fit.allocation.notInLawWhy}</p>}
    </div>
  )
}
