import { isoFlopEstimator } from '../../scaling/estimators/estimators.ts'
import { backtest, type Backtest, type BacktestFault } from './backtest.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { studyMethods, type StudyMethods } from '../methodLaws.ts'
import type { StudyChoices } from '../choices.ts'
import type { Study } from '../study.ts'

/** What the checks of a study are made of; plain data, so that a worker can do them. */
export type ChecksInput = Omit<Study, 'analysis' | 'runs' | 'metrics'> & {
  readonly choices: StudyChoices
  readonly lossUnit: string
}

/** Every estimator on the same runs, what the law says of budgets it has not seen, and what speaks against it. */
export interface StudyChecks extends StudyMethods {
  readonly backtest: Backtest | BacktestFault
  /** The gravest first; how far a budget is extrapolated is not among them. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Share of the work that goes into the estimators, roughly. */
const METHODS_SHARE = 0.9

/**
 * Checks a study. Intervals in them are by the delta method whatever is chosen for the laws, because the
 * others would take as long again for each estimator. `onProgress` hears the fraction done.
 */
export function studyChecks(
  { choices: chosen, lossUnit, ...input }: ChecksInput,
  onProgress: (fraction: number) => void,
): StudyChecks {
  const choices: StudyChoices = { ...chosen, intervalMethod: 'delta' }
  const { groups, settings, kind, taking } = input
  const analysis =
    kind === 'isoflop' ? isoFlopEstimator(settings.estimator).fit({ groups, settings }) : null
  const study: Study = { ...input, runs: taking, metrics: [settings.metric], analysis }
  const methods = studyMethods({ ...study, choices }, (fraction) => {
    onProgress(METHODS_SHARE * fraction)
  })
  const replicates = methods.methods.find(({ id }) => id === settings.estimator)?.replicates ?? null
  const tested = backtest(study, choices, replicates)
  const diagnostics = diagnose(study, choices, {
    ...{ replicates, methods, lossUnit, extrapolation: null },
  })
  onProgress(1)
  return { ...methods, backtest: tested, diagnostics }
}
