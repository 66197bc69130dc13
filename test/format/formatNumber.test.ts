import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compactCount,
  formatPercent,
  formatRange,
  powerOfTenText,
  readable,
  scientificText,
  significant,
} from '../../src/format/formatNumber.ts'

describe('number formats', () => {
  it.each([
    [significant(0.5243, 3), '0.524'],
    [significant(2.9999, 3), '3.00'],
    [significant(1234.5, 3), '1,230'],
    [significant(-0.16244, 4), '−0.1624'],
    [significant(0, 3), '0'],
    [significant(NaN), '—'],
    [significant(Infinity), '—'],
    [significant(999.96, 4), '1,000'],
    [scientificText(3e21, 2), '3.0 × 10²¹'],
    [scientificText(6.4e-4, 2), '6.4 × 10⁻⁴'],
    [scientificText(-5, 1), '−5 × 10⁰'],
    [powerOfTenText(-17), '10⁻¹⁷'],
    [compactCount(712_340_648), '712M'],
    [compactCount(1.42e12), '1.42T'],
    [compactCount(999_999), '1.00M'],
    [compactCount(26.8), '26.8'],
    [compactCount(3e16), '3.00 × 10¹⁶'],
    [readable(0.1715, 4), '0.1715'],
    [readable(7.829e-5, 4), '7.829 × 10⁻⁵'],
    [formatPercent(0.4), '40%'],
    [formatPercent(0.02), '2.0%'],
    [formatPercent(1), '100%'],
  ])('write %s', (text, expected) => {
    expect(text).toBe(expected)
  })

  it.each([
    [0.507, 0.541, '[0.507, 0.541]'],
    [-0.168, -0.157, '[−0.168, −0.157]'],
    [2.77e10, 3.55e10, '[2.77, 3.55] × 10¹⁰'],
    [8.45e10, 1.08e11, '[8.45, 10.8] × 10¹⁰'],
    [5.6e-4, 0.0167, '[5.60 × 10⁻⁴, 0.0167]'],
  ])('write the interval from %d to %d with its power of ten once', (low, high, expected) => {
    expect(formatRange(low, high)).toBe(expected)
  })

  it('never write an e, whatever the number', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 1, max: 6 }), (value, digits) => {
        for (const format of [significant, scientificText, compactCount, readable]) {
          expect(format(value, digits)).not.toMatch(/e|NaN|Infinity/i)
        }
      }),
    )
  })

  it('keep the digits that they promise', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 9e5, noNaN: true }), (value) => {
        const read = Number(significant(value, 4).replaceAll(',', ''))
        expect(Math.abs(read / value - 1)).toBeLessThan(5.1e-4)
      }),
    )
  })
})
