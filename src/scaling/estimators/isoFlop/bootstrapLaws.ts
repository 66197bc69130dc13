import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { fitPowerLaw, type PowerLawFit } from '../overCompute/allocationFit.ts'
import { budgetFlops, type FitSettings } from './analyseSweep.ts'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import { fitIsoFlopProfile, trustedOptimum, type ProfileAxis } from './isoFlopProfile.ts'
import {
  LOSS_LAW,
  type LossLawForm,
  type LossLawReplicates,
  type LossPoint,
} from '../overCompute/lossLaw.ts'
import type { Run } from '../../runs/run.ts'

/** Replicates of a power law: ln coefficient and exponent, NaN where a resample had no law. */
export interface PowerLawReplicates {
  readonly logCoefficient: Float64Array
  readonly exponent: Float64Array
}

/** Every replicate of a power law at a budget (FLOPs), as logarithms; NaN where there was no law. */
export function logPowerLawReplicatesAt(
  { logCoefficient, exponent }: PowerLawReplicates,
  computeFlops: number,
): Float64Array {
  const logC = Math.log(computeFlops)
  return logCoefficient.map((intercept, i) => intercept + (exponent[i] ?? Number.NaN) * logC)
}

/** Every replicate of the loss law at a budget (FLOPs), in the loss unit; NaN where there was none. */
export function lossReplicatesAt(
  { irreducible, logCoefficient, exponent }: LossLawReplicates,
  computeFlops: number,
): Float64Array {
  const logC = Math.log(computeFlops)
  return irreducible.map(
    (e, i) => e + Math.exp((logCoefficient[i] ?? Number.NaN) - (exponent[i] ?? Number.NaN) * logC),
  )
}

/** Replicates of one budget's optimum; NaN where the resample's minimum was not interior. */
export interface OptimumReplicates {
  readonly nominalFlops: number
  readonly scale: Float64Array
  readonly tokens: Float64Array
  readonly loss: Float64Array
}

export interface LawReplicates {
  readonly scale: PowerLawReplicates
  readonly tokens: PowerLawReplicates
  readonly loss: LossLawReplicates
  readonly optima: readonly OptimumReplicates[]
  readonly replicates: number
  readonly seed: number
  /** Resamples that gave no law for scale; they are not in the intervals. */
  readonly failed: number
}

export interface BootstrapInput {
  readonly groups: readonly BudgetGroup[]
  readonly settings: FitSettings
  /** The form of L(C) that the sweep's own fit chose. */
  readonly lossForm: LossLawForm
  readonly replicates: number
  readonly seed: number
}

/** Name of the method, as it stands beside every interval made by it. */
export const BOOTSTRAP_METHOD = 'percentile bootstrap over runs within budgets'

/** Share of the work that goes into optima, roughly; the rest is the law of the loss. */
const OPTIMA_SHARE = 0.6

/**
 * Bootstrap of the laws: the runs that have weight are drawn with replacement within each trusted
 * budget, profiles, window and laws are fitted anew, `replicates` times.
 *
 * Deterministic in the seed (xoroshiro128+). `onProgress` hears the fraction done, about fifty
 * times. Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapters 8, 13;
 * stratified by budget because the budgets are the design, not a sample.
 */
