import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { lossConversion } from '../../src/import/runs/lossConversion.ts'

// ln 2 = 0.693147180559945 to fifteen places; the products below are worked out from it by hand.
describe('lossConversion without bytes per token', () => {
  it('leaves nats per token as they are and says nothing', () => {
    const { lossUnit, convert, derivation } = lossConversion('nats/token', null)
    expect([lossUnit, convert(3.25, Number.NaN), derivation]).toEqual(['nats/token', 3.25, null])
  })

  it('turns 4 bits per token into 4 × 0.693147 = 2.772589 nats per token', () => {
    const { lossUnit, convert, derivation } = lossConversion('bits/token', null)
    expect(lossUnit).toBe('nats/token')
    expect(convert(4, Number.NaN)).toBeCloseTo(2.77258872223978, 12)
    expect(derivationTexts(derivation === null ? [] : [derivation])[0]).toBe(
      'Loss in nats/token = bits/token × ln 2.',
    )
  })

  it('turns a perplexity of 8 into 3 × 0.693147 = 2.079442 nats per token', () => {
    const { lossUnit, convert, derivation } = lossConversion('perplexity', null)
    expect(lossUnit).toBe('nats/token')
    expect(convert(8, Number.NaN)).toBeCloseTo(2.079441541679836, 12)
    expect(derivationTexts(derivation === null ? [] : [derivation])[0]).toBe(
      'Loss in nats/token = ln(perplexity).',
    )
  })

  it('never makes bits per byte, because nobody gave the bytes of a token', () => {
    for (const unit of ['nats/token', 'bits/token', 'perplexity'] as const) {
      expect(lossConversion(unit, null).lossUnit).toBe('nats/token')
    }
  })
})

describe('lossConversion with 4 bytes per token', () => {
  it.each([
    ['nats/token', 2.772588722239781],
    ['bits/token', 4],
    ['perplexity', 16],
  ] as const)('turns %s of %d into 1 bit per byte', (unit, loss) => {
    const { lossUnit, convert, derivation } = lossConversion(unit, 4)
    expect(lossUnit).toBe('bits/byte')
    expect(convert(loss, 4)).toBeCloseTo(1, 12)
    expect(derivationTexts(derivation === null ? [] : [derivation])[0]).toContain(
      '4 bytes/token, as given',
    )
  })

  it('leaves a column that is in bits per byte alone', () => {
    const { lossUnit, convert, derivation } = lossConversion('bits/byte', 4)
    expect([lossUnit, convert(0.9, Number.NaN), derivation]).toEqual(['bits/byte', 0.9, null])
  })
})

describe('lossConversion with a column of bytes per token', () => {
  it('divides by those of the row', () => {
    const { lossUnit, convert, derivation } = lossConversion('perplexity', 'column')
    expect(lossUnit).toBe('bits/byte')
    expect(convert(16, 4)).toBeCloseTo(1, 12)
    expect(convert(16, 2)).toBeCloseTo(2, 12)
    expect(derivationTexts(derivation === null ? [] : [derivation])[0]).toContain(
      'bytes/token of its row',
    )
  })
})
