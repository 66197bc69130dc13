import { runLabel } from './runLabel.ts'
import type { IsoFlopProfile } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import {
  budgetFlops,
  type FitSettings,
  type SweepAnalysis,
} from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { trustedOptimum } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { diagnostic, type Diagnostic } from './diagnostic.ts'

/** Fewer runs with a say than these leave a curve of three coefficients hardly any to be judged by. */
const FEW_RUNS = 5
/** Budgets below which a law's scatter cannot be told from its slope. */
const FEW_BUDGETS = 4

/** What the curves of the budgets tell: edges, distrust, runs without a say, too few of either. */
export function diagnosticsOfCurves(
  { scaleProfiles, shape }: SweepAnalysis,
  settings: FitSettings,
): readonly Diagnostic[] {
  const told: Diagnostic[] = []
  const where = (test: (profile: IsoFlopProfile) => boolean): readonly number[] =>
    scaleProfiles.filter(test).map((profile) => budgetFlops(profile, settings))
  const tell = (
    code: Diagnostic['code'],
    severity: Diagnostic['severity'],
    budgets: readonly number[],
  ): void => {
    if (budgets.length > 0) told.push(diagnostic(code, severity, { budgets }))
  }
  tell(
    'optimum-at-edge',
    'warning',
    where(({ fit }) => fit.status === 'fitted' && fit.distrust === null && !fit.optimum.interior),
  )
  tell(
    'curve-distrusted',
    'warning',
    where(({ fit }) => fit.status !== 'fitted' || fit.distrust !== null),
  )
  tell(
    'few-runs',
    'warning',
    where(
      ({ fitted, withoutWeight, fit }) =>
        fit.status === 'fitted' && fitted.length - withoutWeight.length < FEW_RUNS,
    ),
  )
  const counting = scaleProfiles.filter((profile) => trustedOptimum(profile) !== null).length
  if (counting < FEW_BUDGETS) {
    told.push(diagnostic('few-budgets', 'warning', { values: [counting] }))
  }
  const weightless = scaleProfiles.flatMap(({ withoutWeight }) => withoutWeight)
  if (weightless.length > 0) {
    told.push(
      diagnostic('runs-without-weight', 'note', {
        budgets: where(({ withoutWeight }) => withoutWeight.length > 0),
        runs: weightless.map(runLabel),
        values: [weightless.length],
      }),
    )
  }
  if (shape?.isWhole === false) told.push(diagnostic('shape-does-not-hold', 'warning'))
  return told
}
