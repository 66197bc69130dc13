import { PlotTooltip } from '../plot/PlotTooltip.tsx'
import { quadtree, type Quadtree } from 'd3-quadtree'
import {
  memo,
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import { budgetInk } from '../palette.ts'
import { useProjection, type Projection } from '../plot/projection.ts'
import type { BudgetSeries, RunMark } from './series.ts'

interface RunsCanvasProps {
  readonly budgets: readonly BudgetSeries[]
  /** What the run that is pointed at is. */
  readonly tooltip: (mark: RunMark) => ReactNode
  /** Name of the layer for a screen reader, with what its keys do. */
  readonly label: string
  readonly onRunClick: (runId: string) => void
  readonly onBudgetPoint: (nominalFlops: number | null) => void
}

/** A run is pointed at from this many pixels away. */
const REACH = 10
const RADIUS: Readonly<Record<RunMark['state'], number>> = {
  fitted: 1.6,
  'without-weight': 2.4,
  'outside-window': 0.9,
  'set-aside': 0.9,
}

/**
 * The runs of a large sweep on a canvas, because tens of thousands of elements would take the browser a
 * minute. The nearest run answers to the pointer; with the keyboard, arrows go from run to run in the
 * order of the axis, Page Up and Down in hundreds, and Enter does what a click does.
 */
export default memo(function RunsCanvas({
  budgets,
  tooltip,
  label,
  onRunClick,
  onBudgetPoint,
}: RunsCanvasProps) {
  const projection = useProjection()
  const [plot, setPlot] = useState<HTMLElement | null>(null)
  const [pointed, setPointed] = useState<RunMark | null>(null)
  const anchor = useCallback((node: SVGGElement | null) => {
    if (node !== null) setPlot(node.closest<HTMLElement>('.plot'))
  }, [])
  // Both are made when they are first asked for: most sweeps are only looked at.
  const order = useRef<{ readonly of: unknown; readonly marks: readonly RunMark[] } | null>(null)
  const inOrder = (): readonly RunMark[] => {
    if (order.current?.of !== budgets) {
      const marks = budgets.flatMap(({ runs }) => runs).toSorted((a, b) => a.x - b.x)
      order.current = { of: budgets, marks }
    }
    return order.current.marks
  }
  const { area } = projection
  const size = [area.x, area.y, area.width, area.height].join(' ')
  const tree = useRef<{
    readonly of: unknown
    readonly size: string
    readonly quadtree: Quadtree<RunMark>
  } | null>(null)

  const point = (mark: RunMark | null): void => {
    if (mark?.budget !== pointed?.budget) onBudgetPoint(mark?.budget ?? null)
    setPointed(mark)
  }
  const nearest = (event: PointerEvent<SVGRectElement>): RunMark | null => {
    if (tree.current?.of !== budgets || tree.current.size !== size) {
      tree.current = { of: budgets, size, quadtree: treeOf(budgets, projection) }
    }
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    const x = event.clientX - (box?.left ?? 0)
    const y = event.clientY - (box?.top ?? 0)
    return tree.current.quadtree.find(x, y, REACH) ?? null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const marks = inOrder()
      const at = pointed === null ? -1 : marks.indexOf(pointed)
      point(marks[Math.min(marks.length - 1, Math.max(0, at + step))] ?? null)
    } else if (event.key === 'Enter' && pointed !== null) onRunClick(pointed.run.id)
    else if (event.key === 'Escape') point(null)
  }
  return (
    <>
      <g ref={anchor}>
        <rect
          {...{ x: area.x, y: area.y, width: area.width, height: area.height }}
          fill="transparent"
          className={pointed === null ? undefined : 'cursor-pointer'}
          data-runs-ground=""
          onPointerMove={(event) => {
            point(nearest(event))
          }}
          onPointerLeave={() => {
            point(null)
          }}
          onClick={() => {
            if (pointed !== null) onRunClick(pointed.run.id)
          }}
        />
        {pointed !== null && (
          <circle
            cx={projection.toX(pointed.x)}
            cy={projection.toY(pointed.y)}
            r={5}
            fill="none"
            stroke="var(--color-ink)"
            strokeWidth={1.5}
            pointerEvents="none"
            data-pointed-run={pointed.run.id}
          />
        )}
      </g>
      {plot !== null &&
        createPortal(
          <>
            <Drawing budgets={budgets} projection={projection} />
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application answers to keys */}
            <div
              role="application"
              tabIndex={0}
              aria-label={label}
              className="runs-keys"
              onKeyDown={onKeyDown}
              onBlur={() => {
                point(null)
              }}
            />
          </>,
          plot,
        )}
      {pointed !== null && (
        <PlotTooltip plot={plot} x={pointed.x} y={pointed.y}>
          {tooltip(pointed)}
        </PlotTooltip>
      )}
    </>
  )
})

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 100,
  PageUp: -100,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

function treeOf(budgets: readonly BudgetSeries[], { toX, toY }: Projection): Quadtree<RunMark> {
  return quadtree<RunMark>()
    .x((mark) => toX(mark.x))
    .y((mark) => toY(mark.y))
    .addAll(budgets.flatMap(({ runs }) => [...runs]))
}

/** The canvas itself, drawn anew with every change of data, size or theme, and with nothing else. */
const Drawing = memo(function Drawing({
  budgets,
  projection,
}: {
  readonly budgets: readonly BudgetSeries[]
  readonly projection: Projection
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    // In a task of its own: it takes half as long as all that React does for the chart.
    let frame = 0
    const draw = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (canvas.current !== null) drawRuns(canvas.current, budgets, projection)
      })
    }
    draw()
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      theme.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [budgets, projection])
  return <canvas ref={canvas} className="runs-canvas" aria-hidden />
})

function drawRuns(
  canvas: HTMLCanvasElement,
  budgets: readonly BudgetSeries[],
  { area, toX, toY }: Projection,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { clientWidth: width, clientHeight: height } = canvas
  const density = devicePixelRatio
  canvas.width = width * density
  canvas.height = height * density
  context.scale(density, density)
  context.beginPath()
  context.rect(area.x, area.y, area.width, area.height)
  context.clip()
  const isDark = document.documentElement.dataset['theme'] === 'dark'
  budgets.forEach(({ runs }, index) => {
    const ink = budgetInk(index, budgets.length) as Readonly<Record<string, string>>
    context.fillStyle = ink[isDark ? '--ink-dark' : '--ink-light'] ?? 'gray'
    // At this size a square looks like a disc of the same area, and takes a third of the time.
    context.beginPath()
    for (const { x, y, state } of runs) {
      const side = RADIUS[state] * Math.sqrt(Math.PI)
      context.rect(toX(x) - side / 2, toY(y) - side / 2, side, side)
    }
    context.fill()
  })
}
