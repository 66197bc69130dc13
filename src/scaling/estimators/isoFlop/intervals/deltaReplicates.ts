import { sum } from 'd3-array'
import { Matrix } from 'ml-matrix'
import { evaluatePowerLaw } from '../../../forms/powerLaw.ts'
import { LOSS_LAW, type LossPoint } from '../../overCompute/lossLaw.ts'
import { fitLaws, profilesOf, trustedOptima, type SweepLaws } from '../analyseSweep.ts'
import { trustedOptimum, type ProfileSet } from '../isoFlopProfile.ts'
import { ordinaryProjection } from '../lawThroughOptima.ts'
import { studentDraws } from './draws.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type ResampledLaws,
  type PowerLawReplicates,
  type ResampleInput,
} from './lawReplicates.ts'

/**
 * Replicates of the laws by the delta method, drawn from the multivariate t of the optima: the runs'
 * noise, pooled over budgets, carried through the curves and the laws, with as many degrees of freedom as
 * the noise was estimated with. Percentiles of a law's draws are its t interval.
 *
 * Where curves were fitted about their minima alone, misfit would pass for noise: the laws' replicates
 * are then those of the scatter of the optima about them (t with K - 2 degrees of freedom), and so they are
 * where the curves have no covariance (Akima's). Null where nothing can be said of either kind.
 */
export function deltaReplicates(input: ResampleInput): ResampledLaws | null {
  const { groups, settings, lossForm, replicates, seed } = input
  const scaleSet = profilesOf(groups, settings.metric, settings)
  const tokensSet = profilesOf(groups, 'D', settings)
  const { laws, projections, covariance } = fitLaws(scaleSet, tokensSet, settings)
  if (laws.scale.status === 'unfittable' || projections.scale === null) return null
  const inScale = trustedOptima(scaleSet.profiles, settings)
  const inTokens = trustedOptima(tokensSet.profiles, settings)
  const isLocal = scaleSet.shape?.isWhole === false || covariance === null
  if (isLocal && inScale.length < 3) return null
  const scale = emptyPowerLaw(replicates)
  const tokens = emptyPowerLaw(replicates)
  const optima = emptyOptima(input)
  const optimaOfDraws: LossPoint[][] = []
  if (covariance !== null) {
    const scaleOfDraws = widened(
      covariance.joint,
      projections.scale.between,
      projections.tokens?.between ?? 0,
      { scale: inScale.length, tokens: inTokens.length },
    )
    const exponent = projections.scale.matrix.getRow(1)
    const draws = studentDraws(
      {
        scale: scaleOfDraws,
        freedom: covariance.freedom,
        along: Array.from({ length: scaleOfDraws.rows }, (_, i) => exponent[i] ?? 0),
      },
      replicates,
      seed,
    )
    const [scalePlaces, tokensPlaces] = [placesOf(scaleSet), placesOf(tokensSet)]
    for (const [replicate, moved] of draws.entries()) {
      const points = inScale.map((point, i) => ({
        computeFlops: point.computeFlops,
        value: point.value * Math.exp(moved[i] ?? 0),
        loss: point.loss + (moved[inScale.length + inTokens.length + i] ?? 0),
      }))
      const ofTokens = inTokens.map(
        (point, i) => point.value * Math.exp(moved[inScale.length + i] ?? 0),
      )
      if (!isLocal) {
        keepProjected(
          scale,
          replicate,
          projections.scale.matrix,
          points.map(({ value }) => value),
        )
        if (projections.tokens !== null) {
          keepProjected(tokens, replicate, projections.tokens.matrix, ofTokens)
        }
      }
      optimaOfDraws.push(points)
      scalePlaces.forEach((budget, i) => {
        const record = optima[budget]
        if (record === undefined) return
        record.scale[replicate] = points[i]?.value ?? Number.NaN
        record.loss[replicate] = points[i]?.loss ?? Number.NaN
      })
      tokensPlaces.forEach((budget, i) => {
        const record = optima[budget]
        if (record !== undefined) record.tokens[replicate] = ofTokens[i] ?? Number.NaN
      })
    }
  }
  if (isLocal)
    scatterReplicates(laws, { scale: inScale, tokens: inTokens }, { scale, tokens }, seed)
  const loss = LOSS_LAW.resample({ form: lossForm, optima: optimaOfDraws }, () => undefined)
  return {
    origin: isLocal ? 'scatter' : 'delta',
    ...{ scale, tokens, optima, replicates, seed },
    loss: optimaOfDraws.length > 0 ? loss : emptyLossLaw(replicates),
    failed: 0,
  }
}

