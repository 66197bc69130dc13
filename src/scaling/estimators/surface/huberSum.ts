import type { SurfacePoints } from './surfacePoints.ts'

/** Parameters in the log-sum-exp form: a = ln A, b = ln B, e = ln E, and the exponents. */
export type LogParameters = Float64Array

/** Below this size a few terms of a series are exp and log to the last digit. */
const SMALL = 0.1

/** Writes exp(level - slope·x). */
function writeTerm(into: Float64Array, level: number, slope: number, x: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = Math.exp(level - slope * (x[i] ?? 0))
}

/** The same from values at another level and slope less than SMALL away: Taylor's polynomial leaves out less than 3e-17. */
function writeTermNear(
  into: Float64Array,
  from: Float64Array,
  [level, slope]: readonly [number, number],
  x: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const z = level - slope * (x[i] ?? 0)
    const highest = 1 / 5040 + z * (1 / 40_320 + z * (1 / 362_880))
    const high = 1 / 24 + z * (1 / 120 + z * (1 / 720 + z * highest))
    into[i] = (from[i] ?? 0) * (1 + z * (1 + z * (1 / 2 + z * (1 / 6 + z * high))))
  }
}

/** Writes ln(value / of) of positive numbers, by ln q = 2 artanh((q - 1)/(q + 1)) where they are near to one another. */
function writeLogRatios(
  into: Float64Array,
  [ofN, ofD, ofE]: readonly [Float64Array, Float64Array, number],
  of: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const value = (ofN[i] ?? 0) + (ofD[i] ?? 0) + ofE
    const other = of[i] ?? 0
    const t = (value - other) / (value + other)
    const square = t * t
    if (square < (SMALL * SMALL) / 4) {
      const high = 1 / 7 + square * (1 / 9 + square * (1 / 11 + square * (1 / 13)))
      into[i] = 2 * t * (1 + square * (1 / 3 + square * (1 / 5 + square * high)))
    } else into[i] = Math.log(value / other)
  }
}

/**
 * The objective with its gradient and Hessian by (a, b, e, alpha, beta): the innermost loops of a thousand refits. Values
 * and derivatives have a loop each, since a step that is refused needs no derivatives; the fifteen sums stand in variables
 * of their own, which is twice as fast as in arrays; and as exp and log are most of the work, terms a small step away
 * are multiplied up from those before it, and logarithms of ratios near 1 taken by their series.
 */
export class HuberSum {
  private readonly delta: number
  private readonly count: Float64Array
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly loss: Float64Array
  /** Of the last place: A·N^-alpha, B·D^-beta, and the residuals. */
  private readonly ofN: Float64Array
  private readonly ofD: Float64Array
  private readonly residual: Float64Array
  private ofE = 0
  private last: LogParameters = new Float64Array(5)
  /** The terms where derivatives were taken last, from which the search goes on. */
  private readonly fromN: Float64Array
  private readonly fromD: Float64Array
  private from: LogParameters | null = null
  private readonly mostX: number
  private readonly mostY: number

  constructor(
    { logScale, logTokens, loss }: SurfacePoints,
    delta: number,
    counts: ArrayLike<number> | undefined,
  ) {
    this.delta = delta
    this.count = loss.map((_, i) => counts?.[i] ?? 1)
    this.x = logScale
    this.y = logTokens
    this.loss = loss
    this.ofN = new Float64Array(loss.length)
    this.ofD = new Float64Array(loss.length)
    this.residual = new Float64Array(loss.length)
    this.fromN = new Float64Array(loss.length)
    this.fromD = new Float64Array(loss.length)
    this.mostX = logScale.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    this.mostY = logTokens.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  }

  valueAt(parameters: LogParameters): number {
    const { delta, count, residual } = this
    const [a = 0, b = 0, e = 0, alpha = 0, beta = 0] = parameters
    const [a0 = Number.NaN, b0 = 0, , alpha0 = 0, beta0 = 0] = this.from ?? []
    const [da, db, dAlpha, dBeta] = [a - a0, b - b0, alpha - alpha0, beta - beta0]
    const stepN = Math.abs(da) + Math.abs(dAlpha) * this.mostX
    const stepD = Math.abs(db) + Math.abs(dBeta) * this.mostY
    if (Math.max(stepN, stepD) < SMALL) {
      writeTermNear(this.ofN, this.fromN, [da, dAlpha], this.x)
      writeTermNear(this.ofD, this.fromD, [db, dBeta], this.y)
    } else {
      writeTerm(this.ofN, a, alpha, this.x)
      writeTerm(this.ofD, b, beta, this.y)
    }
    this.ofE = Math.exp(e)
    this.last = parameters
    writeLogRatios(residual, [this.ofN, this.ofD, this.ofE], this.loss)
    let sum = 0
    for (let i = 0; i < count.length; i++) {
      const size = Math.abs(residual[i] ?? 0)
      sum += (count[i] ?? 0) * (size <= delta ? (size * size) / 2 : delta * (size - delta / 2))
    }
    return sum
  }

  /** At the place of the last value. */
  derivatives(): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
    const { delta, count: counts, ofE } = this
    let [ga, gb, ge, gx, gy] = [0, 0, 0, 0, 0]
    let [aa, ab, bb, ae, be, ee] = [0, 0, 0, 0, 0, 0]
    let [ax, bx, ex, xx, ay, by, ey, xy, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i] ?? 0
      const x = this.x[i] ?? 0
      const y = this.y[i] ?? 0
      const r = this.residual[i] ?? 0
      const isSquare = Math.abs(r) <= delta
      const slope = count * (isSquare ? r : r < 0 ? -delta : delta)
      const curvature = (isSquare ? count : 0) - slope
      // Shares of the three terms; d ln total = p da + q db + s de - p x dalpha - q y dbeta.
      const ofN = this.ofN[i] ?? 0
      const ofD = this.ofD[i] ?? 0
      const ofTotal = 1 / (ofN + ofD + ofE)
      const p = ofN * ofTotal
      const q = ofD * ofTotal
      const s = ofE * ofTotal
      const px = p * x
      const qy = q * y
      ga += slope * p
      gb += slope * q
      ge += slope * s
      gx -= slope * px
      gy -= slope * qy
      // Second derivatives of ln total: those of the terms themselves less the square of the gradient.
      aa += curvature * p * p + slope * p
      ab += curvature * p * q
      bb += curvature * q * q + slope * q
      ae += curvature * p * s
      be += curvature * q * s
      ee += curvature * s * s + slope * s
      ax -= curvature * px * p + slope * px
      bx -= curvature * px * q
      ex -= curvature * px * s
      xx += curvature * px * px + slope * px * x
      ay -= curvature * qy * p
      by -= curvature * qy * q + slope * qy
      ey -= curvature * qy * s
      xy += curvature * px * qy
      yy += curvature * qy * qy + slope * qy * y
    }
    this.goOnFromHere()
    return {
      gradient: Float64Array.of(ga, gb, ge, gx, gy),
      // Its lower triangle, row by row.

      hessian: Float64Array.of(aa, ab, bb, ae, be, ee, ax, bx, ex, xx, ay, by, ey, xy, yy),
    }
  }

  private goOnFromHere(): void {
    this.from = this.last
    this.fromN.set(this.ofN)
    this.fromD.set(this.ofD)
  }
}
