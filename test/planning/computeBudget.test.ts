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

describe('parseComputeBudget, number by number', () => {
  it.each([
    ['1e6', 1e6],
    ['1e28', 1e28],
    ['.5e10', 5e9],
    ['3.e21', 3e21],
    ['3e+21', 3e21],
    ['1,234,567,890', 1234567890],
    ['10²¹', 1e21],
    ['3 × 10²¹ FLOPs', 3e21],
    ['3 * 10 ^ 21', 3e21],
    ['3·10^21', 3e21],
    ['3 10^21', 3e21],
    ['1_000_000_000', 1e9],
    ['2 trillion', 2e12],
    ['10k H100-hours', (1e4 / 24) * 989.4e12 * 0.4 * 86_400],
    ['2.788M H800 GPU-hours', (2.788e6 / 24) * 989.4e12 * 0.4 * 86_400],
    ['3\u202f×\u202f10²¹', 3e21],
    ['1.2\u00a0ZFLOP', 1.2e21],
    ['5 MFLOP', 5e6],
    ['5000 kFLOP', 5e6],
    ['5 GFLOPs', 5e9],
    ['2 PFLOP', 2e15],
    ['1.5 YFLOP', 1.5e24],
    ['1 RFLOP', 1e27],
    ['2 petaflop-days', 1.728e20],
    ['2 petaflop/s-days', 1.728e20],
    ['2PF-days', 1.728e20],
    ['1 H100-week', 7 * 989.4e12 * 0.4 * 86_400],
    ['1 A100-month', 30 * A100_DAY],
    ['1 A100-year', 365 * A100_DAY],
    ['64 × A100 for 12 hours', 32 * A100_DAY],
    ['2,048 A100 for 1.5 days', 3072 * A100_DAY],
    ['8 RTX 4090 for 1 week', 56 * 165.2e12 * 0.4 * 86_400],
  ])('reads %s', (text, flops) => {
    expect(flopsOf(text) / flops).toBeCloseTo(1, 12)
  })

  it.each([
    ['1e21.5', 'not-a-budget'],
    ['1e 21', 'not-a-budget'],
    ['10^21.5', 'not-a-budget'],
    ['1.000.000,5', 'not-a-budget'],
    ['Infinity', 'not-a-budget'],
    ['∞', 'not-a-budget'],
    ['1e21 flop/s', 'not-a-budget'],
    ['constructor FLOP', 'not-a-budget'],
    ['500 A100-days and more', 'not-a-budget'],
    ['1 H100', 'not-a-budget'],
    ['3 days', 'not-a-budget'],
    ['A100-days', 'not-a-budget'],
    ['100 GPU-days', 'unknown-accelerator'],
    ['64 nodes for 3 days', 'unknown-accelerator'],
    ['999999', 'out-of-range'],
    ['1.0001e28', 'out-of-range'],
    ['1e400', 'out-of-range'],
    ['1e-400', 'out-of-range'],
    ['10^400', 'out-of-range'],
    ['0', 'out-of-range'],
    ['5 kFLOP', 'out-of-range'],
    ['1e30 A100-days', 'out-of-range'],
  ])('says why “%s” is not a budget', (text, reason) => {
    expect(parseComputeBudget(text, 0.4)).toMatchObject({ status: 'unreadable', reason })
  })

  it('repeats the part that it did not understand', () => {
    expect(parseComputeBudget('  a lot ', 0.4)).toMatchObject({ found: 'a lot' })
    expect(parseComputeBudget('500 Z9000-days', 0.4)).toMatchObject({ found: 'Z9000' })
    expect(parseComputeBudget(' 3e30 ', 0.4)).toMatchObject({ found: '3e30' })
  })

  it('says how accelerator time was counted: device-days, peak, format, utilisation', () => {
    expect(parseComputeBudget('64 H100 for 30 days', 0.35)).toMatchObject({
      reading: {
        kind: 'accelerators',
        deviceDays: 1920,
        peak: 989.4e12,
        format: 'bf16',
        utilisation: 0.35,
      },
    })
    expect(parseComputeBudget('10 V100-days', 0.35)).toMatchObject({
      reading: { peak: 125e12, format: 'fp16' },
    })
    expect(parseComputeBudget('3e21', 0.35)).toMatchObject({ reading: { kind: 'flops' } })
  })

  it('lets utilisation bear on accelerator time only', () => {
    const at = (text: string, utilisation: number) => {
      const parsed = parseComputeBudget(text, utilisation)
      return parsed.status === 'read' ? parsed.flops : NaN
    }
    expect(at('500 A100-days', 0.5) / at('500 A100-days', 0.25)).toBeCloseTo(2, 12)
    expect(at('2 PF-days', 0.5)).toBe(at('2 PF-days', 0.25))
    expect(at('3e21', 0.5)).toBe(at('3e21', 0.25))
  })

  it('reads back any number that JavaScript writes within the range', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e6, max: 1e28, noNaN: true }), (flops) => {
        expect(flopsOf(String(flops))).toBe(flops)
        expect(flopsOf(flops.toExponential(3)) / flops).toBeCloseTo(1, 3)
      }),
    )
  })
})

