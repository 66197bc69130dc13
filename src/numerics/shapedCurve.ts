/** A convex curve c0 + c1 g1(t) + c2 g2(t), t = x - centre; see {@link shapeBasis}. */
export interface ShapedCurve {
  readonly centre: number
  readonly alpha: number
  readonly beta: number
  readonly c0: number
  readonly c1: number
  readonly c2: number
}

/**
 * The two moving parts of a curve: g1 ~ t and g2 ~ t²/2 near 0, combinations of exp(-alpha t) and
 * exp(beta t) that stay apart where alpha and beta are small.
 */
export function shapeBasis(alpha: number, beta: number, t: number): { g1: number; g2: number } {
  return basisOf(alpha, beta, Math.expm1(-alpha * t), Math.expm1(beta * t))
}

function basisOf(
  alpha: number,
  beta: number,
  falling: number,
  rising: number,
): { g1: number; g2: number } {
  return {
    g1: (rising - falling) / (alpha + beta),
    g2: (alpha * rising + beta * falling) / (alpha * beta * (alpha + beta)),
  }
}

/** Derivatives of the two moving parts by the exponents. */
export interface BasisDerivatives {
  readonly g1ByAlpha: number
  readonly g2ByAlpha: number
  readonly g1ByBeta: number
  readonly g2ByBeta: number
}

/** Derivatives of {@link shapeBasis} by alpha and beta, from its parts, expm1(-alpha t) and expm1(beta t). */
export function basisDerivatives(
  alpha: number,
  beta: number,
  t: number,
  { falling, rising, g1, g2 }: { falling: number; rising: number; g1: number; g2: number },
): BasisDerivatives {
  const tFalling = t * (1 + falling)
  const tRising = t * (1 + rising)
  const whole = alpha + beta
  const product = alpha * beta * whole
  return {
    g1ByAlpha: (tFalling - g1) / whole,
    g2ByAlpha: (rising - beta * tFalling - beta * (alpha + whole) * g2) / product,
    g1ByBeta: (tRising - g1) / whole,
    g2ByBeta: (alpha * tRising + falling - alpha * (beta + whole) * g2) / product,
  }
}

/** {@link shapeBasis} with its derivatives. */
export function shapeBasisDerivatives(
  alpha: number,
  beta: number,
  t: number,
): BasisDerivatives & { readonly g1: number; readonly g2: number } {
  const falling = Math.expm1(-alpha * t)
  const rising = Math.expm1(beta * t)
  const { g1, g2 } = basisOf(alpha, beta, falling, rising)
  return { g1, g2, ...basisDerivatives(alpha, beta, t, { falling, rising, g1, g2 }) }
}

/** Value of a curve at x. */
export function evaluateShapedCurve(
  { centre, alpha, beta, c0, c1, c2 }: ShapedCurve,
  x: number,
): number {
  const { g1, g2 } = shapeBasis(alpha, beta, x - centre)
  return c0 + c1 * g1 + c2 * g2
}

/**
 * Where a curve is lowest, from dy/dx = 0: t = ln((c2 - alpha c1) / (c2 + beta c1)) / (alpha + beta).
 * Null where it falls or rises throughout.
 */
export function shapedMinimum(
  curve: ShapedCurve,
): { readonly x: number; readonly y: number } | null {
  const { centre, alpha, beta, c1, c2 } = curve
  const left = c2 - alpha * c1
  const right = c2 + beta * c1
  if (!(left > 0 && right > 0)) return null
  const x = centre + Math.log(left / right) / (alpha + beta)
  return Number.isFinite(x) ? { x, y: evaluateShapedCurve(curve, x) } : null
}

/** Second derivative of a curve at x. */
export function shapedCurvature({ centre, alpha, beta, c1, c2 }: ShapedCurve, x: number): number {
  const rising = Math.exp(beta * (x - centre))
  const falling = Math.exp(-alpha * (x - centre))
  const ofG1 = beta ** 2 * rising - alpha ** 2 * falling
  const ofG2 = beta * rising + alpha * falling
  return (c1 * ofG1 + c2 * ofG2) / (alpha + beta)
}
