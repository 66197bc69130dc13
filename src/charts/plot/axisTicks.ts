import { ticks as linearTicks } from 'd3-array'

/** A range of an axis, both ends positive unless the axis is linear. */
export type Domain = readonly [low: number, high: number]

/**
 * Ticks of a log axis: the powers of ten in the domain, and where fewer than three of those
 * fit also 2 and 5 (below one decade every round value that d3 would choose).
 */
export function logTicks([low, high]: Domain): number[] {
  const decades = Math.log10(high / low)
  if (decades < 0.7) return linearTicks(low, high, 5).filter((value) => value > 0)
  const mantissas = decades < 2.5 ? [1, 2, 5] : [1]
  const step = Math.max(1, Math.ceil(decades / 6))
  const ticks: number[] = []
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
    if (exponent % step !== 0) continue
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${exponent}`)
      if (value >= low * 0.999 && value <= high * 1.001) ticks.push(value)
    }
  }
  return ticks
}

/** About so many round values of a linear axis. */
export function linearAxisTicks([low, high]: Domain, count: number): number[] {
  return linearTicks(low, high, count)
}

/** Values beyond these are no quantities; an axis that reached them would have no ticks. */
const LEAST = 1e-30
const MOST = 1e40

/** Whether a value has a place on an axis. */
export function isOnAxis(value: number): boolean {
  return value >= LEAST && value <= MOST
}

/** Domain that holds all values from 1e-30 to 1e40 with a margin in log space on both sides. */
export function logDomain(values: Iterable<number>, margin = 0.06): Domain {
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (const value of values) {
    if (!isOnAxis(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (high === 0) return [1, 10]
  const span = Math.max(Math.log(high / low), 0.02)
  return [low * Math.exp(-span * margin), high * Math.exp(span * margin)]
}
