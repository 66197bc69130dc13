import { describe, expect, it } from 'vitest'
import type { BudgetGroup } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  axisValue,
  evaluateProfile,
  fitIsoFlopProfile,
  runsInWindow,
  type FitWindow,
  type ProfileAxis,
  type ProfileSettings,
  trustedOptimum,
} from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { profileDistrust } from '../../src/scaling/estimators/isoFlop/profileDistrust.ts'
import { makeRun } from '../fixtures/makeRuns.ts'

const C = 6e18
const OPTIMUM = 2e8

/** Runs whose loss is exactly 3 + 0.1 (ln N - ln 2e8)^2, at D = C/6N. */
function exactGroup(sizes: readonly number[]): BudgetGroup {
  const runs = sizes.map((n, i) =>
    makeRun({
      line: i + 2,
      computeFlops: C,
      scale: { N: n, M: 7 * n },
      tokens: C / (6 * n),
      loss: 3 + 0.1 * Math.log(n / OPTIMUM) ** 2,
    }),
  )
  return { nominalFlops: C, realisedFlops: C, runs }
}

/** Ordinary least squares over a window; the robust fit has tests of its own below. */
function over(window: FitWindow): ProfileSettings {
  return { window, estimator: 'parabola' }
}

const SIZES = [5e7, 8e7, 1.5e8, 2.5e8, 4e8, 9e8]

function optimumOf(group: BudgetGroup, axis: ProfileAxis) {
  const { fit } = fitIsoFlopProfile(group, axis, over('all'))
  if (fit.status !== 'fitted') throw new Error(fit.status)
  return fit.optimum
}

describe('fitIsoFlopProfile', () => {
  it.each([
    ['N', OPTIMUM],
    ['M', 7 * OPTIMUM],
    ['D', C / (6 * OPTIMUM)],
  ] as const)('finds the minimum of an exact parabola along %s', (axis, expected) => {
    const optimum = optimumOf(exactGroup(SIZES), axis)
    expect(optimum.at / expected).toBeCloseTo(1, 9)
    expect(optimum.loss).toBeCloseTo(3, 9)
    expect(optimum.interior).toBe(true)
  })

  it.each([
    ['below', [3e8, 4e8, 6e8, 9e8]],
    ['above', [3e7, 5e7, 8e7, 1.2e8]],
  ])('says that a minimum %s the sampled range is not interior', (_, sizes) => {
    const optimum = optimumOf(exactGroup(sizes), 'N')
    expect(optimum.at / OPTIMUM).toBeCloseTo(1, 9)
    expect(optimum.interior).toBe(false)
  })

  it('judges the range by the runs of the window, not by all', () => {
    // The curve through the window has its minimum at 3e8, where only a run outside it reaches.
    const group = exactGroup([4e8, 5e8, 6.3e8, 8e8])
    const runs = [makeRun({ line: 9, scale: { N: 1e8 }, loss: 3.5 }), ...group.runs].map((run) => ({
      ...run,
      loss: run.line === 9 ? run.loss : 3 + 0.1 * Math.log((run.scale.N ?? NaN) / 3e8) ** 2,
    }))
    const profile = fitIsoFlopProfile({ ...group, runs }, 'N', over({ factor: 2 }))
    expect(profile.fitted.map((run) => run.scale.N)).toEqual([4e8, 5e8, 6.3e8, 8e8])
    if (profile.fit.status !== 'fitted') throw new Error(profile.fit.status)
    expect(profile.fit.optimum.at / 3e8).toBeCloseTo(1, 9)
    expect(profile.fit.optimum.interior).toBe(false)
  })

  it('keeps all runs of the budget on show when the window leaves too few to fit', () => {
    const group = exactGroup(SIZES)
    const profile = fitIsoFlopProfile(group, 'N', over({ factor: 1.2 }))
    expect(profile.fitted).toHaveLength(1)
    expect(profile.runs).toHaveLength(6)
    expect(profile.fit).toEqual({ status: 'unfittable', reason: 'too-few-points' })
  })

  it('has a curve and no minimum when loss is concave', () => {
    const runs = [1e8, 2e8, 4e8, 8e8].map((n, i) =>
      makeRun({ line: i + 2, scale: { N: n }, loss: 3 - 0.1 * Math.log(n / OPTIMUM) ** 2 }),
    )
    const { fit } = fitIsoFlopProfile({ nominalFlops: C, realisedFlops: C, runs }, 'N', over('all'))
    expect(fit.status).toBe('no-minimum')
  })

  it('has a curve and no minimum when loss falls in a straight line', () => {
    const runs = [1e8, 2e8, 4e8, 8e8].map((n, i) =>
      makeRun({ line: i + 2, scale: { N: n }, loss: 3 - 0.1 * Math.log(n / OPTIMUM) }),
    )
    const { fit } = fitIsoFlopProfile({ nominalFlops: C, realisedFlops: C, runs }, 'N', over('all'))
    expect(fit.status).toBe('no-minimum')
  })

  it.each([
    ['no runs', []],
    ['two runs', [1e8, 2e8]],
    ['many runs at two sizes', [1e8, 2e8, 1e8, 2e8, 2e8]],
  ])('is unfittable with %s', (_, sizes) => {
    const { fit } = fitIsoFlopProfile(exactGroup(sizes), 'N', over('all'))
    expect(fit).toEqual({ status: 'unfittable', reason: 'too-few-points' })
  })

  it('is unfittable along a metric that the runs lack, with a window and without', () => {
    for (const window of ['all', { factor: 4 }] as const) {
      const { fit } = fitIsoFlopProfile(exactGroup(SIZES), '6N2', over(window))
      expect(fit).toEqual({ status: 'unfittable', reason: 'too-few-points' })
    }
  })

  it('does not depend on the order of the runs', () => {
    const group = exactGroup(SIZES)
    const backwards = optimumOf({ ...group, runs: group.runs.toReversed() }, 'N')
    expect(backwards.at / optimumOf(group, 'N').at).toBeCloseTo(1, 12)
  })

  it('carries the budget and the runs that it was given', () => {
    const group = { ...exactGroup(SIZES), realisedFlops: 6.1e18 }
    const profile = fitIsoFlopProfile(group, 'M', over('all'))
    expect(profile).toMatchObject({ axis: 'M', nominalFlops: C, realisedFlops: 6.1e18 })
    expect(profile.runs).toBe(group.runs)
  })
})

