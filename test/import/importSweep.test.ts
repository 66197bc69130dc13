import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnMapping } from '../../src/import/columns/columnMapping.ts'
import { FIELD_UNITS, type Field } from '../../src/import/fields/field.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { derivationTexts, issueSentence } from '../fixtures/inEnglish.ts'
import type { Table } from '../../src/import/tables/table.ts'
import { dropped } from '../fixtures/readSweep.ts'

const sweepOf = (csv: string) => dropped(csv).sweep

describe('importSweep derives', () => {
  it('D from C and N in a file of one run, and says so', () => {
    const { runs, derivations } = sweepOf('flops,params,loss\n6e18,1e8,3\n')
    expect(runs).toHaveLength(1)
    expect(runs[0]?.tokens).toBeCloseTo(1e10, -2)
    expect(derivationTexts(derivations)).toEqual(['D = C / 6N: no column of tokens.'])
  })

  it('M, 6N1 and 6N2 from the architecture where the parameters agree with it', () => {
    // 8 layers of width 512, l = 4096, V = 102400: DeepSeek LLM, Table 3, first row; N = N1 + V·d.
    const [run] = sweepOf(
      'flops,num_params,tokens,loss,n_layer,d_model,seq_len,vocab_size\n1e18,77594624,1e9,3,8,512,4096,102400\n',
    ).runs
    expect(run?.scale).toEqual({
      N: 77594624,
      M: 352321536,
      '6N1': 6 * 25165824,
      '6N2': 6 * 77594624,
    })
  })

  it('no M where wider layers than 12·d² make the formula wrong, and says so', () => {
    const rows = ['512,8,60e6', '1024,16,400e6', '2048,24,3e9']
      .map((row) => `1e18,${row},1e9,3,2048`)
      .join('\n')
    const { runs, derivations } = sweepOf(
      `flops,width,layers,params,tokens,loss,seq_len\n${rows}\n`,
    )
    expect(Object.keys(runs[0]?.scale ?? {})).toEqual(['N'])
    expect(derivationTexts(derivations).join(' ')).toMatch(/M, 6N₁ and 6N₂ are not offered/)
  })

  it('the sequence length from tokens, batch and steps, and the batch in tokens', () => {
    const { runs, derivations } = sweepOf(
      'params,tokens,batch_size,steps,loss\n1e8,409600000,100,1000,3\n',
    )
    expect(runs[0]?.batchTokens).toBe(409600)
    expect(derivationTexts(derivations).join(' ')).toMatch(/Sequence length 4,096 = tokens/)
  })
})

describe('importSweep offers a scale metric', () => {
  const HEADER = 'flops,tokens,loss,n_layer,d_model,seq_len,vocab_size'

  it('only where every run has what it needs, and says which line lacks it', () => {
    const { runs, derivations } = sweepOf(
      `${HEADER}\n1e18,1e9,3,8,512,4096,102400\n1e18,1e9,3,8,512,4096,\n1e18,1e9,3,8,512,,102400\n`,
    )
    expect(runs.map((run) => Object.keys(run.scale))).toEqual([['6N1'], ['6N1'], ['6N1']])
    expect(derivationTexts(derivations)).toContain(
      'M is not offered: 1 of 3 runs lacks what it needs (first line 4).',
    )
    expect(derivationTexts(derivations)).toContain(
      '6N₂ is not offered: 1 of 3 runs lacks what it needs (first line 3).',
    )
  })

  it('without a word about those that no column allows', () => {
    const { derivations } = sweepOf('flops,params,tokens,loss\n6e18,1e8,1e10,3\n')
    expect(derivationTexts(derivations)).toEqual([])
  })
})

describe('importSweep reads losses', () => {
  it('in perplexity and bits per token as nats per token', () => {
    expect(sweepOf('params,tokens,ppl\n1e8,1e9,20\n').runs[0]?.loss).toBeCloseTo(Math.log(20), 12)
    expect(sweepOf('params,tokens,bits_per_token\n1e8,1e9,4\n').runs[0]?.loss).toBeCloseTo(
      2.772588722239781,
      12,
    )
  })

  it('in bits per byte only when somebody gives the bytes per token', () => {
    const { table, mapping, sweep } = dropped('params,tokens,loss\n1e8,1e9,3\n')
    expect(sweep.lossUnit).toBe('nats/token')
    const converted = importSweep(table, mapping, { bytesPerToken: 4, corpus: '' })
    expect(converted.lossUnit).toBe('bits/byte')
    // 3 nats / (ln 2 · 4 bytes) = 1.0820212806667227 bits per byte
    expect(converted.runs[0]?.loss).toBeCloseTo(1.0820212806667227, 12)
  })
})