describe('parseComputeBudget, as people write device time and units', () => {
  it.each([
    ['64 H100 GPUs for 30 days', 1920 * 989.4e12 * 0.4 * 86_400],
    ['2,788,000 H800 GPU-hours', (2_788_000 / 24) * 989.4e12 * 0.4 * 86_400],
    ['8 L40S for 3 days', 24 * 362e12 * 0.4 * 86_400],
    ['16 TPU v5p chips for 1 day', 16 * 459e12 * 0.4 * 86_400],
    ['64 x A100 for 30 days', 1920 * A100_DAY],
    ['64x A100 for 30 days', 1920 * A100_DAY],
    ['64xA100 for 30 days', 1920 * A100_DAY],
    ['500 x A100-days', 500 * A100_DAY],
    ['500A100-days', 500 * A100_DAY],
    ['500 A100 40GB-days', 500 * A100_DAY],
    ['100 Trainium2-days', 100 * 667e12 * 0.4 * 86_400],
    ['2 PFLOP/s-days', 1.728e20],
    ['2 PFLOPS-days', 1.728e20],
  ])('reads %s', (text, flops) => {
    expect(flopsOf(text) / flops).toBeCloseTo(1, 12)
  })

  it.each([
    ['1,5e21'],
    ['1,5 ZFLOP'],
    ['12,34e20'],
    ['1,23,456 GFLOP'],
    ['0,500 ZFLOP'],
    ['1,234e18'],
    ['1,5 A100-days'],
    ['1,5 A100 for 30 days'],
  ])('refuses %s, whose comma may be a decimal one, rather than be wrong tenfold', (text) => {
    expect(parseComputeBudget(text, 0.4)).toMatchObject({
      status: 'unreadable',
      reason: 'not-a-budget',
    })
  })

  it('takes M for mega and m, which is milli, for nothing', () => {
    expect(flopsOf('5 MFLOP')).toBe(5e6)
    expect(parseComputeBudget('5e9 mFLOP', 0.4)).toMatchObject({ reason: 'not-a-budget' })
  })

  it.each(ACCELERATORS)('reads 64 of $name for 30 days by any of its names', (accelerator) => {
    for (const name of [accelerator.id, accelerator.name, ...accelerator.aliases]) {
      expect(parseComputeBudget(`64 ${name} for 30 days`, 0.4)).toMatchObject({
        reading: { accelerator, deviceDays: 1920 },
      })
    }
  })

  it('repeats an unknown accelerator as it was typed', () => {
    expect(parseComputeBudget('64 Xeons for 3 days', 0.4)).toMatchObject({ found: 'Xeons' })
  })
})