describe('runsInWindow', () => {
  const group = exactGroup(SIZES)
  const sizesIn = (factor: number) =>
    runsInWindow(group.runs, 'N', { factor }).map((run) => run.scale.N)

  it('lies around the run of lowest loss, a factor to either side', () => {
    // 2.5e8 is nearest to the optimum in ln N.
    expect(sizesIn(2)).toEqual([1.5e8, 2.5e8, 4e8])
    expect(sizesIn(4)).toEqual([8e7, 1.5e8, 2.5e8, 4e8, 9e8])
    expect(sizesIn(1)).toEqual([2.5e8])
  })

  it('is the same along D as along N where D = C/6N', () => {
    for (const factor of [1.5, 2, 4, 10]) {
      const along = (axis: ProfileAxis) =>
        runsInWindow(group.runs, axis, { factor }).map((run) => run.line)
      expect(along('D')).toEqual(along('N'))
    }
  })

  it('holds nothing where there is nothing, and everything when it is not wanted', () => {
    expect(runsInWindow([], 'N', { factor: 4 })).toEqual([])
    expect(runsInWindow(group.runs, 'N', 'all')).toBe(group.runs)
  })
})

describe('evaluateProfile', () => {
  it('is the loss of the curve at a scale', () => {
    const { fit } = fitIsoFlopProfile(exactGroup(SIZES), 'N', over('all'))
    if (fit.status !== 'fitted') throw new Error(fit.status)
    expect(evaluateProfile(fit.curve, OPTIMUM)).toBeCloseTo(3, 9)
    expect(evaluateProfile(fit.curve, OPTIMUM * Math.E)).toBeCloseTo(3.1, 9)
  })
})

describe('axisValue', () => {
  it('is the scale under a metric, the tokens for D, and NaN where the run lacks it', () => {
    const run = makeRun({ line: 2, tokens: 5e9, scale: { N: 1e8 } })
    expect(axisValue(run, 'N')).toBe(1e8)
    expect(axisValue(run, 'D')).toBe(5e9)
    expect(axisValue(run, 'M')).toBeNaN()
  })
})

/** Runs of one budget at evenly spaced ln N with the given losses. */
function groupOf(losses: readonly number[], sizes?: readonly number[]): BudgetGroup {
  const runs = losses.map((loss, i) =>
    makeRun({ line: i + 2, computeFlops: C, scale: { N: sizes?.[i] ?? 1e8 * 1.5 ** i }, loss }),
  )
  return { nominalFlops: C, realisedFlops: C, runs }
}

const ROBUST: ProfileSettings = { window: 'all', estimator: 'robust-parabola' }
/** Losses of nine runs on a curve with its minimum in the middle, and the same with noise of 0.3%. */
const CURVE = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((i) => 2.9 + 0.01 * i * i)
const NOISY = CURVE.map(
  (loss, i) => loss * (1 + 0.003 * ([1, -1, 0.4, -0.6, 0, 1, -0.2, 0.5, -1][i] ?? 0)),
)

