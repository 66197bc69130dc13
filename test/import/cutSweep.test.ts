import { least } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { cutSweep } from '../../src/import/runs/cutSweep.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { trainingCurves } from '../../src/import/runs/trainingCurves.ts'
import { fileTable } from '../../src/import/sources/sweepFile.ts'
import { lossReader } from '../../src/scaling/curves/cutCurves.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  fitIsoFlopProfile,
  type ProfileEstimator,
} from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { DEFAULT_CHOICES, NO_DECISIONS } from '../../src/study/choices.ts'
import { studyOf } from '../../src/study/study.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const SURFACE = { E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.37 }
/** Sizes from 2e7 to 1e10 parameters, a factor apart. */
const sizesApart = (factor: number): readonly number[] =>
  Array.from({ length: 1 + Math.floor(9 / Math.log2(factor)) }, (_, i) => 2e7 * factor ** i)
const lossOf = (n: number, d: number): number =>
  SURFACE.E + SURFACE.A / n ** SURFACE.alpha + SURFACE.B / d ** SURFACE.beta

/** The log of runs of every size, each for 4e10 tokens, without decay: a step of its curve is a finished run. */
function log(
  rates: readonly { readonly lr: number; readonly excess: number }[],
  heading = 'val_loss',
  said = (loss: number) => loss,
  sizes = sizesApart(2 ** 0.1),
): string {
  const rows = [`run,step,tokens,${heading},params,lr`]
  for (const [i, n] of sizes.entries()) {
    for (const { lr, excess } of rates) {
      for (let step = 1; step <= 60; step++) {
        const tokens = 4e10 * 1.06 ** (step - 60)
        const loss = said(lossOf(n, tokens) + excess)
        rows.push([`r${i}-${lr}`, step, tokens.toFixed(0), loss, n.toFixed(0), lr].join(','))
      }
    }
  }
  return rows.join('\n')
}

function cutLog(text: string) {
  const file = sweepFile(text, 'log.csv')
  const table = fileTable(file, { oneRowIs: 'step', reduction: 'budgets' })
  const mapping = guessMapping(table)
  const ends = importSweep(table, mapping, { bytesPerToken: null, corpus: '' })
  const curves = trainingCurves([file], table, mapping, ends.runs)
  return { ends, curves, sweep: cutSweep(ends, curves) }
}

function exponentBy(estimator: ProfileEstimator, runs: readonly Run[]): number {
  const study = studyOf(runs, NO_DECISIONS, { ...DEFAULT_CHOICES, estimator })
  const { scale } = study.analysis?.laws ?? {}
  return scale?.status === 'fitted' ? scale.exponent : Number.NaN
}

