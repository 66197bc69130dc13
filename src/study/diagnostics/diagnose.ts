import { extent } from 'd3-array'
import { fitLaws, profilesOf } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { StudyMethods } from '../methodLaws.ts'
import type { StudyChoices } from '../choices.ts'
import type { Study } from '../study.ts'
import { diagnostic, ranked, type Diagnostic } from './diagnostic.ts'
import { diagnosticsOfCurves } from './ofCurves.ts'
import { diagnosticsOfGrid } from './ofGrid.ts'
import { diagnosticsOfLaws } from './ofLaws.ts'
import { diagnosticsOfRuns } from './ofRuns.ts'
import { diagnosticsOfSurface } from './ofSurface.ts'

/** What is known of a study besides its curves. */
export interface DiagnosedResults {
  readonly replicates: LawReplicates | null
  readonly methods: StudyMethods | null
  readonly lossUnit: string
  /** Factor by which the budget lies beyond the fitted range; null where there is no law. */
  readonly extrapolation: number | null
}

/** Every diagnostic of a sweep, the gravest first. */
export function diagnose(
  study: Study,
  choices: StudyChoices,
  { replicates, methods, lossUnit, extrapolation }: DiagnosedResults,
): readonly Diagnostic[] {
  const { analysis, kind, settings } = study
  const all = methods?.methods ?? []
  return ranked([
    ...(kind === 'isoflop' ? [] : [diagnostic('no-budgets', 'warning', { of: kind ?? 'no-runs' })]),
    ...(analysis === null
      ? []
      : [...diagnosticsOfCurves(analysis, settings), ...diagnosticsOfGrid(analysis, settings)]),
    ...diagnosticsOfLaws(study, { choices, replicates, methods: all, extrapolation }),
    ...noiseThatChanges(study),
    ...diagnosticsOfRuns(study, lossUnit),
    ...diagnosticsOfSurface(methods?.surface ?? null, choices.level),
  ])
}

/** Relative noise below this is rounding. */
const LEAST_NOISE = 1e-5

/** Noise of the runs that grows or falls with compute, as the covariance of the optima found it. */
function noiseThatChanges({ groups, settings, analysis }: Study): readonly Diagnostic[] {
  if (analysis === null) return []
  const { covariance } = fitLaws(
    profilesOf(groups, settings.metric, settings),
    profilesOf(groups, 'D', settings),
    settings,
  )
  const [least = 0, most = 0] = extent(covariance?.noise ?? [])
  // Noise-free runs leave rounding, which follows no law.
  if (!(most > least * 1.01) || most < LEAST_NOISE) return []
  return [
    diagnostic('noise-changes', 'note', {
      values: [covariance?.noise[0] ?? least, covariance?.noise.at(-1) ?? most],
    }),
  ]
}
