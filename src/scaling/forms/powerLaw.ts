/** y = coefficient * x^exponent. */
export interface PowerLaw {
  readonly coefficient: number
  readonly exponent: number
}

/** Value of a power law at x > 0: coefficient * x^exponent, in the unit of the coefficient's y. */
export function evaluatePowerLaw(law: PowerLaw, x: number): number {
  return law.coefficient * x ** law.exponent
}
