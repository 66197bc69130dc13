import type { LineStyle } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import type { OverTrainingSeries } from './series.ts'

interface OverTrainingChartProps {
  readonly series: OverTrainingSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 260

export const TRAINING_STYLE: LineStyle = { colour: 'var(--law-deepseek)', dash: 'none', width: 2 }
export const BOTH_STYLE: LineStyle = { colour: 'var(--law-chinchilla)', dash: '8 4', width: 2 }

/** What the same loss costs at other ratios of tokens to parameters. */
export function OverTrainingChart({ series, xTitle, yTitle, description }: OverTrainingChartProps) {
  const lines = [
    { id: 'training', points: series.training, style: TRAINING_STYLE },
    { id: 'both', points: series.both, style: BOTH_STYLE },
  ]
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={HEIGHT}
      description={description}
    >
      <CurveLayer
        curves={lines.map(({ id, points, style }) => ({
          ...{ id, points, stroke: style.colour, dash: style.dash, width: style.width },
        }))}
      />
    </LogPlot>
  )
}
