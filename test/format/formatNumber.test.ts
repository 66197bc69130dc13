import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byteSize,
  compactCount,
  formatInterval,
  formatPercent,
  formatRange,
  isReadable,
  levelText,
  limitText,
  powerOfTenText,
  readable,
  scientificParts,
  scientificText,
  significant,
  wholeNumber,
} from '../../src/format/formatNumber.ts'

describe('number formats', () => {
  it.each([
    [levelText(0.95), '95%'],
    [levelText(0.995), '99.5%'],
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
        for (const format of [significant, scientificText, compactCount, readable, formatPercent]) {
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

describe('number formats at their edges', () => {
  it.each([
    [significant(-1e-9, 3), '−1.00 × 10⁻⁹'],
    [significant(-0), '0'],
    [significant(9.9999e-5, 3), '0.000100'],
    [significant(999_499, 3), '999,000'],
    [significant(999_999.5, 3), '1.00 × 10⁶'],
    [significant(123_456, 2), '120,000'],
    [significant(-Infinity), '—'],
    [scientificText(9.9996e20, 3), '1.00 × 10²¹'],
    [scientificText(-3.2e-21, 2), '−3.2 × 10⁻²¹'],
    [scientificText(0), '0'],
    [scientificText(NaN), '—'],
    [scientificText(-Infinity), '—'],
    [powerOfTenText(0), '10⁰'],
    [powerOfTenText(1_234_567_890), '10¹²³⁴⁵⁶⁷⁸⁹⁰'],
    [compactCount(999.9), '1.00K'],
    [compactCount(1000), '1.00K'],
    [compactCount(9.73e9), '9.73B'],
    [compactCount(9.994e14), '999T'],
    [compactCount(9.996e14), '1.00 × 10¹⁵'],
    [compactCount(0.5), '5.00 × 10⁻¹'],
    [compactCount(0), '0'],
    [compactCount(Infinity), '—'],
    [readable(0.001), '0.00100'],
    [readable(9.99e-4), '9.99 × 10⁻⁴'],
    [readable(10_000), '1.00 × 10⁴'],
    [readable(-0.5), '−0.500'],
    [readable(NaN), '—'],
    [formatPercent(0), '0%'],
    [formatPercent(0.0996), '10%'],
    [formatPercent(-0.05), '−5.0%'],
    [formatPercent(1.234), '123%'],
    [formatPercent(-1.234), '−123%'],
    [formatPercent(12.345), '1,235%'],
    [formatPercent(NaN), '—'],
    [formatPercent(Infinity), '—'],
    [formatPercent(1e20), '1.0 × 10²²%'],
    [powerOfTenText(NaN), '—'],
    [powerOfTenText(-Infinity), '—'],
    [wholeNumber(1911), '1,911'],
    [wholeNumber(-1911), '−1,911'],
    [wholeNumber(NaN), '—'],
    [wholeNumber(Infinity), '—'],
    [formatInterval(-1, 2, (value) => significant(value, 2)), '[−1.0, 2.0]'],
    [formatInterval(NaN, 2, significant), '[—, 2.00]'],
  ])('write %s', (text, expected) => {
    expect(text).toBe(expected)
  })

  it.each([
    [9.996e10, 1.2e11, '[1.00, 1.20] × 10¹¹'],
    [1e10, 1.01e12, '[1.00 × 10¹⁰, 1.01 × 10¹²]'],
    [-1e10, 1e10, '[−1.00 × 10¹⁰, 1.00 × 10¹⁰]'],
    [0, 5e10, '[0, 5.00 × 10¹⁰]'],
    [NaN, 1e10, '[—, 1.00 × 10¹⁰]'],
    [1e10, Infinity, '[1.00 × 10¹⁰, —]'],
  ])('write the interval from %d to %d as a reader expects', (low, high, expected) => {
    expect(formatRange(low, high)).toBe(expected)
  })

  it('take apart mantissa and exponent, rounding into the next power where need be', () => {
    expect(scientificParts(-3.456e21, 2)).toEqual({ mantissa: '−3.5', exponent: 21 })
    expect(scientificParts(9.996e-5, 3)).toEqual({ mantissa: '1.00', exponent: -4 })
  })

  it('have a true minus sign, never a hyphen', () => {
    fc.assert(
      fc.property(fc.double({ max: -1e-300, noNaN: true }), (value) => {
        for (const format of [significant, scientificText, compactCount, readable]) {
          expect(format(value)).not.toContain('-')
          expect(format(value)).toMatch(/^[−—]/)
        }
      }),
    )
  })

  it('never write an e in an interval, and always both ends', () => {
    const end = fc.double({ min: -1e300, max: 1e300, noNaN: true })
    fc.assert(
      fc.property(end, end, (one, other) => {
        const text = formatRange(Math.min(one, other), Math.max(one, other))
        expect(text).toMatch(/^\[[^e]+, [^e]+\]( × 10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)?$/)
      }),
    )
  })

  it('can be read back: mantissa and superscripts give the number to its digits', () => {
    const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        const [mantissa = '', power = ''] = scientificText(value, 4).split(' × 10')
        const exponent = Array.from(power, (sign) =>
          sign === '⁻' ? '-' : String(superscripts.indexOf(sign)),
        ).join('')
        expect(Number(`${mantissa}e${exponent}`) / value).toBeCloseTo(1, 3)
        expect(mantissa).toMatch(/^[1-9]\.\d{3}$/)
      }),
    )
  })

  it('call readable what needs no power of ten: zero, and 0.001 to below 10,000', () => {
    expect([0, 0.001, 9999.9, -5].map(isReadable)).toEqual([true, true, true, true])
    expect([9.99e-4, 1e4, -1e4, Infinity, NaN].map(isReadable)).toEqual(Array(5).fill(false))
  })
})

describe('byteSize', () => {
  it.each([
    [588, '588 B'],
    [12_345, '12.3 kB'],
    [94_900_000, '94.9 MB'],
    [2e9, '2.00 GB'],
  ])('of %d is %s', (bytes, text) => {
    expect(byteSize(bytes)).toBe(text)
  })
})

describe('limitText', () => {
  it.each([
    [1, '1'],
    [65_536, '65536'],
    [0.5, '0.5'],
    [1e7, '1 × 10⁷'],
    [1.1423900053530384e-16, '1.142 × 10⁻¹⁶'],
    [1_142_390.0053530384, '1142390'],
  ])('of %d is %s', (limit, text) => {
    expect(limitText(limit)).toBe(text)
  })
})
