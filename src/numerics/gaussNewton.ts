/** A place of two coordinates. */
export interface Place {
  readonly p: number
  readonly q: number
}

/** What is minimised: a sum of squares whose residuals depend on two coordinates. */
export interface SquaresOfTwo {
  /** Number of residuals. */
  readonly count: number
  /** Writes the residuals at a place into an array of that length and gives the sum of their squares. */
  readonly residuals: (p: number, q: number, into: Float64Array) => number
  /** Writes the derivatives of the residuals by p and by q at the place that was asked for last. */
  readonly derivatives: (byP: Float64Array, byQ: Float64Array) => void
  /** Ends of both coordinates. */
  readonly bounds: { readonly low: number; readonly high: number }
}

const ITERATIONS = 60
const ATTEMPTS = 14
const FIRST_DAMPING = 1e-3
/** Sums that differ by less than this, relatively, differ by rounding. */
const ROUNDING = 1e-14

/**
 * Minimum of a sum of squares in two coordinates within bounds, by Gauss-Newton with Levenberg's damping; a
 * bound that the gradient pushes against holds its coordinate. It ends where no step lowers the sum, or where
 * one is smaller than `settled`. Null where the sum at the start is none.
 *
 * Sources: Levenberg 1944, Quart. Appl. Math. 2, 164; Marquardt 1963, J. SIAM 11, 431.
 */
export function gaussNewton(
  { count, residuals, derivatives, bounds: { low, high } }: SquaresOfTwo,
  start: Place,
  settled: number,
): Place | null {
  const within = (value: number): number => Math.min(high, Math.max(low, value))
  let here = new Float64Array(count)
  let next = new Float64Array(count)
  const byP = new Float64Array(count)
  const byQ = new Float64Array(count)
  let p = within(start.p)
  let q = within(start.q)
  let squares = residuals(p, q, here)
  if (!Number.isFinite(squares)) return null
  let damping = FIRST_DAMPING
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    derivatives(byP, byQ)
    let [pp, pq, qq, gp, gq] = [0, 0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const r = here[i] ?? 0
      const jp = byP[i] ?? 0
      const jq = byQ[i] ?? 0
      pp += jp * jp
      pq += jp * jq
      qq += jq * jq
      gp += jp * r
      gq += jq * r
    }
    const holdsP = (p <= low && gp > 0) || (p >= high && gp < 0)
    const holdsQ = (q <= low && gq > 0) || (q >= high && gq < 0)
    if (holdsP && holdsQ) break
    let moved = 0
    let isBetter = false
    for (let attempt = 0; attempt < ATTEMPTS && !isBetter; attempt++) {
      const a = pp * (1 + damping) + Number.MIN_VALUE
      const b = qq * (1 + damping) + Number.MIN_VALUE
      const determinant = a * b - pq * pq
      const stepP = holdsP ? 0 : holdsQ ? -gp / a : (gq * pq - gp * b) / determinant
      const stepQ = holdsQ ? 0 : holdsP ? -gq / b : (gp * pq - gq * a) / determinant
      if (!Number.isFinite(stepP) || !Number.isFinite(stepQ)) break
      const [toP, toQ] = [within(p + stepP), within(q + stepQ)]
      // So near the minimum a trial would compare rounding with rounding.
      if (Math.abs(toP - p) < settled && Math.abs(toQ - q) < settled) break
      const trial = residuals(toP, toQ, next)
      if (trial <= squares * (1 + ROUNDING)) {
        moved = Math.max(Math.abs(toP - p), Math.abs(toQ - q))
        isBetter = true
        damping = Math.max(damping / 10, 1e-14)
        ;[p, q, squares] = [toP, toQ, trial]
        ;[here, next] = [next, here]
      } else damping = Math.max(damping, 1e-8) * 10
    }
    if (!isBetter || moved < settled) break
  }
  return { p, q }
}
