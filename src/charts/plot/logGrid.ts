/** `count` values from low to high, evenly spaced in the logarithm, both ends included. */
export function logGrid(low: number, high: number, count: number): number[] {
  const ratio = Math.log(high / low)
  return Array.from({ length: count }, (_, i) => low * Math.exp((ratio * i) / (count - 1)))
}
