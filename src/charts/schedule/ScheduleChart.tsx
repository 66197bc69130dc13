import { CurveLayer, type Point } from '../plot/CurveLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'

interface ScheduleChartProps {
  /** Tokens and learning rate, ascending in tokens. */
  readonly points: readonly Point[]
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 240
/** Free above the peak. */
const HEADROOM = 1.08

/** Learning rate against tokens, both from 0. */
export function ScheduleChart({ points, xTitle, yTitle, description }: ScheduleChartProps) {
  const last = points.at(-1)?.[0] ?? 1
  const peak = Math.max(...points.map(([, y]) => y))
  return (
    <LogPlot
      x={{ title: xTitle, domain: [0, last] }}
      y={{ title: yTitle, domain: [0, peak * HEADROOM] }}
      height={HEIGHT}
      description={description}
      isLinear
    >
      <CurveLayer
        curves={[{ id: 'schedule', points, stroke: 'var(--law-own)', dash: 'none', width: 2 }]}
      />
    </LogPlot>
  )
}
