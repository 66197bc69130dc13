/**
 * What a learning rate and a batch beside the best cost: with x = ln(rate/best) and y = ln(batch/best), the logarithm of the loss
 * rises by rate·x² + both·x·y + batch·y². Measured on the runs that Li et al. 2025 (Step Law, arXiv:2503.04715) published: by least squares in
 * each of their 17 pairs of size and tokens, over the runs within 10% of the lowest loss (1,655 of 1,911); medians over the pairs,
 * whose quartiles are .0096–.0118, −.0064–−.0055 and .0073–.0086. From 2.1e8 parameters and 4e9 tokens upwards: below, it is extrapolated.
 */
export const UNTUNED_COST = { rate: 0.011, both: -0.0057, batch: 0.0078 } as const

/** How far something is from its best, as the logarithm of the ratio; null where it is the best that the other allows. */
export interface Untuned {
  readonly rate: number | null
  readonly batch: number | null
}

/** What ln loss rises by, as {@link UNTUNED_COST} says. */
export function untunedCost({ rate: x, batch: y }: Untuned): number {
  const { rate, both, batch } = UNTUNED_COST
  if (x !== null && y !== null) return rate * x * x + both * x * y + batch * y * y
  // What is chosen anew is at the bottom of the parabola that the other leaves.
  if (x !== null) return (rate - both ** 2 / (4 * batch)) * x * x
  if (y !== null) return (batch - both ** 2 / (4 * rate)) * y * y
  return 0
}
