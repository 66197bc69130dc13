import { cutCurves } from '../../scaling/curves/cutCurves.ts'
import type { TrainingCurve } from '../../scaling/curves/trainingCurve.ts'
import type { ImportedSweep } from './importedSweep.ts'

/**
 * A sweep of points of its training curves at equal compute in place of the ends of its runs, and what was done. Where
 * no budget is passed by enough sizes, the ends stay and the derivation says so.
 */
export function cutSweep(ends: ImportedSweep, curves: readonly TrainingCurve[]): ImportedSweep {
  const { runs, budgets, passedOver } = cutCurves(curves)
  return {
    ...ends,
    runs: runs.length === 0 ? ends.runs : runs,
    derivations: [
      ...ends.derivations,
      {
        code: 'curves-cut',
        points: runs.length,
        curves: curves.length,
        low: budgets.at(0) ?? null,
        high: budgets.at(-1) ?? null,
        budgets: budgets.length,
        passedOver,
      },
    ],
  }
}
