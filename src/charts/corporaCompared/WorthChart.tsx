import { ASYMPTOTE_STYLE } from '../palette.ts'
import { BandLayer } from '../plot/BandLayer.tsx'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { ExtrapolationGround } from '../plot/ExtrapolationGround.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { corpusStyle } from './corpusStyle.ts'
import { worthDomains, type WorthLine } from './series.ts'

interface WorthChartProps {
  /** With the place of each among all corpora, which gives its colour. */
  readonly lines: readonly (WorthLine & { readonly index: number })[]
  /** Budgets over which both laws of every pair were fitted, FLOPs. */
  readonly range: { readonly low: number; readonly high: number }
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 300

/** Compute that each corpus needs for the loss of another, over the other's, against the other's budget. */
export function WorthChart({ lines, range, xTitle, yTitle, description }: WorthChartProps) {
  const { xDomain, yDomain } = worthDomains(lines)
  const { colour, dash, width } = ASYMPTOTE_STYLE
  return (
    <LogPlot
      x={{ title: xTitle, domain: xDomain }}
      y={{ title: yTitle, domain: yDomain }}
      height={HEIGHT}
      description={description}
    >
      <ExtrapolationGround low={range.low} high={range.high} />
      {lines.map(({ id, low, high, index }) => (
        <BandLayer key={id} {...{ low, high }} fill={corpusStyle(index).colour} />
      ))}
      <CurveLayer
        curves={[
          {
            ...{ id: 'same', stroke: colour, dash, width },
            points: [
              [xDomain[0], 1],
              [xDomain[1], 1],
            ],
          },
          ...lines.map(({ id, points, index }) => {
            const style = corpusStyle(index)
            return { id, points, stroke: style.colour, dash: style.dash, width: style.width }
          }),
        ]}
      />
    </LogPlot>
  )
}