export function bootstrapLaws(
  input: BootstrapInput,
  onProgress: (fraction: number) => void,
): LawReplicates {
  const { groups, settings, lossForm, replicates, seed } = input
  const generator = xoroshiro128plus(seed)
  const column = (): Float64Array => new Float64Array(replicates).fill(Number.NaN)
  const scale = { logCoefficient: column(), exponent: column() }
  const tokens = { logCoefficient: column(), exponent: column() }
  const optimaOfResamples: LossPoint[][] = []
  const optima = groups.map((group) => ({
    nominalFlops: group.nominalFlops,
    scale: column(),
    tokens: column(),
    loss: column(),
  }))
  const every = Math.max(1, Math.floor(replicates / 50))
  let failed = 0
  // Only budgets whose own curve is trusted take part, with the runs that have a say in it: neither is
  // drawn anew, or a wild run that is drawn twice would outvote its neighbours.
  const part = (axis: ProfileAxis): (BudgetGroup | null)[] =>
    groups.map((group) => {
      const profile = fitIsoFlopProfile(group, axis, settings)
      if (trustedOptimum(profile) === null) return null
      const without = new Set(profile.withoutWeight)
      return { ...group, runs: group.runs.filter((run) => !without.has(run)) }
    })
  const parts = { scale: part(settings.metric), tokens: part('D') }
  for (let replicate = 0; replicate < replicates; replicate++) {
    const scaleOptima: LawPoint[] = []
    const tokensOptima: LawPoint[] = []
    optima.forEach((record, budget) => {
      const scalePart = parts.scale[budget] ?? null
      const tokensPart = parts.tokens[budget] ?? null
      // One drawing for both axes, where both go by the same runs.
      const drawn = scalePart === null ? null : resampled(scalePart, generator)
      const isShared = scalePart !== null && hasSameRuns(scalePart, tokensPart)
      const drawnForTokens =
        tokensPart === null ? null : isShared ? drawn : resampled(tokensPart, generator)
      const inScale = drawn === null ? null : optimumOf(drawn, settings.metric, settings)
      if (inScale !== null) {
        scaleOptima.push(inScale)
        record.scale[replicate] = inScale.value
        record.loss[replicate] = inScale.loss
      }
      const inTokens = drawnForTokens === null ? null : optimumOf(drawnForTokens, 'D', settings)
      if (inTokens !== null) {
        tokensOptima.push(inTokens)
        record.tokens[replicate] = inTokens.value
      }
    })
    const scaleLaw = fitPowerLaw(scaleOptima)
    if (scaleLaw.status === 'unfittable') failed++
    keepPowerLaw(scale, replicate, scaleLaw)
    keepPowerLaw(tokens, replicate, fitPowerLaw(tokensOptima))
    optimaOfResamples.push(scaleOptima)
    if ((replicate + 1) % every === 0) onProgress((OPTIMA_SHARE * (replicate + 1)) / replicates)
  }
  const loss = LOSS_LAW.resample({ form: lossForm, optima: optimaOfResamples }, (fraction) => {
    onProgress(OPTIMA_SHARE + (1 - OPTIMA_SHARE) * fraction)
  })
  return { scale, tokens, loss, optima, replicates, seed, failed }
}

interface LawPoint extends LossPoint {
  readonly value: number
}

/** The interior optimum of a resample along an axis; null where it has none. */
function optimumOf(group: BudgetGroup, axis: ProfileAxis, settings: FitSettings): LawPoint | null {
  const profile = fitIsoFlopProfile(group, axis, settings)
  const { fit } = profile
  if (fit.status !== 'fitted' || !fit.optimum.interior) return null
  const { at, loss } = fit.optimum
  return { computeFlops: budgetFlops(profile, settings), value: at, loss }
}

function hasSameRuns(one: BudgetGroup, other: BudgetGroup | null): boolean {
  return one.runs.length === other?.runs.length && one.runs.every((run, i) => run === other.runs[i])
}

function resampled(
  group: BudgetGroup,
  generator: ReturnType<typeof xoroshiro128plus>,
): BudgetGroup {
  return { ...group, runs: drawWithReplacement(group.runs, generator) }
}

function drawWithReplacement(
  runs: readonly Run[],
  generator: ReturnType<typeof xoroshiro128plus>,
): Run[] {
  return runs.map((run) => runs[uniformInt(generator, 0, runs.length - 1)] ?? run)
}

function keepPowerLaw(
  columns: { logCoefficient: Float64Array; exponent: Float64Array },
  replicate: number,
  law: PowerLawFit,
): void {
  if (law.status === 'unfittable') return
  columns.logCoefficient[replicate] = Math.log(law.coefficient)
  columns.exponent[replicate] = law.exponent
}
