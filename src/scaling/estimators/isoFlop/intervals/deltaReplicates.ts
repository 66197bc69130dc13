import { sum } from 'd3-array'
import { Matrix } from 'ml-matrix'
import { evaluatePowerLaw } from '../../../forms/powerLaw.ts'
import { LOSS_LAW, type LossLawForm, type LossPoint } from '../../overCompute/lossLaw.ts'
import { ordinaryProjection } from '../lawThroughOptima.ts'
import type { DeltaFit } from './deltaFit.ts'
import { studentDraws } from './draws.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type ResampledLaws,
  type PowerLawReplicates,
} from './lawReplicates.ts'

/**
 * Replicates of the laws by the delta method, drawn from the multivariate t of the optima: the runs'
 * noise, pooled over budgets, carried through the curves and the laws, with as many degrees of freedom as
 * the noise was estimated with. Percentiles of a law's draws are its t interval.
 *
 * Where curves were fitted about their minima alone, misfit would pass for noise: the laws' replicates
 * are then those of the scatter of the optima about them (t with K - 2 degrees of freedom), and so they are
 * where the curves have no covariance (Akima's).
 */
export function deltaReplicates(
  fit: DeltaFit,
  asked: {
    readonly groups: readonly { readonly nominalFlops: number }[]
    readonly lossForm: LossLawForm
    readonly replicates: number
    readonly seed: number
  },
): ResampledLaws {
  const { covariance, isLocal } = fit
  const { lossForm, replicates, seed } = asked
  const inScale = fit.scale.points
  const inTokens = fit.tokens.points
  const scale = emptyPowerLaw(replicates)
  const tokens = emptyPowerLaw(replicates)
  const optima = emptyOptima(asked)
  const optimaOfDraws: LossPoint[][] = []
  const ofScale = fit.scale.projection === null ? null : new Matrix(fit.scale.projection.matrix)
  const ofTokens = fit.tokens.projection === null ? null : new Matrix(fit.tokens.projection.matrix)
  if (covariance !== null && ofScale !== null) {
    const scaleOfDraws = widened(
      new Matrix(covariance.joint),
      fit.scale.projection?.between ?? 0,
      fit.tokens.projection?.between ?? 0,
      { scale: inScale.length, tokens: inTokens.length },
    )
    const exponent = ofScale.getRow(1)
    const draws = studentDraws(
      {
        scale: scaleOfDraws,
        freedom: covariance.freedom,
        along: Array.from({ length: scaleOfDraws.rows }, (_, i) => exponent[i] ?? 0),
      },
      replicates,
      seed,
    )
    for (const [replicate, moved] of draws.entries()) {
      const points = inScale.map((point, i) => ({
        computeFlops: point.computeFlops,
        value: point.value * Math.exp(moved[i] ?? 0),
        loss: point.loss + (moved[inScale.length + inTokens.length + i] ?? 0),
      }))
      const inTokensMoved = inTokens.map(
        (point, i) => point.value * Math.exp(moved[inScale.length + i] ?? 0),
      )
      if (!isLocal) {
        keepProjected(
          scale,
          replicate,
          ofScale,
          points.map(({ value }) => value),
        )
        if (ofTokens !== null) keepProjected(tokens, replicate, ofTokens, inTokensMoved)
      }
      optimaOfDraws.push(points)
      fit.scale.places.forEach((budget, i) => {
        const record = optima[budget]
        if (record === undefined) return
        record.scale[replicate] = points[i]?.value ?? Number.NaN
        record.loss[replicate] = points[i]?.loss ?? Number.NaN
      })
      fit.tokens.places.forEach((budget, i) => {
        const record = optima[budget]
        if (record !== undefined) record.tokens[replicate] = inTokensMoved[i] ?? Number.NaN
      })
    }
  }
  if (isLocal) scatterReplicates(fit, { scale, tokens }, seed)
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
  fit: Pick<DeltaFit, 'scale' | 'tokens'>,
  columns: Readonly<Record<'scale' | 'tokens', PowerLawReplicates>>,
  seed: number,
): void {
  const parts = (['scale', 'tokens'] as const).flatMap((axis) => {
    const { law, points } = fit[axis]
    const projection = ordinaryProjection(points)
    if (law.status === 'unfittable' || projection === null || points.length < 3) return []
    const residuals = new Map(
      points.map(({ computeFlops, value }) => [
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
