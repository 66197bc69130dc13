/**
 * Solves A x = b for a symmetric A that is positive definite, given as its lower triangle row by row: A = L Lᵀ
 * (Cholesky; Golub and Van Loan 2013, Matrix Computations, section 4.2), written over `triangle`. Null where A is not
 * definite. For the few unknowns of a fit that is made a thousand times, where matrices as objects take longer than
 * their arithmetic; larger systems are ml-matrix's.
 */
export function definiteSolution(triangle: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length
  const x = b.slice()
  for (let i = 0, row = 0; i < n; i++, row += i) {
    let of = x[i] ?? 0
    for (let j = 0, other = 0; j <= i; j++, other += j) {
      let sum = triangle[row + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (triangle[row + k] ?? 0) * (triangle[other + k] ?? 0)
      if (j === i) {
        if (!(sum > 0)) return null
        triangle[row + i] = Math.sqrt(sum)
      } else {
        const factor = sum / (triangle[other + j] ?? 0)
        triangle[row + j] = factor
        of -= factor * (x[j] ?? 0)
      }
    }
    x[i] = of / (triangle[row + i] ?? 0)
  }
  for (let i = n - 1, row = (n * (n - 1)) / 2; i >= 0; row -= i, i--) {
    const value = (x[i] ?? 0) / (triangle[row + i] ?? 0)
    x[i] = value
    for (let j = 0; j < i; j++) x[j] = (x[j] ?? 0) - (triangle[row + j] ?? 0) * value
  }
  return x
}
