import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { cutSweep } from '../../src/import/runs/cutSweep.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { trainingCurves } from '../../src/import/runs/trainingCurves.ts'
import { fileTable } from '../../src/import/sources/sweepFile.ts'
import { lossAt } from '../../src/scaling/curves/cutCurves.ts'
import { DEFAULT_CHOICES, NO_DECISIONS, studyOf } from '../../src/study/study.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const SURFACE = { E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.37 }
const SIZES = Array.from({ length: 91 }, (_, i) => 2e7 * 2 ** (i / 10))
const lossOf = (n: number, d: number): number =>
  SURFACE.E + SURFACE.A / n ** SURFACE.alpha + SURFACE.B / d ** SURFACE.beta

/** The log of runs of every size, each for 4e10 tokens, without decay: a step of its curve is a finished run. */
function log(
  rates: readonly { readonly lr: number; readonly excess: number }[],
  heading = 'val_loss',
  said = (loss: number) => loss,
): string {
  const rows = [`run,step,tokens,${heading},params,lr`]
  for (const [i, n] of SIZES.entries()) {
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
    const exponents = (['shared-shape', 'approach-1'] as const).map((estimator) => {
      const study = studyOf(sweep.runs, NO_DECISIONS, { ...DEFAULT_CHOICES, estimator })
      const { scale } = study.analysis?.laws ?? {}
      return scale?.status === 'fitted' ? scale.exponent : Number.NaN
    })
    expect(Math.abs((exponents[0] ?? 0) - a)).toBeLessThan(0.002)
    // Approach 1 can only choose among sizes a factor of 1.07 apart.
    expect(Math.abs((exponents[1] ?? 0) - a)).toBeLessThan(0.025)
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
    expect(Math.abs(lossAt({ ...curve, computeFlops, loss }, at) - 3)).toBeLessThan(0.003)
  })
})
