/** A piecewise cubic through points, with the slope at each (ascending x). */
export interface AkimaCurve {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly slope: readonly number[]
}

/**
 * Akima's interpolant: slope at a point = mean of its neighbouring chords, each weighted by how much the
 * chords on the other side turn (Akima 1970, J. ACM 17, 589); two chords are extrapolated at each end.
 *
 * Points of one x are averaged first. Null with fewer than five different x.
 */
export function fitAkima(x: ArrayLike<number>, y: ArrayLike<number>): AkimaCurve | null {
  const byX = new Map<number, { sum: number; count: number }>()
  for (let i = 0; i < x.length; i++) {
    const at = byX.get(x[i] ?? 0) ?? { sum: 0, count: 0 }
    byX.set(x[i] ?? 0, { sum: at.sum + (y[i] ?? 0), count: at.count + 1 })
  }
  const points = [...byX].sort(([one], [other]) => one - other)
  const n = points.length
  if (n < 5) return null
  const xs = points.map(([at]) => at)
  const ys = points.map(([, { sum, count }]) => sum / count)
  const chord = (i: number): number =>
    ((ys[i + 1] ?? 0) - (ys[i] ?? 0)) / ((xs[i + 1] ?? 0) - (xs[i] ?? 0))
  const inner = Array.from({ length: n - 1 }, (_, i) => chord(i))
  const [first = 0, second = 0] = inner
  const [last = 0, beforeLast = 0] = [inner[n - 2], inner[n - 3]]
  // Chords m[-2], m[-1], inner, m[n-1], m[n], so that chords[i + 2] is the one that begins at point i.
  const chords = [
    ...[3 * first - 2 * second, 2 * first - second],
    ...inner,
    ...[2 * last - beforeLast, 3 * last - 2 * beforeLast],
  ]
  const slope = xs.map((_, i) => {
    const [m1 = 0, m2 = 0, m3 = 0, m4 = 0] = chords.slice(i, i + 4)
    const before = Math.abs(m4 - m3)
    const after = Math.abs(m2 - m1)
    return before + after > 1e-9 * (Math.abs(m2) + Math.abs(m3))
      ? (before * m2 + after * m3) / (before + after)
      : (m2 + m3) / 2
  })
  return { x: xs, y: ys, slope }
}

/** Value of an interpolant at x; beyond its ends the outermost cubic goes on. */
export function evaluateAkima({ x, y, slope }: AkimaCurve, at: number): number {
  let i = 0
  while (i < x.length - 2 && at > (x[i + 1] ?? 0)) i++
  const [x0 = 0, x1 = 0] = [x[i], x[i + 1]]
  const [y0 = 0, y1 = 0] = [y[i], y[i + 1]]
  const [s0 = 0, s1 = 0] = [slope[i], slope[i + 1]]
  const width = x1 - x0
  const chord = (y1 - y0) / width
  const d = at - x0
  return (
    y0 + d * (s0 + (d / width) * (3 * chord - 2 * s0 - s1 + (d / width) * (s0 + s1 - 2 * chord)))
  )
}

/** Where an interpolant is lowest between its ends; null where that is an end. */
export function akimaMinimum(curve: AkimaCurve): { readonly x: number; readonly y: number } | null {
  const { x, y, slope } = curve
  let best = { x: x[0] ?? 0, y: y[0] ?? 0 }
  for (let i = 0; i + 1 < x.length; i++) {
    const [x0 = 0, x1 = 0] = [x[i], x[i + 1]]
    const [s0 = 0, s1 = 0] = [slope[i], slope[i + 1]]
    const chord = ((y[i + 1] ?? 0) - (y[i] ?? 0)) / (x1 - x0)
    // dy/du = s0 + 2 a u + 3 b u^2 on 0 <= u <= 1, in units of the piece.
    const a = 3 * chord - 2 * s0 - s1
    const b = s0 + s1 - 2 * chord
    const root = Math.sqrt(Math.max(0, a * a - 3 * b * s0))
    const turns =
      Math.abs(b) > 1e-14 * Math.abs(a)
        ? [(-a + root) / (3 * b), (-a - root) / (3 * b)]
        : [-s0 / (2 * a)]
    for (const u of [...turns.filter((turn) => turn > 0 && turn < 1), 1]) {
      const at = x0 + u * (x1 - x0)
      const value = evaluateAkima(curve, at)
      if (value < best.y) best = { x: at, y: value }
    }
  }
  return best.x === x[0] || best.x === x.at(-1) ? null : best
}
