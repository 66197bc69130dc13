import type { CurveForm } from './profileCurve.ts'

/** The runs of a budget as points: ln of scale or tokens, and loss. */
export interface RunPoints {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Losses of each about the budget, where they were cut from training curves (`Run.lossesAround`). */
  readonly around?: readonly (readonly number[])[]
}

/** A budget's curve and how much each of its points had to say. */
export interface FittedCurve {
  /** Null where the points do not determine one. */
  readonly form: CurveForm | null
  /** How far a point lies within the reach of a local fit, 0..1; 1 everywhere where all runs are fitted. */
  readonly reach: Float64Array
  /** Weight of a point by its residual, 0..1; 1 everywhere in ordinary least squares. */
  readonly trust: Float64Array
}

/** Every point with a full say. */
export function fullSay({ x }: RunPoints): Float64Array {
  return new Float64Array(x.length).fill(1)
}
