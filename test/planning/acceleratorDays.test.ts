import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { acceleratorDays } from '../../src/planning/acceleratorDays.ts'
import { parseComputeBudget } from '../../src/planning/computeBudget.ts'

const known = (id: string) => {
  const accelerator = ACCELERATORS.find((candidate) => candidate.id === id)
  if (accelerator === undefined) throw new Error(`no ${id}`)
  return accelerator
}

describe('acceleratorDays', () => {
  it('counts 3e20 FLOPs as 11 A100-days at peak, and 22 to 28 at 50% to 40% of it', () => {
    // Not the 3,000 that circulate.
    expect(acceleratorDays(3e20, known('a100-80'), 1)).toBeCloseTo(11.13, 2)
    expect(acceleratorDays(3e20, known('a100-80'), 0.5)).toBeCloseTo(22.26, 2)
    expect(acceleratorDays(3e20, known('a100-80'), 0.4)).toBeCloseTo(27.82, 2)
  })

  it('takes the fp16 peak where a chip has no bf16', () => {
    // 1.25e14 FLOP/s for a day at half of it.
    expect(acceleratorDays(5.4e18, known('v100-sxm'), 0.5)).toBeCloseTo(1, 12)
  })

  it('is NaN for a chip with neither', () => {
    const other = { ...known('h100-sxm'), denseFlops: { fp8: 1e15 } }
    expect(acceleratorDays(1e20, other, 0.4)).toBeNaN()
  })

  it.each(ACCELERATORS)('undoes a budget typed in days of $name', (accelerator) => {
    for (const name of [accelerator.id, accelerator.name, ...accelerator.aliases]) {
      const parsed = parseComputeBudget(`1,234 ${name}-days`, 0.37)
      if (parsed.status === 'unreadable') throw new Error(`${name}: ${parsed.reason}`)
      expect(acceleratorDays(parsed.flops, accelerator, 0.37)).toBeCloseTo(1234, 8)
      expect(parsed.reading).toMatchObject({ kind: 'accelerators', accelerator, deviceDays: 1234 })
    }
  })
})
