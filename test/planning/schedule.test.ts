import { describe, expect, it } from 'vitest'
import {
  rateFactor,
  schedulePoints,
  SCHEDULES,
  stepsOf,
  WARMUP_STEPS,
} from '../../src/planning/schedule.ts'

const TRAINING = { tokens: 2e12, batchTokens: 18_874_368, learningRate: 3.2e-4 }

describe('a learning-rate schedule', () => {
  it('has the steps of DeepSeek’s 67B: 105,964 of 18.9 million tokens', () => {
    expect(stepsOf(TRAINING)).toBe(105_964)
  })

  it('falls to 31.6% after 80% of the tokens and to 10% after 90%, in the multi-step one', () => {
    const steps = stepsOf(TRAINING)
    const at = (share: number) => rateFactor('multi-step', share, steps)
    expect([0.5, 0.79, 0.8, 0.89, 0.9, 1].map(at)).toEqual([1, 1, 0.316, 0.316, 0.1, 0.1])
  })

  it.each(SCHEDULES)('%s warms up over 2,000 steps and never rises after', (schedule) => {
    const steps = stepsOf(TRAINING)
    expect(rateFactor(schedule, WARMUP_STEPS / 2 / steps, steps)).toBeCloseTo(0.5, 9)
    const after = Array.from({ length: 200 }, (_, i) =>
      rateFactor(schedule, 0.02 + (0.98 * i) / 199, steps),
    )
    for (let i = 1; i < after.length; i++) {
      expect(after[i]).toBeLessThanOrEqual((after[i - 1] ?? 0) + 1e-12)
    }
    expect(after.at(-1)).toBeCloseTo(0.1, 9)
  })

  it('is half way down in the middle of a cosine, and flat until the last tenth of warmup-stable-decay', () => {
    expect(rateFactor('cosine', 0.5 + 0.5 * (2000 / 105_964), 105_964)).toBeCloseTo(0.55, 4)
    expect(rateFactor('wsd', 0.9, 105_964)).toBe(1)
    expect(rateFactor('wsd', 0.95, 105_964)).toBeCloseTo(Math.sqrt(0.1), 9)
  })

  it('is drawn from the first step to the last, with its bends', () => {
    const points = schedulePoints('multi-step', TRAINING, 50)
    expect(points[0]).toEqual({ step: 0, tokens: 0, learningRate: 0 })
    expect(points.at(-1)).toMatchObject({ step: 105_964, tokens: 2e12 })
    expect(points.at(-1)?.learningRate).toBeCloseTo(3.2e-5, 12)
    expect(Math.max(...points.map(({ learningRate }) => learningRate))).toBe(3.2e-4)
  })
})
