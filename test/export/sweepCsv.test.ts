import { en } from '../../src/words/en/en.ts'
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/export/csvText.ts'
import { issuesCsv } from '../../src/export/issuesCsv.ts'
import { sweepCsv } from '../../src/export/sweepCsv.ts'
import type { ImportedSweep } from '../../src/import/runs/importedSweep.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { readDelimited } from '../fixtures/readDelimited.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

/** Everything about the runs but where they stand in a file. */
const contents = (runs: readonly Run[]) =>
  runs.map(({ id: _, line: __, source: ___, ...content }) => content)

const again = (sweep: ImportedSweep): ImportedSweep => dropped(sweepCsv(sweep)).sweep

describe('sweepCsv gives a file that reads as the same runs, field by field,', () => {
  it('with every field filled', () => {
    const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19] }).map((run, i) => ({
      ...run,
      scale: { M: 6e8 + i, N: 1e8 + i, '6N1': 4.2e8 + 6 * i, '6N2': 1e9 / 3 + i },
      statedBudget: i === 0 ? ('none' as const) : 1e18,
      status: i % 2 === 0 ? 'finished' : 'crashed',
      learningRate: 3e-4 / (i + 1),
      batchTokens: 524288,
      corpus: `c${i % 2}`,
      seed: String(i),
      steps: 1000 + i,
      plannedSteps: 2000,
      ...(i === 3 ? { curveEnd: 'risen' as const } : {}),
    }))
    const sweep = again({ runs, lossUnit: 'bits/byte', issues: [], derivations: [] })
    expect(sweep.lossUnit).toBe('bits/byte')
    expect(contents(sweep.runs)).toEqual(contents(runs))
  })

  it('with names that a spreadsheet would run, quote or break', () => {
    const names = ['=HYPERLINK("x")', '+1', '-run', '@me', "'=quoted", '<img onerror>', 'a,"b"\nc']
    const runs = makeIsoFlopRuns({ budgets: [1e18], sizes: names.length }).map((run, i) => ({
      ...run,
      name: names[i] ?? '',
    }))
    const text = sweepCsv({ runs, lossUnit: 'nats/token' })
    expect(text).toContain("'=HYPERLINK")
    expect(contents(dropped(text).sweep.runs)).toEqual(contents(runs))
  })

  it.skipIf(!HAS_SHARED_DATA)(onRealSweeps('of every real file'), () => {
    const files = readdirSync('../shared/data').filter((name) => /\.(csv|jsonl?)$/.test(name))
    let compared = 0
    for (const file of files.filter((name) => name !== 'reference.json')) {
      const { sweep } = dropped(sharedFile(file))
      const second = again(sweep)
      expect(second.lossUnit).toBe(sweep.lossUnit)
      expect(contents(second.runs), file).toEqual(contents(sweep.runs))
      compared += sweep.runs.length
    }
    expect(compared).toBeGreaterThan(3000)
  })
})

describe('csvText', () => {
  it('begins no cell with what a spreadsheet takes for a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvText(['a', 'b'], [[`x${text}`, text]])
        expect(readDelimited(cell).status).not.toBe('thrown')
        const written = csvText(['a'], [[text]])
          .split('\n')
          .slice(1)
          .join('\n')
        expect(written).not.toMatch(/^"?[=+\-@\t\r]/)
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('issuesCsv', () => {
  it('has a line for every issue with line, column, what was found and what was expected', () => {
    const { sweep } = dropped('params,tokens,loss\n1e8,1e9,x\n1e8,-1,3\n')
    const read = readDelimited(issuesCsv(sweep.issues, en))
    if (read.status === 'refused') throw new Error('refused')
    expect(read.table.rows.map(({ cells }) => cells.slice(1, 7))).toEqual([
      [
        '2',
        'loss',
        'Held-out loss',
        'not-a-number',
        'x',
        expect.stringContaining('greater than 0'),
      ],
      [
        '3',
        'tokens',
        'Training tokens D',
        'not-positive',
        "'-1",
        expect.stringContaining('tokens'),
      ],
    ])
  })
})
