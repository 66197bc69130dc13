import { basisDerivatives, type ShapedCurve } from './shapedCurve.ts'

/** Points of a curve, of one length. */
export interface CurvePoints {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
}

/** Points of a curve beyond which those of neighbouring x are taken together, into so many bins. */
const MOST_POINTS = 512
const BINS = 256
/** A direction of the design this small, relatively, is not determined. */
const SINGULAR = 1e-12

/** A curve's linear part for any (alpha, beta), without allocation: it is asked for by the thousand. */
export class ProjectedCurve {
  /** Number of points, or of bins of them. */
  length = 0
  private readonly points: CurvePoints
  private readonly t: Float64Array
  private readonly y: Float64Array
  private readonly w: Float64Array
  private readonly root: Float64Array
  private readonly falling: Float64Array
  private readonly rising: Float64Array
  private readonly g1: Float64Array
  private readonly g2: Float64Array
  private centre = 0
  private meanY = 0
  private total = 0
  private c0 = Number.NaN
  private c1 = Number.NaN
  private c2 = Number.NaN
  /** What the last projection went by. */
  private last = { alpha: 0, beta: 0, mean1: 0, mean2: 0, along: 0, s11: 0, s22: 0 }

  constructor(points: CurvePoints) {
    this.points = points
    const most = points.x.length > MOST_POINTS ? BINS : points.x.length
    const column = (): Float64Array => new Float64Array(most)
    this.t = column()
    this.y = column()
    this.w = column()
    this.root = column()
    this.falling = column()
    this.rising = column()
    this.g1 = column()
    this.g2 = column()
  }

  /** Takes new weights of the points. */
  weigh(ofPoints: ArrayLike<number>): void {
    const { x, y, weights } =
      this.points.x.length > MOST_POINTS
        ? binned(this.points, ofPoints)
        : { ...this.points, weights: ofPoints }
    this.length = x.length
    let total = 0
    let sumX = 0
    let sumY = 0
    for (let i = 0; i < this.length; i++) {
      const w = weights[i] ?? 0
      this.w[i] = w
      this.root[i] = Math.sqrt(w)
      this.y[i] = y[i] ?? 0
      total += w
      sumX += w * (x[i] ?? 0)
      sumY += w * (y[i] ?? 0)
    }
    this.total = total
    this.centre = sumX / total
    this.meanY = sumY / total
    for (let i = 0; i < this.length; i++) this.t[i] = (x[i] ?? 0) - this.centre
  }

  /** Solves for the linear part; its weighted, relative residuals go into `into` from `offset` on. */
  project(alpha: number, beta: number, into: Float64Array, offset: number): void {
    const { t, y, w, root, g1, g2, length, total, meanY } = this
    const ofG1 = 1 / (alpha + beta)
    const ofG2 = 1 / (alpha * beta * (alpha + beta))
    let mean1 = 0
    let mean2 = 0
    for (let i = 0; i < length; i++) {
      const rising = Math.expm1(beta * (t[i] ?? 0))
      const falling = Math.expm1(-alpha * (t[i] ?? 0))
      const first = (rising - falling) * ofG1
      const second = (alpha * rising + beta * falling) * ofG2
      this.rising[i] = rising
      this.falling[i] = falling
      g1[i] = first
      g2[i] = second
      mean1 += (w[i] ?? 0) * first
      mean2 += (w[i] ?? 0) * second
    }
    mean1 /= total
    mean2 /= total
    let s11 = 0
    let s12 = 0
    let s1y = 0
    for (let i = 0; i < length; i++) {
      const d1 = (g1[i] ?? 0) - mean1
      const wd1 = (w[i] ?? 0) * d1
      s11 += wd1 * d1
      s12 += wd1 * ((g2[i] ?? 0) - mean2)
      s1y += wd1 * ((y[i] ?? 0) - meanY)
    }
    const along = s12 / s11
    const slope = s1y / s11
    let s22 = 0
    let whole = 0
    let s2y = 0
    for (let i = 0; i < length; i++) {
      const d1 = (g1[i] ?? 0) - mean1
      const d2 = (g2[i] ?? 0) - mean2
      const rest = d2 - along * d1
      const wi = w[i] ?? 0
      whole += wi * d2 * d2
      s22 += wi * rest * rest
      s2y += wi * rest * ((y[i] ?? 0) - meanY - slope * d1)
    }
    const isDetermined = s22 > SINGULAR * whole
    const c2 = isDetermined ? s2y / s22 : Number.NaN
    const c1 = slope - along * c2
    this.c2 = c2
    this.c1 = c1
    this.c0 = meanY - c1 * mean1 - c2 * mean2
    this.last = { alpha, beta, mean1, mean2, along, s11, s22 }
    for (let i = 0; i < length; i++) {
      into[offset + i] = isDetermined
        ? ((root[i] ?? 0) * ((y[i] ?? 0) - this.c0 - c1 * (g1[i] ?? 0) - c2 * (g2[i] ?? 0))) / meanY
        : 0
    }
  }