describe('importSweep leaves out rows', () => {
  const { runs, issues } = sweepOf(
    [
      'flops,params,tokens,loss,status',
      '6e17,1e8,1e9,3.1,finished',
      '6e17,2e8,0,3.1,finished',
      '6e17,3e8,1e9,-3,finished',
      '6e17,4e8,1e9,NaN,finished',
      '6e17,about 1e8,1e9,3.1,finished',
      '6e17,5e8,1e9,,failed',
    ].join('\n'),
  )

  it('that cannot be used and keeps the rest', () => {
    expect(runs.map((run) => run.line)).toEqual([2])
  })

  it('with line, column, reason and what was found', () => {
    const told = issues.map(({ line, column, code, found, runStatus }) => [
      ...[line, column, code],
      found ?? runStatus,
    ])
    expect(told).toEqual([
      [3, 'tokens', 'not-positive', '0'],
      [4, 'loss', 'not-positive', '-3'],
      [5, 'loss', 'not-finite', 'NaN'],
      [6, 'params', 'not-a-number', 'about 1e8'],
      [7, 'loss', 'missing-value', 'failed'],
    ])
    for (const issue of issues) {
      expect(issueSentence(issue)).toContain(`Line ${issue.line}, column “${issue.column}”`)
    }
  })
})

describe('importSweep leaves out what would not be a finite number above zero', () => {
  it('a perplexity of 1 and below, whose logarithm is no loss', () => {
    const { runs, issues } = sweepOf('params,tokens,ppl\n1e8,1e9,0.50\n1e8,1e9,1\n1e8,1e9,20\n')
    expect(runs.map((run) => run.line)).toEqual([4])
    expect(issues.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
      [2, 'ppl', 'perplexity-too-low', '0.50'],
      [3, 'ppl', 'perplexity-too-low', '1'],
    ])
  })

  it('compute that overflows in its unit', () => {
    const { runs, issues } = sweepOf(
      'total_gflops,params,tokens,loss\n1e305,1e8,1e9,3\n6e8,1e8,1e9,3\n',
    )
    expect(runs.map((run) => run.computeFlops)).toEqual([6e17])
    expect(issues).toEqual([
      {
        ...{ severity: 'row-left-out', code: 'too-large', line: 2, column: 'total_gflops' },
        ...{ field: 'computeFlops', unit: 'GFLOPs', found: '1e305' },
      },
    ])
  })

  it('compute that no run can have, derived from numbers that are each possible', () => {
    const { runs, issues } = sweepOf('params,tokens,loss\n1e17,1e18,3\n1e8,1e9,3\n2e8,1e9,3\n')
    expect(runs.map((run) => run.line)).toEqual([3, 4])
    expect(issues).toEqual([
      { severity: 'row-left-out', code: 'out-of-range', line: 2, field: 'computeFlops' },
    ])
  })

  it('whatever the cells, the columns and the units', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'NaN', '-1', '0', '0.5', '3', '8', '1e18', '1e305', '1e-305', 'x', '2T'),
      fc.constantFrom('40', '100', '900', '3000'),
      fc.double({ noNaN: true, min: 0 }).map(String),
    )
    const width = 5
    const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
    const fields = Object.keys(FIELD_UNITS) as Field[]
    const mapping = fc.record(
      Object.fromEntries(
        fields.map((field) => [
          field,
          fc.record({
            // One past the last column too: a mapping may be older than the table.
            columns: fc.array(fc.nat(width), { minLength: 1, maxLength: 2 }),
            unit: fc.constantFrom(...FIELD_UNITS[field]),
          }),
        ]),
      ),
      { requiredKeys: ['loss'] },
    )
    let runCount = 0
    fc.assert(
      fc.property(rows, mapping, (cells, columns) => {
        const table: Table = {
          header: ['a', 'b', 'c', 'd', 'e'],
          rows: cells.map((row, i) => ({ line: i + 2, cells: row })),
        }
        const { runs, issues } = importSweep(table, columns, {
          bytesPerToken: null,
          corpus: '',
        })
        runCount += runs.length
        for (const run of runs) {
          const numbers = [run.computeFlops, run.tokens, run.loss, ...Object.values(run.scale)]
          for (const optional of [run.batchTokens, run.learningRate, run.statedBudget]) {
            if (typeof optional === 'number') numbers.push(optional)
          }
          expect(Object.keys(run.scale)).not.toEqual([])
          for (const value of numbers) {
            expect(value).toBeGreaterThan(0)
            expect(Number.isFinite(value)).toBe(true)
          }
        }
        // Nothing is lost: each row is a run, or an issue, or the whole mapping is refused.
        const leftOut = new Set(
          issues.flatMap(({ severity, line }) => (severity === 'row-left-out' ? [line] : [])),
        )
        if (!issues.some((issue) => issue.severity === 'refused')) {
          expect(runs.length + leftOut.size).toBe(cells.length)
        }
      }),
      { numRuns: 4000, seed: 1 },
    )
    expect(runCount).toBeGreaterThan(50)
  })
})

