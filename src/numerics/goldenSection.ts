const INVERSE_GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Minimum of a unimodal function on [low, high] by golden-section search (Kiefer 1953),
 * to the given width of the bracket. Returns the middle of the last bracket.
 */
export function goldenSection(
  f: (x: number) => number,
  low: number,
  high: number,
  width: number,
): number {
  let a = low
  let b = high
  let x1 = b - INVERSE_GOLDEN * (b - a)
  let x2 = a + INVERSE_GOLDEN * (b - a)
  let f1 = f(x1)
  let f2 = f(x2)
  while (b - a > width) {
    if (f1 <= f2) {
      b = x2
      x2 = x1
      f2 = f1
      x1 = b - INVERSE_GOLDEN * (b - a)
      f1 = f(x1)
    } else {
      a = x1
      x1 = x2
      f1 = f2
      x2 = a + INVERSE_GOLDEN * (b - a)
      f2 = f(x2)
    }
  }
  return (a + b) / 2
}
