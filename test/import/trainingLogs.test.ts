import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { MAX_ROWS, MAX_RUNS } from '../../src/import/sources/sourceBuilder.ts'
import { readFile } from '../../src/import/formats/readFile.ts'
import { fileTable } from '../../src/import/sources/sweepFile.ts'
import { dropped, sweepFile } from '../fixtures/readSweep.ts'

const steps = Array.from({ length: 30 }, (_, i) => i * 10)
const lossAt = (run: number, step: number) => (2 + run / 10 + 3 / (1 + step / 10)).toFixed(4)

/** What a dropped log becomes: how a row is taken, names, losses. */
function runsOf(text: string, name = 'log.csv') {
  const file = sweepFile(text, name)
  const { oneRowIs } = file.source
  const { header, rows } = fileTable(file, { oneRowIs, reduction: 'final' })
  const cell = (heading: string) => {
    const column = header.findIndex((other) => other.toLowerCase() === heading)
    return rows.map(({ cells }) => cells[column])
  }
  return { oneRowIs, rows, cell, issues: file.issues }
}

describe('a training log becomes runs', () => {
  it('from a column of run names, with the configuration of each', () => {
    const text = ['run,step,tokens,loss,params,lr']
    for (const step of steps) {
      for (const run of [0, 1]) {
        text.push(`r${run},${step},${step * 512},${lossAt(run, step)},${1e8 + run * 1e8},3e-4`)
      }
    }
    const { sweep } = dropped(text.join('\n'))
    expect(sweep.runs).toMatchObject([
      { name: 'r0', tokens: 290 * 512, scale: { N: 1e8 }, loss: 2.1, steps: 290, line: 2 },
      { name: 'r1', tokens: 290 * 512, scale: { N: 2e8 }, loss: 2.2, line: 3 },
    ])
  })

  it('from a history whose validation loss is logged at few steps only', () => {
    const text = ['Name,_step,train/loss,val/loss,config.n_params,tokens']
    for (const run of [0, 1, 2]) {
      for (const step of steps) {
        const validation = step % 100 === 0 ? lossAt(run, step) : ''
        text.push(`w${run},${step},${lossAt(run, step)},${validation},100000000,${step * 512}`)
      }
    }
    const { cell, oneRowIs } = runsOf(text.join('\n'))
    expect(oneRowIs).toBe('step')
    expect(cell('val/loss')).toEqual([0, 1, 2].map((run) => String(Number(lossAt(run, 200)))))
  })

  it('from a chart export over tokens, whose last ones are the run’s', () => {
    const text = ['train/tokens,a - val/loss,a - val/loss__MIN,a - val/loss__MAX,b - val/loss']
    for (const step of steps)
      text.push([step * 512, lossAt(0, step), 0, 9, lossAt(1, step)].join(','))
    const { cell, oneRowIs } = runsOf(text.join('\n'))
    expect(oneRowIs).toBe('step')
    expect(cell('name')).toEqual(['a', 'b'])
    expect(cell('train/tokens')).toEqual([String(290 * 512), String(290 * 512)])
    expect(cell('val/loss')).toEqual(
      [lossAt(0, 290), lossAt(1, 290)].map((loss) => String(Number(loss))),
    )
  })

  it('from the state that a trainer of Hugging Face writes', () => {
    const history: Record<string, number>[] = steps.map((step) => ({
      ...{ epoch: step / 300, grad_norm: 1, learning_rate: 3e-4, step },
      loss: Number(lossAt(0, step)),
    }))
    history.push({ epoch: 1, eval_loss: 2.31, eval_runtime: 3, step: 290 })
    const state = {
      ...{ best_metric: null, epoch: 1, global_step: 290, is_hyper_param_search: false },
      ...{ log_history: history, max_steps: 300, num_input_tokens_seen: 4e9, total_flos: 2.4e18 },
      ...{ train_batch_size: 8, trial_name: null },
    }
    const { sweep, table, mapping } = dropped(JSON.stringify(state, null, 2))
    expect(table.header[mapping.loss?.columns[0] ?? -1]).toBe('eval_loss')
    expect(sweep.runs).toMatchObject([
      { computeFlops: 2.4e18, tokens: 4e9, loss: 2.31, scale: { N: 1e8 }, steps: 290 },
    ])
  })

  it('from a chart export that has the runs side by side', () => {
    const header = [
      'Step',
      'a-1 - val/loss',
      'a-1 - val/loss__MIN',
      'a-1 - val/loss__MAX',
      'b - 2 - val/loss',
    ]
    const rows = steps.map((step) => [step, lossAt(0, step), 0, 9, lossAt(1, step)].join(','))
    const { cell } = runsOf([header.map((heading) => `"${heading}"`).join(','), ...rows].join('\n'))
    expect(cell('name')).toEqual(['a-1', 'b - 2'])
    expect(cell('val/loss')).toEqual(['2.1', '2.2'])
  })

  it('from a TensorBoard scalar, named by its file', () => {
    const rows = steps.map((step) => `${1.7e9 + step},${step},${lossAt(0, step)}`)
    const { cell, oneRowIs } = runsOf(['Wall time,Step,Value', ...rows].join('\n'), '70m-seed1.csv')
    expect(oneRowIs).toBe('step')
    expect(cell('run')).toEqual(['70m-seed1'])
    expect(cell('value')).toEqual(['2.1'])
  })

  it('from configurations that repeat, where nothing names the runs', () => {
    const text = ['step,loss,n_params,tokens,seed']
    for (const run of [0, 1, 2]) {
      for (const step of steps)
        text.push(`${step},${lossAt(run, step)},${1e8 * (1 + run)},${step},7`)
    }
    expect(runsOf(text.join('\n')).rows).toHaveLength(3)
  })

  it('with rows that name no step or no run counted and left out', () => {
    const rows = steps.map((step) => `r,${step},${lossAt(0, step)}`)
    const { issues } = runsOf(
      ['run,step,loss', ...rows, 'r,oops,3', 'r,,3', ',5,3', ',6,3', ',7,3'].join('\n'),
    )
    expect(issues.map(({ code, line, found, rows: count }) => [code, line, found, count])).toEqual([
      ['no-step', 32, 'oops', 2],
      ['no-run-name', 34, undefined, 3],
    ])
  })

  it('and says of a run whose loss ends in no number, or risen, that its curve ends badly', () => {
    const rows = steps.flatMap((step) => [
      `sound,${step},${lossAt(0, step)},1e8,1e9`,
      `blown,${step},${step > 200 ? 'NaN' : lossAt(0, step)},1e8,1e9`,
      `risen,${step},${step > 200 ? 7 : lossAt(0, step)},1e8,1e9`,
    ])
    const { sweep } = dropped(['run,step,loss,params,tokens', ...rows].join('\n'))
    expect(sweep.runs.map(({ name, curveEnd }) => [name, curveEnd])).toEqual([
      ['sound', undefined],
      ['blown', 'not-finite'],
      ['risen', 'risen'],
    ])
  })
})