describe('importSweep follows a mapping that a person changed', () => {
  const { table, mapping } = dropped('flops,params,tokens,loss,val_code\n6e18,100,1e10,3,1.5\n')
  const reread = (edits: ColumnMapping) =>
    importSweep(table, { ...mapping, ...edits }, { bytesPerToken: null, corpus: '' })

  it('to another unit', () => {
    const parameters = { columns: [1], unit: 'M parameters' } as const
    expect(reread({ parameters }).runs[0]?.scale).toEqual({ N: 1e8 })
  })

  it('to another column and what it is measured in', () => {
    const { runs, lossUnit } = reread({ loss: { columns: [4], unit: 'bits/byte' } })
    expect([runs[0]?.loss, lossUnit]).toEqual([1.5, 'bits/byte'])
  })

  it('to no column, which then is derived', () => {
    const { tokens: _, ...rest } = mapping
    const { runs, derivations } = importSweep(table, rest, { bytesPerToken: null, corpus: '' })
    expect(runs[0]?.tokens).toBe(1e10)
    expect(derivationTexts(derivations)).toEqual(['D = C / 6N: no column of tokens.'])
  })

  it('to a column that the table does not have: every row says that it is empty and what was done', () => {
    const { runs, issues } = reread({ tokens: { columns: [9], unit: 'tokens' } })
    expect(runs[0]?.tokens).toBe(1e10)
    expect(issues).toMatchObject([
      { severity: 'remark', code: 'value-derived', line: 2, column: '', field: 'tokens' },
    ])
  })
})

describe('importSweep says what is missing', () => {
  it.each([
    ['a loss', 'flops,params\n1e18,1e8\n', 'no-loss-column'],
    ['a model scale', 'flops,loss\n1e18,3\n', 'no-scale-column'],
    ['compute or tokens', 'params,loss\n1e8,3\n', 'no-compute-or-tokens'],
  ])('when the columns lack %s', (_, csv, code) => {
    const { runs, issues } = sweepOf(csv)
    expect(runs).toEqual([])
    expect(issues.map((issue) => issue.code)).toEqual([code])
  })
})

describe('importSweep knows', () => {
  it('compute that is systematically not 6ND, and repairs nothing', () => {
    const { runs, issues } = sweepOf('flops,params,tokens,loss\n2e18,1e8,1e10,3\n4e18,2e8,1e10,3\n')
    expect(issues).toMatchObject([
      { code: 'compute-disagrees', found: '0.333', reason: 'forward-only' },
    ])
    expect(runs[0]?.computeFlops).toBe(2e18)
  })

  it('compute that is systematically not M·D: three times, where M is of the forward pass', () => {
    const { issues } = sweepOf('flops,model_scale,tokens,loss\n3e18,1e9,1e9,3\n6e18,2e9,1e9,3\n')
    expect(issues).toMatchObject([
      { code: 'compute-disagrees', found: '3.00', field: 'modelScale', reason: 'tripled' },
    ])
  })

  it('compute within a twentieth of 6ND as the same', () => {
    expect(sweepOf('flops,params,tokens,loss\n6.2e18,1e8,1e10,3\n').issues).toEqual([])
    expect(sweepOf('flops,params,tokens,loss\n7.2e18,1e8,1e10,3\n').issues).toMatchObject([
      { code: 'compute-disagrees', found: '1.20', reason: 'unknown' },
    ])
  })

  it('runs whose compute alone is far from that of the others, but not where it drifts', () => {
    const sweep = (ratioOf: (i: number) => number) =>
      sweepOf(
        [
          'flops,params,tokens,loss',
          ...Array.from({ length: 20 }, (_, i) => `${6e18 * ratioOf(i)},1e8,1e10,3`),
        ].join('\n'),
      ).issues.map(({ code, line }) => [code, line])
    expect(sweep((i) => (i === 4 ? 2 : 1))).toEqual([['run-disagrees', 6]])
    expect(sweep((i) => (i < 11 ? 1 : 1 + 0.1 * (i - 10)))).toEqual([])
  })

  it('names and corpora as plain text, markup and all', () => {
    const [run] = sweepOf(
      'name,corpus,flops,params,loss\n<img src=x onerror=alert(1)>,=1+1,1e18,1e8,3\n',
    ).runs
    expect(run?.name).toBe('<img src=x onerror=alert(1)>')
    expect(run?.corpus).toBe('=1+1')
  })
})
