import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { acceleratorDays } from '../../src/planning/acceleratorDays.ts'
import { parseComputeBudget } from '../../src/planning/computeBudget.ts'

function flopsOf(text: string): number {
  const parsed = parseComputeBudget(text, 0.4)
  if (parsed.status === 'unreadable') throw new Error(`${text}: ${parsed.reason}`)
  return parsed.flops
}

const A100_DAY = 312e12 * 0.4 * 86_400

describe('parseComputeBudget', () => {
  it.each([
    ['3e21', 3e21],
    ['3E+21', 3e21],
    [' 1,000,000,000 ', 1e9],
    ['3 × 10^21', 3e21],
    ['3×10²¹', 3e21],
    ['3*10^21', 3e21],
    ['10^20', 1e20],
    ['1.2 ZFLOP', 1.2e21],
    ['1.2 zflops', 1.2e21],
    ['5 EFLOPs', 5e18],
    ['7 TFLOP', 7e12],
    ['3e21 FLOPs', 3e21],
    ['2 PF-days', 1.728e20],
    ['500 A100-days', 500 * A100_DAY],
    ['500 a100 days', 500 * A100_DAY],
    ['12000 A100-hours', 500 * A100_DAY],
    ['64 A100 for 30 days', 64 * 30 * A100_DAY],
    ['64 A100s for 30 days', 64 * 30 * A100_DAY],
    ['1 H100-day', 989.4e12 * 0.4 * 86_400],
    ['10 TPU v5p-days', 10 * 459e12 * 0.4 * 86_400],
  ])('reads %s', (text, flops) => {
    expect(flopsOf(text) / flops).toBeCloseTo(1, 12)
  })

  it.each([
    ['', 'not-a-budget'],
    ['a lot', 'not-a-budget'],
    ['3e', 'not-a-budget'],
    ['-3e21', 'not-a-budget'],
    ['NaN', 'not-a-budget'],
    ['500 Z9000-days', 'unknown-accelerator'],
    ['3e30', 'out-of-range'],
    ['1', 'out-of-range'],
    ['0 A100-days', 'out-of-range'],
  ])('says why “%s” is not a budget', (text, reason) => {
    expect(parseComputeBudget(text, 0.4)).toMatchObject({ status: 'unreadable', reason })
  })

  it('never throws and never leaves 1e6 to 1e28, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9eEx×^.,A-Z a-z-]{0,24}$/)),
        (text) => {
          const parsed = parseComputeBudget(text, 0.4)
          if (parsed.status === 'read') {
            expect(parsed.flops).toBeGreaterThanOrEqual(1e6)
            expect(parsed.flops).toBeLessThanOrEqual(1e28)
          }
        },
      ),
    )
  })
})

describe('acceleratorDays', () => {
  it('undoes a budget given in accelerator days', () => {
    const a100 = ACCELERATORS.find(({ id }) => id === 'a100-80')
    if (a100 === undefined) throw new Error('no A100')
    expect(acceleratorDays(flopsOf('500 A100-days'), a100, 0.4)).toBeCloseTo(500, 9)
  })
})
