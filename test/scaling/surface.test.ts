import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitSurface, type SurfaceMethod } from '../../src/scaling/estimators/surface/fitSurface.ts'
import { surfaceReplicates } from '../../src/scaling/estimators/surface/surfaceReplicates.ts'
import { SURFACE_ESTIMATORS } from '../../src/scaling/estimators/estimators.ts'
import {
  evaluateParametricLoss,
  optimalAllocation,
  optimalLoss,
  type ParametricLoss,
} from '../../src/scaling/forms/parametricLoss.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import { makeRun } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const LAW: ParametricLoss = { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 }

/** Runs of a surface over a grid of scales and tokens, no budgets shared. */
function runsOf(law: ParametricLoss, noise: () => number = () => 0): readonly Run[] {
  return Array.from({ length: 48 }, (_, i) => {
    const parameters = 3e7 * 2.1 ** (i % 8)
    const tokens = 4e8 * 2.3 ** Math.floor(i / 8)
    return makeRun({
      line: i + 2,
      scale: { N: parameters },
      tokens,
      computeFlops: 6 * parameters * tokens,
      loss: evaluateParametricLoss(law, { parameters, tokens }) * (1 + noise()),
    })
  })
}

function fitted(runs: readonly Run[], method: SurfaceMethod = 'surface') {
  const fit = fitSurface(runs, 'N', method)
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  return fit
}

describe.each(SURFACE_ESTIMATORS.map(({ id }) => id))('the surface by %s', (method) => {
  it('recovers noise-free surfaces to six digits over a wide set of exponents', () => {
    const exponent = fc.double({ min: 0.2, max: 0.7, noNaN: true })
    fc.assert(
      fc.property(
        exponent,
        exponent,
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (alpha, beta, E) => {
          // Terms of the size of the loss at the middle of the grid, as in any real sweep.
          const law = { E, alpha, beta, A: 0.7 * 3e8 ** alpha, B: 0.6 * 4e9 ** beta }
          const { surface, degeneracy } = fitted(runsOf(law), method)
          for (const key of ['E', 'A', 'B', 'alpha', 'beta'] as const) {
            expect(Math.abs(surface[key] / law[key] - 1)).toBeLessThan(1e-6)
          }
          expect(degeneracy).toBeNull()
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is not moved by three diverged runs more than a little', () => {
    const runs = runsOf(LAW, seededNoise(3, 0.002)).map((run, i) =>
      i % 17 === 3 ? { ...run, loss: run.loss * 3 } : run,
    )
    const { alpha, beta } = fitted(runs, method).surface
    expect(Math.abs(beta / (alpha + beta) - 0.37 / 0.72)).toBeLessThan(0.02)
  })

  it('says why there is none for few runs, and for runs of one size', () => {
    expect(fitSurface(runsOf(LAW).slice(0, 5), 'N', method)).toEqual({
      status: 'unfittable',
      reason: 'too-few-runs',
    })
    const oneSize = runsOf(LAW).map((run) => ({ ...run, scale: { N: 1e8 } }))
    expect(fitSurface(oneSize, 'N', method)).toEqual({
      status: 'unfittable',
      reason: 'too-few-scales',
    })
  })
})

describe('a degenerate surface', () => {
  it('is told: no irreducible term, and a term that the loss does not depend on', () => {
    expect(fitted(runsOf({ ...LAW, E: 1e-9 })).degeneracy).toBe('no-irreducible')
    const flat = runsOf({ ...LAW, A: 1e-9 }, seededNoise(4, 0.001))
    expect(fitted(flat).degeneracy).not.toBeNull()
  })
})

describe('Approach 3', () => {
  it('sums Huber’s loss of the residuals in ln loss', () => {
    const runs = runsOf(LAW, seededNoise(5, 0.004))
    const { surface, objective } = fitted(runs, 'approach-3')
    const sum = runs.reduce((total, { scale, tokens, loss }) => {
      const model = evaluateParametricLoss(surface, { parameters: scale.N ?? 0, tokens })
      const r = Math.abs(Math.log(model / loss))
      return total + (r < 1e-3 ? r ** 2 / 2 : 1e-3 * (r - 5e-4))
    }, 0)
    expect(objective).toBeCloseTo(sum, 12)
  })

  it('is lower there than a step away along every coefficient', () => {
    const runs = runsOf(LAW, seededNoise(6, 0.004))
    const { surface, objective } = fitted(runs, 'approach-3')
    const at = (law: ParametricLoss): number =>
      runs.reduce((total, { scale, tokens, loss }) => {
        const model = evaluateParametricLoss(law, { parameters: scale.N ?? 0, tokens })
        const r = Math.abs(Math.log(model / loss))
        return total + (r < 1e-3 ? r ** 2 / 2 : 1e-3 * (r - 5e-4))
      }, 0)
    for (const key of ['E', 'A', 'B', 'alpha', 'beta'] as const) {
      for (const factor of [0.9999, 1.0001]) {
        expect(at({ ...surface, [key]: surface[key] * factor })).toBeGreaterThan(objective)
      }
    }
  })
})

describe('the laws that a surface implies', () => {
  it.each([1, 6])('minimise it along C = k·x·D, k = %d', (k) => {
    const { scale, tokens } = optimalAllocation(LAW, k)
    const loss = optimalLoss(LAW, k)
    for (const c of [1e18, 1e21]) {
      const parameters = scale.coefficient * c ** scale.exponent
      expect((k * parameters * tokens.coefficient * c ** tokens.exponent) / c).toBeCloseTo(1, 9)
      const at = (x: number) => evaluateParametricLoss(LAW, { parameters: x, tokens: c / (k * x) })
      expect(at(parameters)).toBeCloseTo(
        loss.irreducible + loss.coefficient * c ** -loss.exponent,
        9,
      )
      expect(at(parameters * 1.01)).toBeGreaterThan(at(parameters))
      expect(at(parameters / 1.01)).toBeGreaterThan(at(parameters))
    }
  })
})

describe('surfaceReplicates', () => {
  const runs = runsOf(LAW, seededNoise(7, 0.003))

  it('are the same for one seed and others for another, and hold the truth', () => {
    const fit = fitted(runs)
    const of = (seed: number) =>
      surfaceReplicates(runs, 'N', fit, { replicates: 200, seed }, () => undefined)
    expect(of(1)).toEqual(of(1))
    expect(of(2).E).not.toEqual(of(1).E)
    const interval = percentiles(of(1).alpha, 0.99)
    expect(interval?.low).toBeLessThan(LAW.alpha)
    expect(interval?.high).toBeGreaterThan(LAW.alpha)
  })
})
