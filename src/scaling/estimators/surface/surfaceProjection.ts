import type { CentredSurface, SurfacePoints } from './surfacePoints.ts'

/** The linear part of a surface for any (alpha, beta), without allocation: it is asked for by the thousand. */
export class SurfaceProjection {
  readonly count: number
  readonly weights: Float64Array
  private readonly root: Float64Array
  private readonly u: Float64Array
  private readonly v: Float64Array
  private E = 0
  private A = 0
  private B = 0
  private alpha = 0
  private beta = 0

  private readonly points: SurfacePoints

  constructor(points: SurfacePoints) {
    this.points = points
    this.count = points.loss.length
    this.weights = new Float64Array(this.count).fill(1)
    this.root = this.points.loss.map((loss) => 1 / loss)
    this.u = new Float64Array(this.count)
    this.v = new Float64Array(this.count)
  }

  /** Takes new weights from residuals. */
  weigh(residuals: Float64Array, weightOf: (residual: number, i: number) => number): void {
    const { loss } = this.points
    for (let i = 0; i < this.count; i++) {
      const w = weightOf(residuals[i] ?? 0, i)
      this.weights[i] = w
      this.root[i] = Math.sqrt(w) / (loss[i] ?? 1)
    }
  }

  /** Sum of weighted, relative squares at ln alpha, ln beta; the residuals go into `into` where it is given. */
  squaresAt(p: number, q: number, into?: Float64Array): number {
    const { logScale, logTokens, loss } = this.points
    const [alpha, beta] = [Math.exp(p), Math.exp(q)]
    ;[this.alpha, this.beta] = [alpha, beta]
    let [s00, s01, s02, s11, s12, s22, t0, t1, t2, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < this.count; i++) {
      const w = this.root[i] ?? 0
      const u = w * Math.exp(-alpha * (logScale[i] ?? 0))
      const v = w * Math.exp(-beta * (logTokens[i] ?? 0))
      const y = w * (loss[i] ?? 0)
      this.u[i] = u
      this.v[i] = v
      s00 += w * w
      s01 += w * u
      s02 += w * v
      s11 += u * u
      s12 += u * v
      s22 += v * v
      t0 += w * y
      t1 += u * y
      t2 += v * y
      yy += y * y
    }
    this.solve([s00, s01, s02, s11, s12, s22], [t0, t1, t2])
    let sum = 0
    for (let i = 0; i < this.count; i++) {
      const w = this.root[i] ?? 0
      const r =
        w * (loss[i] ?? 0) - this.E * w - this.A * (this.u[i] ?? 0) - this.B * (this.v[i] ?? 0)
      sum += r * r
      if (into !== undefined) into[i] = r
    }
    return yy > 0 ? sum : Number.NaN
  }

  /**
   * Derivatives of the residuals of the last projection by ln alpha and ln beta: those of the two terms with
   * E, A and B held, less what those that are not 0 would take up of them (Kaufman 1975, BIT 15, 49).
   */
  derive(byP: Float64Array, byQ: Float64Array): void {
    const { logScale, logTokens } = this.points
    for (let i = 0; i < this.count; i++) {
      byP[i] = this.A * this.alpha * (logScale[i] ?? 0) * (this.u[i] ?? 0)
      byQ[i] = this.B * this.beta * (logTokens[i] ?? 0) * (this.v[i] ?? 0)
    }
    const columns = [
      ...(this.E > 0 ? [this.root.slice()] : []),
      ...(this.A > 0 ? [this.u.slice()] : []),
      ...(this.B > 0 ? [this.v.slice()] : []),
    ]
    columns.forEach((column, k) => {
      for (const later of [...columns.slice(k + 1), byP, byQ]) takeOff(column, later)
    })
  }

  /** The surface of the last projection. */
  surface(alpha: number, beta: number): CentredSurface {
    return { E: this.E, A: this.A, B: this.B, alpha, beta }
  }

  /** The surface at given exponents; null where the points do not determine it. */
  at(alpha: number, beta: number): CentredSurface | null {
    return Number.isFinite(this.squaresAt(Math.log(alpha), Math.log(beta)))
      ? this.surface(alpha, beta)
      : null
  }

  /** Unweighted residuals of a surface, relative to the loss. */
  residualsOf({ E, A, B, alpha, beta }: CentredSurface): Float64Array {
    const { logScale, logTokens, loss } = this.points
    return loss.map(
      (value, i) =>
        1 -
        (E +
          A * Math.exp(-alpha * (logScale[i] ?? 0)) +
          B * Math.exp(-beta * (logTokens[i] ?? 0))) /
          value,
    )
  }

  /** Non-negative least squares of three columns by their normal equations: the best feasible face. */
  private solve(
    [s00 = 0, s01 = 0, s02 = 0, s11 = 0, s12 = 0, s22 = 0]: readonly number[],
    [t0 = 0, t1 = 0, t2 = 0]: readonly number[],
  ): void {
    const c00 = s11 * s22 - s12 * s12
    const c01 = s02 * s12 - s01 * s22
    const c02 = s01 * s12 - s02 * s11
    const determinant = s00 * c00 + s01 * c01 + s02 * c02
    const E = (c00 * t0 + c01 * t1 + c02 * t2) / determinant
    const A = (c01 * t0 + (s00 * s22 - s02 * s02) * t1 + (s01 * s02 - s00 * s12) * t2) / determinant
    const B = (c02 * t0 + (s01 * s02 - s00 * s12) * t1 + (s00 * s11 - s01 * s01) * t2) / determinant
    if (E >= 0 && A >= 0 && B >= 0) {
      ;[this.E, this.A, this.B] = [E, A, B]
      return
    }
    // On a face: gain t'x of each feasible pair and of each column alone; the largest is the least misfit.
    let best = 0
    const take = (gain: number, e: number, a: number, b: number): void => {
      if (!(e >= 0 && a >= 0 && b >= 0 && gain > best)) return
      best = gain
      ;[this.E, this.A, this.B] = [e, a, b]
    }
    ;[this.E, this.A, this.B] = [0, 0, 0]
    const pair = (aa: number, ab: number, bb: number, ta: number, tb: number): [number, number] => {
      const d = aa * bb - ab * ab
      return [(ta * bb - tb * ab) / d, (tb * aa - ta * ab) / d]
    }
    const [e1, a1] = pair(s00, s01, s11, t0, t1)
    take(t0 * e1 + t1 * a1, e1, a1, 0)
    const [e2, b2] = pair(s00, s02, s22, t0, t2)
    take(t0 * e2 + t2 * b2, e2, 0, b2)
    const [a3, b3] = pair(s11, s12, s22, t1, t2)
    take(t1 * a3 + t2 * b3, 0, a3, b3)
    take((t0 * t0) / s00, t0 / s00, 0, 0)
    take((t1 * t1) / s11, 0, t1 / s11, 0)
    take((t2 * t2) / s22, 0, 0, t2 / s22)
  }
}

/** Takes off a vector what lies along another. */
function takeOff(along: Float64Array, vector: Float64Array): void {
  let [shared, square] = [0, 0]
  for (let i = 0; i < along.length; i++) {
    const a = along[i] ?? 0
    shared += a * (vector[i] ?? 0)
    square += a * a
  }
  const share = square > 0 ? shared / square : 0
  for (let i = 0; i < along.length; i++) vector[i] = (vector[i] ?? 0) - share * (along[i] ?? 0)
}
