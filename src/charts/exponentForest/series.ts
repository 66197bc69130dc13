import { extent, max, min } from 'd3-array'

/** A value on the forest plot, with its interval where there is one. */
export interface ForestEstimate {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** One law: a row of the plot. */
export interface ForestRow {
  readonly id: string
  readonly label: string
  /** What stands behind the label, fainter: corpus, or how it was found. */
  readonly note: string
  /** Fitted to runs that are loaded, rather than published. */
  readonly isFitted: boolean
  /** The sweep that is looked at. */
  readonly isActive: boolean
  /** The sweep of the row above by another estimator; it stands back. */
  readonly isOther?: boolean
  readonly a: ForestEstimate
  readonly b: ForestEstimate | null
}

/** Laws whose exponents compare, because their scale counts the same. */
export interface ForestGroup {
  readonly id: string
  readonly title: string
  readonly rows: readonly ForestRow[]
}

export interface ForestSeries {
  readonly groups: readonly ForestGroup[]
  /** From and to, shared by a and b so that their distances compare. */
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
}

/** Half of a tenth beyond the outermost end, so that no mark stands on the frame. */
const PAD = 0.02
const STEP = 0.1

/** Intervals reach at most this far beyond the outermost exponent; one that says nothing would push all others together. */
const MOST_BEYOND = 0.15

/**
 * The forest plot of groups: an axis over all exponents and the ends of their intervals, with ticks every tenth. Intervals much
 * wider than the exponents lie apart are cut at the frame.
 */
export function forestSeries(groups: readonly ForestGroup[]): ForestSeries {
  const shown = groups.filter(({ rows }) => rows.length > 0)
  const estimates = shown.flatMap(({ rows }) => rows.flatMap(({ a, b }) => [a, b ?? a]))
  const [least = 0, greatest = 1] = extent(estimates, ({ value }) => value)
  const low = Math.max(least - MOST_BEYOND, min(estimates, (one) => one.low ?? one.value) ?? least)
  const high = Math.min(
    greatest + MOST_BEYOND,
    max(estimates, (one) => one.high ?? one.value) ?? greatest,
  )
  const domain = [Math.min(least, low) - PAD, Math.max(greatest, high) + PAD] as const
  const first = Math.ceil(domain[0] / STEP)
  const last = Math.floor(domain[1] / STEP)
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * STEP)
  return { groups: shown, domain, ticks }
}

/** Where a value stands between the ends of the axis, 0..1; held inside. */
export function forestPosition(value: number, [low, high]: ForestSeries['domain']): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}
