/**
 * One way to find laws in data. All of them have this shape, so that a table, a worker or a report can
 * hold any.
 *
 * `fit` gives the fit or the reason why there is none, and never throws because of data. `resample`
 * gives the same fit for every resampled data set, from which intervals are made. `evaluate` reads the
 * laws at a budget; it is what a slider may call.
 */
export interface Estimator<Id extends string, Data, Fit, Resamples, Replicates, Laws, Value> {
  readonly id: Id
  /** As it stands beside what it gave. */
  readonly name: string
  /** What is fitted, in the symbols of the field. */
  readonly formula: string
  /** Authors, year, paper, section or equation. */
  readonly source: string
  readonly fit: (data: Data) => Fit
  readonly resample: (resamples: Resamples, onProgress: (fraction: number) => void) => Replicates
  readonly evaluate: (laws: Laws, computeFlops: number) => Value
}