describe('training curves cut at equal compute', () => {
  it('give points on the surface that the runs were drawn from, with their budgets stated', () => {
    const { sweep } = cutLog(log([{ lr: 1e-3, excess: 0 }]))
    expect(sweep.runs.length).toBeGreaterThan(60)
    for (const { loss, scale, tokens, computeFlops, statedBudget } of sweep.runs) {
      const n = scale.N ?? Number.NaN
      expect(computeFlops / (6 * n * tokens)).toBeCloseTo(1, 6)
      expect(Math.abs(computeFlops / Number(statedBudget) - 1)).toBeLessThan(0.011)
      expect(Math.abs(loss / lossOf(n, tokens) - 1)).toBeLessThan(1e-5)
    }
  })

  it('are an IsoFLOP sweep whose law is the surface’s, by every estimator', () => {
    const { sweep } = cutLog(log([{ lr: 1e-3, excess: 0 }]))
    const a = SURFACE.beta / (SURFACE.alpha + SURFACE.beta)
    expect(Math.abs(exponentBy('shared-shape', sweep.runs) - a)).toBeLessThan(0.002)
    expect(Math.abs(exponentBy('approach-1', sweep.runs) - a)).toBeLessThan(0.004)
  })

  it.each([1.2, 1.4])(
    'have an envelope whose law is the surface’s for sizes a factor of %s apart, and lowest runs that have not',
    (factor) => {
      const sizes = sizesApart(factor)
      const text = log([{ lr: 1e-3, excess: 0 }], 'val_loss', (loss) => loss, sizes)
      const { runs } = cutLog(text).sweep
      const a = SURFACE.beta / (SURFACE.alpha + SURFACE.beta)
      const atBudgets = runs.map(({ lossesAround: _, ...run }) => run)
      const [envelope, lowest] = [runs, atBudgets].map((points) =>
        Math.abs(exponentBy('approach-1', points) - a),
      )
      expect(envelope).toBeLessThan(0.012)
      expect(lowest).toBeGreaterThan(2 * (envelope ?? 0))
    },
  )

  it('have no minimum by Approach 1 where a size at the end of the grid leads', () => {
    const { runs } = cutLog(log([{ lr: 1e-3, excess: 0 }])).sweep
    const atBudget = runs.filter(({ statedBudget }) => statedBudget === 1e20)
    const best = least(atBudget, ({ loss }) => loss)?.scale.N ?? Number.NaN
    const few = atBudget.filter(({ scale }) => (scale.N ?? 0) >= best)
    expect(few.length).toBeGreaterThan(5)
    const [group] = groupBudgets(few, 0.1).groups
    if (group === undefined) throw new Error('no budget')
    const settings = { window: 'all', estimator: 'approach-1' } as const
    expect(fitIsoFlopProfile(group, 'N', settings).fit.status).toBe('no-minimum')
  })

  it('keep the best learning rate of each size, and say how many points were passed over', () => {
    const one = cutLog(log([{ lr: 1e-3, excess: 0 }])).sweep
    const both = cutLog(
      log([
        { lr: 3e-3, excess: 0.05 },
        { lr: 1e-3, excess: 0 },
      ]),
    ).sweep
    expect(both.runs.map(({ loss }) => loss)).toEqual(one.runs.map(({ loss }) => loss))
    expect(new Set(both.runs.map(({ learningRate }) => learningRate))).toEqual(new Set([1e-3]))
    expect(both.derivations).toContainEqual(
      expect.objectContaining({ code: 'curves-cut', passedOver: one.runs.length }),
    )
  })

  it('mean the same in perplexity', () => {
    const nats = cutLog(log([{ lr: 1e-3, excess: 0 }])).sweep
    const perplexity = cutLog(log([{ lr: 1e-3, excess: 0 }], 'perplexity', Math.exp)).sweep
    for (const [i, { loss }] of perplexity.runs.entries()) {
      expect(loss).toBeCloseTo(nats.runs[i]?.loss ?? Number.NaN, 9)
    }
  })

  it('leave the ends of the runs where no budget is passed by three sizes', () => {
    const { ends, curves } = cutLog(log([{ lr: 1e-3, excess: 0 }]))
    const sweep = cutSweep(ends, curves.slice(0, 2))
    expect(sweep.runs).toBe(ends.runs)
    expect(sweep.derivations).toContainEqual(
      expect.objectContaining({ code: 'curves-cut', points: 0, low: null }),
    )
  })
})

describe('the loss of a noisy curve at a budget', () => {
  it('is that of a parabola through the points about it', () => {
    const [curve] = cutLog(log([{ lr: 1e-3, excess: 0 }])).curves
    if (curve === undefined) throw new Error('no curve')
    const at = 1e19
    const computeFlops = Float64Array.from({ length: 200 }, (_, i) => at * 1.01 ** (i - 100))
    const level = (flops: number): number => 3 - 0.1 * Math.log(flops / at)
    const loss = computeFlops.map((flops, i) => level(flops) + (i % 2 === 0 ? 0.02 : -0.02))
    expect(Math.abs(lossReader({ ...curve, computeFlops, loss })(at) - 3)).toBeLessThan(0.003)
  })
})
