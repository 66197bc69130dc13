/** Step through an order, as a fraction of it: the golden section, after which no period in the order repeats. */
const STEP = (Math.sqrt(5) - 1) / 2

/** Positions of `count` of `n` things, none twice, spread through their order without a period of their own. */
export function spread(n: number, count: number): Uint32Array {
  let step = Math.max(1, Math.round(n * STEP))
  while (divisor(step, n) > 1) step--
  return Uint32Array.from({ length: Math.min(n, count) }, (_, i) => (i * step) % n)
}

/** Greatest common divisor. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