/** The covariance with what the optima scatter between budgets beyond it. */
function widened(
  joint: Matrix,
  ofScale: number,
  ofTokens: number,
  counts: { readonly scale: number; readonly tokens: number },
): Matrix {
  const whole = joint.clone()
  for (let i = 0; i < counts.scale; i++) whole.set(i, i, whole.get(i, i) + ofScale)
  for (let i = counts.scale; i < counts.scale + counts.tokens; i++) {
    whole.set(i, i, whole.get(i, i) + ofTokens)
  }
  return whole
}

/** Indices of the budgets whose optimum counts. */
function placesOf({ profiles }: ProfileSet): readonly number[] {
  return profiles.flatMap((profile, i) => (trustedOptimum(profile) === null ? [] : [i]))
}

function keepProjected(
  columns: PowerLawReplicates,
  replicate: number,
  projection: Matrix,
  values: readonly number[],
): void {
  const law = projection.mmul(Matrix.columnVector(values.map(Math.log)))
  columns.logCoefficient[replicate] = law.get(0, 0)
  columns.exponent[replicate] = law.get(1, 0)
}

/**
 * Draws of the laws from the scatter of the optima about them: covariance of the residuals of both over
 * K - 2, carried through least squares; scale and tokens of a budget err together, as they do.
 */
function scatterReplicates(
  laws: SweepLaws,
  points: Readonly<Record<'scale' | 'tokens', readonly { computeFlops: number; value: number }[]>>,
  columns: Readonly<Record<'scale' | 'tokens', PowerLawReplicates>>,
  seed: number,
): void {
  const parts = (['scale', 'tokens'] as const).flatMap((axis) => {
    const law = laws[axis]
    const projection = ordinaryProjection(points[axis])
    if (law.status === 'unfittable' || projection === null || points[axis].length < 3) return []
    const residuals = new Map(
      points[axis].map(({ computeFlops, value }) => [
        computeFlops,
        Math.log(value / evaluatePowerLaw(law, computeFlops)),
      ]),
    )
    const spread = projection.matrix.mmul(projection.matrix.transpose())
    return [{ axis, law, residuals, spread }]
  })
  const covariance = Matrix.zeros(2 * parts.length, 2 * parts.length)
  const freedom = Math.max(1, (parts[0]?.residuals.size ?? 3) - 2)
  parts.forEach((one, i) => {
    parts.forEach((other, j) => {
      const product = sum(
        [...one.residuals],
        ([budget, r]) => r * (other.residuals.get(budget) ?? 0),
      )
      const block = (i <= j ? one : other).spread.clone().mul(product / freedom)
      covariance.setSubMatrix(block, 2 * i, 2 * j)
    })
  })
  const along = Array.from({ length: covariance.rows }, (_, i) => (i === 1 ? 1 : 0))
  const count = columns.scale.exponent.length
  const draws = studentDraws({ scale: covariance, freedom, along }, count, seed)
  for (const [replicate, moved] of draws.entries()) {
    parts.forEach(({ axis, law }, i) => {
      columns[axis].logCoefficient[replicate] = Math.log(law.coefficient) + (moved[2 * i] ?? 0)
      columns[axis].exponent[replicate] = law.exponent + (moved[2 * i + 1] ?? 0)
    })
  }
}
