import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { dropped } from '../fixtures/readSweep.ts'

/** What each row says of its budget, and the sentences about budgets. */
function stated(header: string, ...rows: string[]) {
  const text = [header, ...rows].map((row, i) => `${row},${i === 0 ? 'params,loss' : '1e8,3'}`)
  const { runs, derivations } = dropped(text.join('\n')).sweep
  return {
    budgets: runs.map((run) => run.statedBudget),
    sentences: derivationTexts(derivations).filter((sentence) => sentence.includes('budget')),
  }
}

describe('a budget column', () => {
  it('gives its numbers, and none where it holds anything else', () => {
    expect(
      stated('flops,isoflop', '1e18,1e18', '1.1e18,extra', '9e17,', '9e17,NaN', '9e17,0'),
    ).toEqual({ budgets: [1e18, 'none', 'none', 'none', 'none'], sentences: [] })
  })

  it('is read in the unit that is chosen for it', () => {
    const { table, mapping } = dropped('flops,budget,params,loss\n1e18,1e9,1e8,3\n')
    const [run] = importSweep(
      table,
      { ...mapping, budget: { columns: [1], unit: 'GFLOPs' } },
      { bytesPerToken: null, corpus: '' },
    ).runs
    expect(run?.statedBudget).toBe(1e18)
  })

  it('counts before the names of the runs', () => {
    expect(
      stated('flops,budget,name', '1e18,1e18,a', '1e18,1e18,isoflop-b', '1e18,1e18,isoflop-c'),
    ).toEqual({ budgets: [1e18, 1e18, 1e18], sentences: [] })
  })
})

describe('names that carry “isoflop”', () => {
  it('leave the others to no budget where they are at least half, in any case of letters', () => {
    expect(stated('flops,name', '1e18,IsoFLOP-1', '1e18,x-isoflop', '1e18,best', '1e18,y')).toEqual(
      {
        budgets: ['unstated', 'unstated', 'none', 'none'],
        sentences: [
          '2 rows belong to no budget: their names lack “isoflop”, which the other 2 carry.',
        ],
      },
    )
  })

  it('mean nothing where they are fewer than half', () => {
    expect(stated('flops,name', '1e18,isoflop-1', '1e18,a', '1e18,b')).toEqual({
      budgets: ['unstated', 'unstated', 'unstated'],
      sentences: [],
    })
  })

  it('mean nothing where all have them, or none', () => {
    for (const name of ['isoflop', 'run']) {
      expect(stated('flops,name', `1e18,${name}-1`, `1e18,${name}-2`)).toEqual({
        budgets: ['unstated', 'unstated'],
        sentences: [],
      })
    }
  })
})
