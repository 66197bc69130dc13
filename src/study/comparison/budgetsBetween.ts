/** Five budgets from one to another, evenly in ln C, FLOPs. */
export function logBudgets(low: number, high: number): readonly number[] {
  return [0, 1, 2, 3, 4].map((i) => low * (high / low) ** (i / 4))
}
