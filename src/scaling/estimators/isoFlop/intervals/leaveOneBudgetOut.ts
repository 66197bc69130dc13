import { Matrix } from 'ml-matrix'
import { fitLossLawForm } from '../../overCompute/lossLaw.ts'
import { fitLaws, trustedOptima } from '../analyseSweep.ts'
import { fitIsoFlopProfiles, trustedOptimum } from '../isoFlopProfile.ts'
import { studentDraws } from './draws.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type ResampledLaws,
  type ResampleInput,
} from './lawReplicates.ts'

/** Fewer budgets than this leave too little when one is left out. */
const LEAST_BUDGETS = 4

/**
 * Jackknife over budgets: the laws without each budget in turn, and draws from the t distribution with
 * K - 1 degrees of freedom whose covariance is the jackknife's, (K - 1)/K times the sum of squares. It
 * makes nothing of the noise within budgets and speaks of the laws alone: optima have no replicates.
 *
 * Null with fewer than four budgets that count. Source: Tukey 1958, Ann. Math. Stat. 29, 614.
 */
export function leaveOneOutReplicates(input: ResampleInput): ResampledLaws | null {
  const { groups, settings, lossForm, replicates, seed } = input
  const fitted = (taken: typeof groups): number[] | null => {
    const scaleSet = fitIsoFlopProfiles(taken, settings.metric, settings)
    const { laws } = fitLaws(scaleSet, fitIsoFlopProfiles(taken, 'D', settings), settings)
    const loss = fitLossLawForm(trustedOptima(scaleSet.profiles, settings), lossForm)
    const { scale, tokens } = laws
    if ([scale, tokens, loss].some(({ status }) => status === 'unfittable')) return null
    if (scale.status !== 'fitted' || tokens.status !== 'fitted' || loss.status !== 'fitted')
      return null
    return [
      ...[Math.log(scale.coefficient), scale.exponent],
      ...[Math.log(tokens.coefficient), tokens.exponent],
      ...[loss.irreducible, Math.log(loss.coefficient), loss.exponent],
    ]
  }
  const counts = new Set(
    fitIsoFlopProfiles(groups, settings.metric, settings).profiles.flatMap((profile) =>
      trustedOptimum(profile) === null ? [] : [profile.nominalFlops],
    ),
  )
  const counting = groups.filter(({ nominalFlops }) => counts.has(nominalFlops))
  const whole = fitted(groups)
  const without = counting.flatMap((group) => {
    const laws = fitted(groups.filter((other) => other !== group))
    return laws === null ? [] : [laws]
  })
  const count = without.length
  if (whole === null || count < LEAST_BUDGETS) return null
  const rows = new Matrix(without)
  const centred = rows.subRowVector(rows.mean('column'))
  const covariance = centred
    .transpose()
    .mmul(centred)
    .mul((count - 1) / count)
  const along = Array.from({ length: covariance.rows }, (_, i) => (i === 1 ? 1 : 0))
  const distribution = { scale: covariance, freedom: count - 1, along }
  const scale = emptyPowerLaw(replicates)
  const tokens = emptyPowerLaw(replicates)
  const loss = emptyLossLaw(replicates)
  const columns = [
    ...[scale.logCoefficient, scale.exponent, tokens.logCoefficient, tokens.exponent],
    ...[loss.irreducible, loss.logCoefficient, loss.exponent],
  ]
  for (const [replicate, moved] of studentDraws(distribution, replicates, seed).entries()) {
    columns.forEach((column, i) => {
      column[replicate] = (whole[i] ?? Number.NaN) + (moved[i] ?? Number.NaN)
    })
  }
  const optima = emptyOptima(input)
  return { origin: 'leave-one-out', scale, tokens, loss, optima, replicates, seed, failed: 0 }
}