describe('a table of runs stays one', () => {
  it.each([
    [
      'of distinct names, with their steps',
      'name,step,loss,params',
      (i: number) => `r${i},${i},3,1e8`,
    ],
    ['whose loss is called final', 'name,step,final_loss,params', (i: number) => `r,${i},3,1e8`],
    [
      'of few tokens a model and no names',
      'steps,loss,params',
      (i: number) => `${i},3,${1e8 * (1 + (i >> 2))}`,
    ],
    ['without steps', 'name,loss,params', () => 'r,3,1e8'],
  ])('%s', (_, header, row) => {
    const { oneRowIs, rows } = runsOf([header, ...steps.map((_, i) => row(i))].join('\n'))
    expect([oneRowIs, rows.length]).toEqual(['run', 30])
  })
})

describe('a person may say otherwise', () => {
  it('that the rows of a log are runs, and those of a table are steps', () => {
    const file = sweepFile(['run,step,loss,params', ...steps.map((s) => `r,${s},3,1e8`)].join('\n'))
    expect(fileTable(file, { oneRowIs: 'run', reduction: 'final' }).rows).toHaveLength(30)
    const table = sweepFile('name,step,loss,params\na,1,3,1e8\na,2,2,1e8\nb,1,4,1e8\n')
    expect(table.source.oneRowIs).toBe('run')
    expect(fileTable(table, { oneRowIs: 'step', reduction: 'minimum' }).rows).toHaveLength(2)
  })
})

describe('a log of more rows than a page holds', () => {
  it('is refused with the columns that the SQL speaks of', async () => {
    const text = `run,step,loss,params\n${Array.from({ length: MAX_ROWS + 1 }, (_, i) => `r,${i},3,1e8\n`).join('')}`
    const result = await readFile(new Blob([text]), 'big.csv', () => undefined)
    expect(result).toEqual({
      status: 'refused',
      issue: { severity: 'refused', code: 'too-many-rows' },
      longLog: { runs: ['run'], step: 'step', losses: ['loss'], ends: [], constants: ['params'] },
    })
  })
})

describe('a long log keeps its curves', () => {
  it('run by run, in order of the steps, whatever the order of the rows', () => {
    const rows = steps.flatMap((step) => [
      `a,${step},${lossAt(0, step)}`,
      `b,${step},${lossAt(1, step)}`,
    ])
    const { source } = sweepFile(['run,step,loss', ...rows.toReversed()].join('\n'))
    const { log } = source
    expect(log?.runs.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['b', 0, 30],
      ['a', 30, 60],
    ])
    expect([...(log?.steps ?? [])]).toEqual([...steps, ...steps])
    expect(log?.series.get(2)?.[30]).toBe(Number(lossAt(0, 0)))
  })
})

describe('the runs of a joined sweep', () => {
  it('mapped from a log are those of its reduced table', () => {
    const file = sweepFile(
      ['run,step,tokens,loss,params', ...steps.map((s) => `r,${s},${s * 512 + 1},3,1e8`)].join(
        '\n',
      ),
    )
    const table = fileTable(file, { oneRowIs: 'step', reduction: 'smoothed' })
    const { runs } = importSweep(table, guessMapping(table), { bytesPerToken: null, corpus: 'c' })
    expect(runs).toMatchObject([{ name: 'r', corpus: 'c', loss: 3 }])
  })
})

describe('a sweep of more runs than a page holds', () => {
  it('is refused with its number of rows', async () => {
    const rows = Array.from(
      { length: MAX_RUNS + 1 },
      (_, i) => `1e18,${1e8 + i},${3 + (i % 7) / 10}\n`,
    )
    const file = new Blob([`flops,params,loss\n${rows.join('')}`])
    expect(await readFile(file, 'big.csv', () => undefined)).toEqual({
      status: 'refused',
      issue: { severity: 'refused', code: 'too-many-runs', found: '50,001' },
    })
  })
})
