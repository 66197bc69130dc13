import { memo, type ReactNode } from 'react'
import { ISO_COMPUTE_STYLE, FITTED_STYLE } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { DotLayer, MOST_MARKS } from '../plot/DotLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { FootLabels } from '../plot/FootLabels.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { MarkLayer } from '../plot/MarkLayer.tsx'
import type { SurfaceRun, SurfaceSeries } from './series.ts'

interface LossSurfaceChartProps {
  readonly series: SurfaceSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly lossText: (loss: number) => string
  readonly tooltip: (run: SurfaceRun) => ReactNode
}

const HEIGHT = 420
const LABEL_ROOM = 44

const isAbove = ({ residual }: SurfaceRun): boolean => residual >= 0
const isBelow = (run: SurfaceRun): boolean => !isAbove(run)
const keyOf = ({ id }: SurfaceRun): string => id
const ignore = (): void => undefined
const runDisc = ({ residual }: SurfaceRun) => (
  <circle r={4} className={residual >= 0 ? 'run-above' : 'run-below'} />
)

/** The contours that leave the plane by an edge, and where. */
function leaving(contours: SurfaceSeries['contours'], edge: 'right' | 'bottom') {
  return contours.flatMap(({ loss, leaves }, i) =>
    leaves?.edge === edge ? [{ id: `contour-${i}`, loss, at: leaves.at }] : [],
  )
}

/** Runs over scale and tokens with the contours of the fitted loss and the optimal split. */
export const LossSurfaceChart = memo(function LossSurfaceChart({
  series,
  xTitle,
  yTitle,
  description,
  lossText,
  tooltip,
}: LossSurfaceChartProps) {
  const { contours, path, runs, xDomain, yDomain } = series
  return (
    <LogPlot
      x={{ title: xTitle, domain: xDomain }}
      y={{ title: yTitle, domain: yDomain }}
      height={HEIGHT}
      labelRoom={LABEL_ROOM}
      description={description}
    >
      <CurveLayer
        curves={[
          ...contours.map(({ points }, i) => ({
            ...{ id: `contour-${i}`, points, stroke: ISO_COMPUTE_STYLE.colour },
            ...{ dash: 'none', width: 1 },
          })),
          {
            ...{ id: 'path', points: path, stroke: FITTED_STYLE.colour },
            ...{ dash: '6 5', width: FITTED_STYLE.width },
          },
        ]}
      />
      {runs.length > MOST_MARKS ? (
        <>
          <DotLayer marks={runs.filter(isAbove)} className="dots-above" />
          <DotLayer marks={runs.filter(isBelow)} className="dots-below" />
        </>
      ) : (
        <MarkLayer marks={runs} keyOf={keyOf} symbol={runDisc} tooltip={tooltip} onPoint={ignore} />
      )}
      <EndLabels
        place="right"
        room={LABEL_ROOM}
        labels={leaving(contours, 'right').map(({ id, loss, at: [x, y] }) => ({
          ...{ id, text: lossText(loss), x, y },
          ...{ fill: 'var(--color-muted)', opacity: 1 },
        }))}
      />
      <FootLabels
        room={LABEL_ROOM}
        labels={leaving(contours, 'bottom').map(({ id, loss, at: [x] }) => ({
          ...{ id, text: lossText(loss), x },
        }))}
      />
    </LogPlot>
  )
})
