import type { Run } from '../runs/run.ts'

/** The loss of a run while it was trained. */
export interface TrainingCurve {
  /** The run at its end. */
  readonly run: Run
  /** Compute spent, FLOPs, ascending; as long as `loss`. */
  readonly computeFlops: Float64Array
  /** Held-out or training loss as logged, in the sweep's unit; finite. */
  readonly loss: Float64Array
}
