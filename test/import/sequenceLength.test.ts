import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { dropped } from '../fixtures/readSweep.ts'

/** Ten rows of 100 sequences of 1,000 steps each, the first `agreeing` of which hold 4,096 tokens. */
function sweepWith(agreeing: number) {
  const rows = Array.from({ length: 10 }, (_, i) =>
    ['1e8', i < agreeing ? 4096 * 1e5 : 3000 * 1e5, 100, 1000, 3].join(','),
  )
  return dropped(['params,tokens,batch_size,steps,loss', ...rows].join('\n')).sweep
}

describe('the sequence length, where no column gives it', () => {
  it('is derived where nine rows of ten agree', () => {
    const { runs, derivations } = sweepWith(9)
    expect(runs[0]?.batchTokens).toBe(409_600)
    expect(derivationTexts(derivations).join(' ')).toContain('the same in 9 of 10 rows')
  })

  it('stays unknown where eight rows of ten agree, and so does the batch in tokens', () => {
    const { runs, derivations } = sweepWith(8)
    expect(runs[0]).not.toHaveProperty('batchTokens')
    expect(derivationTexts(derivations).join(' ')).not.toContain('Sequence length')
  })

  it('is not 1 where the batch is in tokens already', () => {
    const { runs, derivations } = dropped(
      'params,tokens,batch_tokens,steps,loss\n1e8,1e9,1e6,1000,3\n',
    ).sweep
    expect(runs[0]?.batchTokens).toBe(1e6)
    expect(derivationTexts(derivations).join(' ')).not.toContain('Sequence length')
  })

  it('is taken row by row from its column', () => {
    const { runs } = dropped(
      'params,tokens,bs,seq_len,loss\n1e8,1e9,64,2048,3\n1e8,1e9,64,,3\n',
    ).sweep
    expect(runs.map((run) => run.batchTokens)).toEqual([64 * 2048, undefined])
  })
})
