import { bisectRight, least } from 'd3-array'

/** Straight lines through points in ascending x, the lowest y of each. */
export interface Polyline {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The lowest of the points; null where that is the first or the last, beyond which it may go on falling. */
  readonly lowest: { readonly x: number; readonly y: number } | null
}

/** The lowest point of every x, joined by straight lines. Null with fewer than three different x. */
export function lowestPolyline(x: ArrayLike<number>, y: ArrayLike<number>): Polyline | null {
  const lowest = new Map<number, number>()
  for (let i = 0; i < x.length; i++) {
    const at = x[i] ?? 0
    lowest.set(at, Math.min(lowest.get(at) ?? Number.POSITIVE_INFINITY, y[i] ?? 0))
  }
  const points = [...lowest].sort(([one], [other]) => one - other)
  if (points.length < 3) return null
  const [xs, ys] = [points.map(([at]) => at), points.map(([, value]) => value)]
  const at = least(ys.keys(), (i) => ys[i] ?? 0) ?? 0
  const isInside = at > 0 && at < ys.length - 1
  return { x: xs, y: ys, lowest: isInside ? { x: xs[at] ?? 0, y: ys[at] ?? 0 } : null }
}

/** Value at x; beyond the ends the first and last line go on. */
export function evaluatePolyline({ x, y }: Polyline, at: number): number {
  const i = Math.min(x.length - 1, Math.max(1, bisectRight(x, at)))
  const [x0 = 0, x1 = 0] = x.slice(i - 1, i + 1)
  const [y0 = 0, y1 = 0] = y.slice(i - 1, i + 1)
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)
}
