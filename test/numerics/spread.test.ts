import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from '../../src/numerics/spread.ts'

describe('positions that are spread through an order', () => {
  it('are within it, none twice, and all of them where as many are asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 600 }),
        (n, count) => {
          const at = spread(n, count)
          expect(at).toHaveLength(Math.min(n, count))
          expect(new Set(at).size).toBe(at.length)
          expect(at.every((i) => i < n)).toBe(true)
        },
      ),
    )
    expect([...spread(1000, 2000)].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i),
    )
  })

  it('meet every part of a period alike, whatever its length', () => {
    for (let period = 2; period <= 40; period++) {
      const met = new Array<number>(period).fill(0)
      for (const i of spread(3000, 600)) met[i % period] = (met[i % period] ?? 0) + 1
      expect(Math.min(...met)).toBeGreaterThan((0.5 * 600) / period)
      expect(Math.max(...met)).toBeLessThan((1.5 * 600) / period)
    }
  })
})
