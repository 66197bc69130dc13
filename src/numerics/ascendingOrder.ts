/**
 * Positions of numbers, none NaN, in ascending order; equal ones in the order given. By ranks among the sorted numbers:
 * a browser sorts numbers themselves many times as fast as it sorts by a comparison.
 */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const sorted = new Float64Array(values).sort()
  const taken = new Uint32Array(values.length)
  const order = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const first = firstNotBelow(sorted, values[i] ?? 0)
    const equals = taken[first] ?? 0
    order[first + equals] = i
    taken[first] = equals + 1
  }
  return order
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
