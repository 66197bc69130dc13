import { memo } from 'react'
import type { Domain } from '../plot/axisTicks.ts'
import type { PopulationsSeries } from './series.ts'

interface PopulationsChartProps {
  readonly series: PopulationsSeries
  /** What a screen reader says in place of the picture. */
  readonly description: string
}

const WIDTH = 230
const HEIGHT = 130
const EDGE = 8

/** Marks of populations, told apart by shape as well as by ink; more than these begin again. */
const SHAPES = [
  'M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0',
  'M-2.8,-2.8h5.6v5.6h-5.6Z',
  'M0,-3.6L3.6,2.8H-3.6Z',
  'M0,-4L4,0L0,4L-4,0Z',
]
const INKS = [
  'var(--law-deepseek)',
  'var(--law-epoch)',
  'var(--law-chinchilla)',
  'var(--law-llama3)',
]

/** One budget of a file, its populations drawn apart: loss against scale, both logarithmic. */
export const PopulationsChart = memo(function PopulationsChart({
  series,
  description,
}: PopulationsChartProps) {
  const place =
    ([low, high]: Domain, size: number) =>
    (value: number): number =>
      EDGE + ((size - 2 * EDGE) * Math.log(value / low)) / Math.log(high / low)
  const toX = place(series.xDomain, WIDTH)
  const fromBottom = place(series.yDomain, HEIGHT)
  const toY = (value: number): number => HEIGHT - fromBottom(value)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={description}
      className="w-full rounded border border-line bg-card"
    >
      {series.populations.map(({ name, points, curve }, index) => (
        <g key={name} style={{ color: INKS[index % INKS.length] }} data-population={name}>
          <path
            d={curve
              .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${toX(x).toFixed(1)},${toY(y).toFixed(1)}`)
              .join('')}
            fill="none"
            stroke="currentColor"
            strokeWidth={1.3}
          />
          {points.map(([x, y], i) => (
            <path
              key={i}
              d={SHAPES[index % SHAPES.length]}
              transform={`translate(${toX(x).toFixed(1)},${toY(y).toFixed(1)})`}
              fill="currentColor"
            />
          ))}
        </g>
      ))}
    </svg>
  )
})

/** The mark of the index-th population, for the list that names them. */
export function PopulationKey({ index }: { readonly index: number }) {
  return (
    <svg width={10} height={10} aria-hidden style={{ color: INKS[index % INKS.length] }}>
      <path d={SHAPES[index % SHAPES.length]} transform="translate(5,5)" fill="currentColor" />
    </svg>
  )
}
