import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { noiseDraws } from '../scaling/estimators/isoFlop/intervals/draws.ts'
import type { ProfileEstimator } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { LossLaw } from '../scaling/estimators/overCompute/lossLaw.ts'
import type { SurfaceFit, SurfaceMethod } from '../scaling/estimators/surface/fitSurface.ts'
import type { SurfaceReplicates } from '../scaling/estimators/surface/surfaceReplicates.ts'
import { ISOFLOP_ESTIMATORS, SURFACE_ESTIMATORS } from '../scaling/estimators/estimators.ts'
import {
  flopsPerScaleToken,
  optimalAllocation,
  optimalLoss,
  type ParametricLoss,
} from '../scaling/forms/parametricLoss.ts'
import type { PowerLaw } from '../scaling/forms/powerLaw.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { resampleInput, type StudyChoices } from './choices.ts'
import { type Study } from './study.ts'

/** The laws of a sweep by one estimator, beside those of the others. */
export interface MethodLaws {
  readonly id: ProfileEstimator | SurfaceMethod
  readonly family: 'isoflop' | 'surface'
  readonly laws: {
    readonly scale: PowerLaw
    readonly tokens: PowerLaw
    readonly loss: LossLaw | null
  } | null
  /** What its intervals are made of; null where none were made. */
  readonly replicates: LawReplicates | null
  /** Why there are no laws. */
  readonly reason: string | null
}

/** The surface of a sweep with its replicates. */
export interface FittedSurface {
  readonly metric: ScaleMetric
  readonly fit: SurfaceFit
  readonly replicates: SurfaceReplicates | null
}

/** Every estimator on the same runs. */
export interface StudyMethods {
  readonly methods: readonly MethodLaws[]
  /** The surface by the method that was chosen; null for a sweep that has none. */
  readonly surface: FittedSurface | null
}

/** What the estimators need of a study; plain data, so that a worker can do it. */
export type MethodsInput = Pick<Study, 'groups' | 'taking' | 'settings' | 'kind'> & {
  readonly choices: StudyChoices
}

/**
 * Laws by every estimator: the IsoFLOP family where there are budgets, with intervals by the method that is
 * chosen for curves that are quick to fit and by the delta method for the others, and the surface with its
 * bootstrap. Least absolute deviations have intervals only where they are chosen: they are slow to refit.
 */
export function studyMethods(
  { groups, taking, settings, kind, choices }: MethodsInput,
  onProgress: (fraction: number) => void,
): StudyMethods {
  const curves = kind === 'isoflop' ? ISOFLOP_ESTIMATORS : []
  const surfaces = kind === 'isoflop' || kind === 'scattered' ? SURFACE_ESTIMATORS : []
  const steps = curves.length + 4 * surfaces.length
  let done = 0
  const advance = (by: number): void => {
    done += by
    onProgress(done / steps)
  }
  const methods: MethodLaws[] = curves.map((estimator) => {
    const own = { ...settings, estimator: estimator.id }
    const analysis = estimator.fit({ groups, settings: own })
    const input = resampleInput({ groups, settings: own, analysis }, choices)
    const replicates =
      input === null ? null : estimator.resample({ ...input, method: 'delta' }, () => undefined)
    advance(1)
    const { scale, tokens, loss } = analysis.laws
    return scale.status === 'fitted' && tokens.status === 'fitted'
      ? {
          ...{ id: estimator.id, family: 'isoflop', replicates, reason: null },
          laws: { scale, tokens, loss: loss.status === 'fitted' ? loss : null },
        }
      : {
          ...{ id: estimator.id, family: 'isoflop', laws: null, replicates: null },
          reason: scale.status === 'unfittable' ? scale.reason : 'too-few-optima',
        }
  })
  const { replicates: count, seed } = choices
  let chosen: FittedSurface | null = null
  for (const estimator of surfaces) {
    const { id } = estimator
    const fit = estimator.fit({ runs: taking, metric: settings.metric })
    advance(1)
    const isChosen = id === choices.surfaceMethod
    const replicates =
      fit.status === 'fitted' && (isChosen || id !== 'approach-3-absolute')
        ? estimator.resample(
            { runs: taking, metric: settings.metric, fit, replicates: count, seed },
            () => undefined,
          )
        : null
    advance(3)
    if (isChosen) chosen = { metric: settings.metric, fit, replicates }
    methods.push(surfaceLaws(id, { metric: settings.metric, fit, replicates }, choices))
  }
  return { methods, surface: chosen }
}

/** The laws that a surface implies, with replicates of them. */
export function surfaceLaws(
  id: SurfaceMethod,
  { metric, fit, replicates }: FittedSurface,
  { seed }: Pick<StudyChoices, 'seed'>,
): MethodLaws {
  const said = { id, family: 'surface' as const }
  if (fit.status === 'unfittable') {
    return { ...said, laws: null, replicates: null, reason: fit.reason }
  }
  const k = flopsPerScaleToken(metric)
  const { scale, tokens } = optimalAllocation(fit.surface, k)
  return {
    ...said,
    laws: { scale, tokens, loss: optimalLoss(fit.surface, k) },
    replicates: replicates === null ? null : impliedReplicates(replicates, fit.noise, k, seed),
    reason: null,
  }
}

/** Replicates of the laws that replicates of a surface imply. */
function impliedReplicates(
  columns: SurfaceReplicates,
  noise: number,
  k: number,
  seed: number,
): LawReplicates {
  const count = columns.E.length
  const column = (): Float64Array => new Float64Array(count).fill(Number.NaN)
  const scale = { logCoefficient: column(), exponent: column() }
  const tokens = { logCoefficient: column(), exponent: column() }
  const loss = { irreducible: column(), logCoefficient: column(), exponent: column() }
  let failed = 0
  for (let i = 0; i < count; i++) {
    const surface = surfaceOfReplicate(columns, i)
    const allocation = optimalAllocation(surface, k)
    if (!Number.isFinite(Math.log(allocation.scale.coefficient))) {
      failed++
      continue
    }
    const implied = optimalLoss(surface, k)
    scale.logCoefficient[i] = Math.log(allocation.scale.coefficient)
    scale.exponent[i] = allocation.scale.exponent
    tokens.logCoefficient[i] = Math.log(allocation.tokens.coefficient)
    tokens.exponent[i] = allocation.tokens.exponent
    loss.irreducible[i] = implied.irreducible
    loss.logCoefficient[i] = Math.log(implied.coefficient)
    loss.exponent[i] = implied.exponent
  }
  const runNoise = noiseDraws(noise, count, seed)
  return {
    origin: 'pairs',
    scale,
    tokens,
    loss,
    optima: [],
    replicates: count,
    seed,
    failed,
    runNoise,
  }
}

function surfaceOfReplicate(columns: SurfaceReplicates, i: number): ParametricLoss {
  const at = (key: keyof ParametricLoss): number => columns[key][i] ?? Number.NaN
  return { E: at('E'), A: at('A'), B: at('B'), alpha: at('alpha'), beta: at('beta') }
}
