import { useWords } from '../../components/WordsContext.tsx'
import type { OptimumPoint } from '../../charts/lawAgainstCompute/series.ts'
import { formatRange, scientificText } from '../../format/formatNumber.ts'

interface OptimumTooltipProps {
  readonly symbol: string
  readonly unit: string
  readonly format: (value: number) => string
  readonly point: OptimumPoint
}

/** What an optimum is, beside the pointer: budget, value, interval, and whether it counts. */
export function OptimumTooltip({ symbol, unit, format, point }: OptimumTooltipProps) {
  const { fit } = useWords()
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