describe('a profile that should not be believed', () => {
  const distrustOf = (group: BudgetGroup, settings: ProfileSettings) => {
    const profile = fitIsoFlopProfile(group, 'N', settings)
    if (profile.fit.status !== 'fitted') throw new Error(profile.fit.status)
    expect(trustedOptimum(profile) === null).toBe(profile.fit.distrust !== null)
    return profile.fit.distrust?.kind ?? null
  }

  it.each([ROBUST, over('all')])('is not one with a clear minimum ($estimator)', (settings) => {
    expect(distrustOf(groupOf(CURVE), settings)).toBeNull()
    expect(distrustOf(groupOf(NOISY), settings)).toBeNull()
  })

  it('is one through three scales, which any parabola meets', () => {
    expect(distrustOf(groupOf([3, 2.9, 3]), ROBUST)).toBe('three-points')
    const twice = groupOf([3, 2.9, 3, 3.01, 2.91, 3.01], [1e8, 2e8, 4e8, 1e8, 2e8, 4e8])
    expect(distrustOf(twice, over('all'))).toBe('three-points')
  })

  it.each([ROBUST, over('all')])(
    'is one through two versions of a loss, in empty space ($estimator)',
    (settings) => {
      const sizes = [...CURVE, ...CURVE].map((_, i) => 1e8 * 1.5 ** (i % CURVE.length))
      const two = groupOf([...CURVE, ...CURVE.map((loss) => loss * 0.37)], sizes)
      expect(distrustOf(two, settings)).toMatch(/explains-nothing|many-without-weight/)
    },
  )

  it('is one that three diverged runs have pulled below every run', () => {
    const diverged = CURVE.map((loss, i) => (i === 0 || i === 1 || i === 8 ? 8 : loss))
    expect(distrustOf(groupOf(diverged), over('all'))).toBe('below-every-run')
  })

  it('is not one whose minimum dips between two runs of a coarse grid', () => {
    const coarse = groupOf([-3, -1, 1, 3].map((i) => 2.9 + 0.04 * i * i))
    expect(distrustOf(coarse, ROBUST)).toBeNull()
    // Most runs stand together, so that the dip is more than half of what the middle one lies above the lowest.
    const places = [-3, -1.2, -1.1, -1, 1, 1.1, 1.2, 3]
    const together = groupOf(
      places.map((i) => 2.9 + 0.04 * i * i),
      places.map((i) => 1e8 * 1.5 ** i),
    )
    expect(distrustOf(together, over('all'))).toBeNull()
  })

  it.each([
    [0.9, null],
    [1.1, 'below-every-run'],
  ])('with a minimum %s hundredths of the loss below every run, where one may be', (gap, kind) => {
    // The runs of a parabola, but for those about its minimum, which lie higher and level.
    const level = 2.9 * (1 + gap / 100)
    const { runs } = groupOf(CURVE.map((loss) => Math.max(level, loss)))
    const { fit } = fitIsoFlopProfile(groupOf(CURVE), 'N', over('all'))
    if (fit.status !== 'fitted') throw new Error(fit.status)
    const x = runs.map((run) => Math.log(run.scale.N ?? NaN))
    const minimum = { x: Math.log(fit.optimum.at), y: fit.optimum.loss }
    const told = profileDistrust(
      { ...fit.curve, rSquared: 0.9 },
      minimum,
      x,
      runs.map((run) => run.loss),
      () => true,
    )
    expect(told?.kind ?? null).toBe(kind)
  })

  it('has a weight for every run within the reach of a local fit, and for no other', () => {
    const wide = Array.from({ length: 15 }, (_, i) => 2.9 + 0.01 * (i - 7) ** 2)
    const { fitted, weights, withoutWeight } = fitIsoFlopProfile(
      groupOf(
        wide,
        wide.map((_, i) => 1e8 * 2 ** i),
      ),
      'N',
      { window: 'all', estimator: 'weighted-parabola' },
    )
    expect(fitted.length).toBeGreaterThan(4)
    expect(fitted.length).toBeLessThan(15)
    expect(weights).toHaveLength(fitted.length)
    expect(fitted.filter((_, i) => weights[i] === 0)).toEqual(withoutWeight)
  })

  it('opens downwards: then it has no minimum at all', () => {
    const { fit } = fitIsoFlopProfile(groupOf(CURVE.map((loss) => 6 - loss)), 'N', ROBUST)
    expect(fit.status).toBe('no-minimum')
  })
})

describe('the robust profile', () => {
  it('names the diverged runs and stays where it is without them', () => {
    const clean = groupOf(NOISY)
    const group = {
      ...clean,
      runs: clean.runs.map((run, i) => (i === 1 || i === 7 ? { ...run, loss: 8 } : run)),
    }
    const profile = fitIsoFlopProfile(group, 'N', ROBUST)
    const without = fitIsoFlopProfile(
      { ...clean, runs: clean.runs.filter((_, i) => i !== 1 && i !== 7) },
      'N',
      ROBUST,
    )
    expect(profile.withoutWeight.map((run) => run.line)).toEqual([3, 9])
    const [a, b] = [trustedOptimum(profile), trustedOptimum(without)]
    expect((a?.at ?? 0) / (b?.at ?? 1)).toBeCloseTo(1, 2)
    expect(a?.loss).toBeCloseTo(b?.loss ?? NaN, 3)
  })
})
