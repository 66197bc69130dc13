import { describe, expect, it } from 'vitest'
import { comparisonOf } from '../../src/study/report/comparison.ts'
import { reportOf } from '../../src/study/report/report.ts'
import { DEFAULT_CHOICES, NO_DECISIONS } from '../../src/study/choices.ts'
import { replicatesOf, studyOf } from '../../src/study/study.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const CHOICES = { ...DEFAULT_CHOICES, replicates: 1000 }

/** A sweep of a known law with noise of its own, analysed with the same seed as every other. */
function compared(name: string, seed: number) {
  const runs = makeIsoFlopRuns({
    budgets: [1e18, 3e18, 1e19, 3e19, 1e20, 3e20],
    sizes: 9,
    span: 6,
    noise: seededNoise(seed, 0.003),
  })
  const study = studyOf(runs, NO_DECISIONS, CHOICES)
  const replicates = replicatesOf(study, CHOICES, () => undefined)
  const report = reportOf(
    study,
    CHOICES,
    { replicates, methods: null },
    {
      ...{ name, lossUnit: 'bits/byte', excluded: 0, issues: [], computeFlops: 1e21 },
    },
  )
  return { report, replicates, methods: [] }
}

describe('comparisonOf', () => {
  it('does not take the draws of one sweep from themselves', () => {
    const one = compared('a', 1)
    const { low, high } = one.report.laws.scale.exponent
    const { exponentDifference } = comparisonOf([one, one], 0.95).comparisons[0] ?? {}
    const width = (exponentDifference?.high ?? 0) - (exponentDifference?.low ?? 0)
    const ratio = width / ((high ?? 0) - (low ?? 0))
    expect(ratio).toBeGreaterThan(1.3)
    expect(ratio).toBeLessThan(1.55)
  })

  it('has intervals of differences as wide as those of two independent sweeps', () => {
    const [a, b] = [compared('a', 1), compared('b', 2)]
    const widthOf = ({ report }: typeof a): number => {
      const { low, high } = report.laws.scale.exponent
      return (high ?? 0) - (low ?? 0)
    }
    const { exponentDifference } = comparisonOf([a, b], 0.95).comparisons[0] ?? {}
    const width = (exponentDifference?.high ?? 0) - (exponentDifference?.low ?? 0)
    expect(width / Math.hypot(widthOf(a), widthOf(b))).toBeCloseTo(1, 1)
    expect(exponentDifference?.excludesZero).toBe(false)
  })
})