  /**
   * Derivatives of the residuals of the last projection by ln alpha and ln beta: those of the curve with its
   * linear part held, less what that part would take up of them (Kaufman 1975).
   */
  derive(byP: Float64Array, byQ: Float64Array, offset: number): void {
    const { t, w, root, g1, g2, length, total, meanY, c1, c2 } = this
    const { alpha, beta, mean1, mean2, along, s11, s22 } = this.last
    if (!Number.isFinite(c2)) {
      byP.fill(0, offset, offset + length)
      byQ.fill(0, offset, offset + length)
      return
    }
    let [meanP, meanQ, p1, q1, p2, q2] = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < length; i++) {
      const first = g1[i] ?? 0
      const second = g2[i] ?? 0
      const by = basisDerivatives(alpha, beta, t[i] ?? 0, {
        falling: this.falling[i] ?? 0,
        rising: this.rising[i] ?? 0,
        g1: first,
        g2: second,
      })
      const p = alpha * (c1 * by.g1ByAlpha + c2 * by.g2ByAlpha)
      const q = beta * (c1 * by.g1ByBeta + c2 * by.g2ByBeta)
      byP[offset + i] = p
      byQ[offset + i] = q
      const wi = w[i] ?? 0
      const d1 = wi * (first - mean1)
      const rest = wi * (second - mean2) - along * d1
      meanP += wi * p
      meanQ += wi * q
      p1 += d1 * p
      q1 += d1 * q
      p2 += rest * p
      q2 += rest * q
    }
    meanP /= total
    meanQ /= total
    p1 /= s11
    q1 /= s11
    p2 /= s22
    q2 /= s22
    for (let i = 0; i < length; i++) {
      const d1 = (g1[i] ?? 0) - mean1
      const rest = (g2[i] ?? 0) - mean2 - along * d1
      const scale = (root[i] ?? 0) / meanY
      byP[offset + i] = -scale * ((byP[offset + i] ?? 0) - meanP - p1 * d1 - p2 * rest)
      byQ[offset + i] = -scale * ((byQ[offset + i] ?? 0) - meanQ - q1 * d1 - q2 * rest)
    }
  }

  /** The curve that the last projection found; null where the points do not determine it. */
  fitted(alpha: number, beta: number): ShapedCurve | null {
    const { centre, c0, c1, c2 } = this
    return Number.isFinite(c0) && Number.isFinite(c2) ? { centre, alpha, beta, c0, c1, c2 } : null
  }
}

/**
 * Points of nearly one x as their weighted means, each with the sum of their weights: least squares through
 * them has the same minimum up to the bend of a curve within a bin, and what it costs no longer grows.
 */
function binned(
  { x, y }: CurvePoints,
  weights: ArrayLike<number>,
): CurvePoints & { readonly weights: ArrayLike<number> } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const at of Array.from(x)) {
    low = Math.min(low, at)
    high = Math.max(high, at)
  }
  const of = new Float64Array(BINS)
  const sumX = new Float64Array(BINS)
  const sumY = new Float64Array(BINS)
  const scale = high > low ? (BINS - 1e-9) / (high - low) : 0
  for (let i = 0; i < x.length; i++) {
    const w = weights[i] ?? 0
    const bin = Math.floor(((x[i] ?? 0) - low) * scale)
    of[bin] = (of[bin] ?? 0) + w
    sumX[bin] = (sumX[bin] ?? 0) + w * (x[i] ?? 0)
    sumY[bin] = (sumY[bin] ?? 0) + w * (y[i] ?? 0)
  }
  const filled = Array.from(of, (_, bin) => bin).filter((bin) => (of[bin] ?? 0) > 0)
  return {
    x: filled.map((bin) => (sumX[bin] ?? 0) / (of[bin] ?? 1)),
    y: filled.map((bin) => (sumY[bin] ?? 0) / (of[bin] ?? 1)),
    weights: filled.map((bin) => of[bin] ?? 0),
  }
}
