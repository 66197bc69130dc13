import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber } from '../../src/notation/parseNumber.ts'

describe('parseNumber', () => {
  it.each([
    ['1e20', 1e20],
    [' 0.41 ', 0.41],
    ['.5', 0.5],
    ['5.', 5],
    ['1,234,567', 1234567],
    ['1,234.5', 1234.5],
    ['124,439,808', 124439808],
    ['70B', 7e10],
    ['1.5M', 1.5e6],
    ['2 T', 2e12],
    ['12K', 12e3],
    ['−3', -3],
    ['+4', 4],
    ['0', 0],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it.each([
    '',
    '-',
    'NaN',
    'inf',
    'Infinity',
    '0x10',
    '12abc',
    '1,5',
    '1e400',
    'e5',
    '.',
    '1-2',
    '12,34',
    // Decimal commas that look like thousands: read as such they would be 1,000 times too large.
    '0,981',
    '1234,567',
    '1,234E+18',
    '1,234B',
  ])('takes %j for no number rather than for a wrong one', (text) => {
    expect(parseNumber(text)).toBeNull()
  })

  it('reads back every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})
