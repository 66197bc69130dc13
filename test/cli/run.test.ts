import { Ajv } from 'ajv'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import {
  selectAnalysis,
  selectFitSettings,
  selectGroups,
} from '../../src/store/analysisSelectors.ts'
import { ofActive } from '../fixtures/ofActive.ts'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'isoflop-cli-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const noise = (i: number) => 1 + 0.002 * Math.sin(i * 12.9898)

function csv(factor = 1): string {
  const rows = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map((one, i) =>
    [one.computeFlops, one.scale.N, one.tokens, one.loss * factor * noise(i)].join(','),
  )
  return ['flops,params,tokens,loss', ...rows].join('\n')
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function isoflop(...args: string[]) {
  let out = ''
  let error = ''
  // A tenth of the usual replicates, where a test says nothing else: most of its time goes into them.
  const quick = /^(?:fit|compare)$/.test(args[0] ?? '') && !args.includes('--replicates')
  const code = await run(quick ? [...args, '--replicates', '100'] : args, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    onProgress: () => undefined,
    ink: { strong: (text) => text, faint: (text) => text },
    version: '0.0.0',
  })
  return { code, out, error }
}

interface Shape {
  readonly laws: Record<'scale' | 'tokens', { exponent: Record<'value' | 'low' | 'high', number> }>
  readonly sweep: { readonly runs: number; readonly excluded: number; readonly name: string }
  readonly profiles: readonly { readonly status: string }[]
  readonly recommendation: Record<string, { readonly value: number }>
}
const reportOf = (text: string) => JSON.parse(text) as Shape

const schema = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
) as object
const validate = new Ajv({ strict: false }).compile(schema)

describe('isoflop fit', () => {
  it('gives the page’s digits for the same file and seed, intervals too', async () => {
    const text = csv()
    const store = createDashboardStore()
    store.getState().addFiles([sweepFile(text, 'mine.csv')], { kind: 'file' })
    const state = store.getState()
    const analysis = ofActive(store, selectAnalysis)
    if (analysis?.laws.scale.status !== 'fitted' || analysis.laws.loss.status !== 'fitted') {
      throw new Error('no law')
    }
    const { intervalMethod: method, replicates, seed, level } = state.intervals
    const drawn = resampleLaws(
      {
        ...{
          groups: ofActive(store, selectGroups),
          settings: ofActive(store, selectFitSettings),
          method,
          replicates,
          seed,
        },
        lossForm: analysis.laws.loss.form,
      },
      () => undefined,
    )
    const { code, out } = await isoflop(
      'fit',
      file('mine.csv', text),
      ...['--json', '--replicates', '1000'],
    )
    expect(code).toBe(0)
    expect(reportOf(out).laws.scale.exponent).toEqual({
      value: analysis.laws.scale.exponent,
      ...percentiles(drawn.scale.exponent, level),
    })
  })

  it.each([
    ['a good sweep', csv()],
    ['a sweep with a row left out', csv().replace('1000000000000000000,', '1e300,')],
    ['one budget', csv().split('\n').slice(0, 10).join('\n')],
    ['no budgets at all', 'params,tokens,loss\n1e8,1e9,3\n2e8,7e9,2.9\n7e8,3e9,2.8\n9e8,8e9,2.7\n'],
  ])('writes a report that its JSON Schema holds for %s', async (_, text) => {
    const { code, out } = await isoflop('fit', file('one.csv', text), '--json')
    expect(code).toBe(0)
    validate(JSON.parse(out))
    expect(validate.errors).toBeNull()
  })

  it('counts what is left out, and says why numbers are missing instead of leaving them out', async () => {
    const oneBudget = csv()
      .split('\n')
      .slice(0, 10)
      .join('\n')
      .replace('1000000000000000000,', '1e300,')
    const { out } = await isoflop('fit', file('left.csv', oneBudget), '--json')
    const report = reportOf(out)
    expect(report.sweep).toMatchObject({ runs: 8, excluded: 1, name: 'left' })
    expect(report.laws.scale.exponent).toEqual({
      ...{ value: null, low: null, high: null, reason: 'too-few-optima' },
    })
    expect(report.recommendation['modelScale']).toMatchObject({ reason: 'too-few-optima' })
  })

  it('gives a report for each population of a file, or one of all with --pool', async () => {
    const [header = '', ...first] = csv().split('\n')
    const second = csv(0.9).split('\n').slice(1)
    const both = file(
      'both.csv',
      [
        `${header},corpus`,
        ...first.map((row) => `${row},comma`),
        ...second.map((row) => `${row},dclm`),
      ].join('\n'),
    )
    const apart = JSON.parse((await isoflop('fit', both, '--json')).out) as { sweeps: Shape[] }
    expect(apart.sweeps.map(({ sweep }) => sweep.name)).toEqual(['both · comma', 'both · dclm'])
    const pooled = reportOf((await isoflop('fit', both, '--pool', '--json')).out)
    expect(pooled.sweep.runs).toBe(54)
  })

  it('writes a table that a person can read where no JSON is asked for', async () => {
    const { out } = await isoflop('fit', file('mine.csv', csv()))
    expect(out).toMatch(/mine {2}27 runs, 0 rows left out, scale N, loss in nats\/token/)
    expect(out).toMatch(/1\.0 × 10¹⁸ +9 +.*counts/)
    expect(out).toMatch(/scale +0\.5\d* +\[0\.\d+, 0\.\d+\]/)
    expect(out).toContain('At C = 3.00 × 10²¹ FLOPs, 30.0× beyond the budgets that count')
  })

  it('exits with 1 and the reason for what cannot be analysed', async () => {
    const empty = await isoflop('fit', file('empty.csv', ''), '--json')
    expect(empty.code).toBe(1)
    expect(empty.error).toContain('empty cannot be analysed. The file is empty.')
    const absent = await isoflop('fit', join(folder, 'absent.csv'))
    expect([absent.code, absent.error]).toEqual([1, expect.stringContaining('cannot be read')])
  })
})

describe('isoflop compare', () => {
  it('has the interval of the difference of exponents for every pair', async () => {
    const files = ['a.csv', 'b.csv', 'c.csv'].map((name, i) => file(name, csv(1 - 0.02 * i)))
    const { code, out } = await isoflop('compare', ...files, '--json')
    expect(code).toBe(0)
    const { corpora, comparisons } = JSON.parse(out) as {
      corpora: unknown[]
      comparisons: { a: string; exponentDifference: Record<string, number | boolean> }[]
    }
    expect([corpora.length, comparisons.length]).toEqual([3, 3])
    const [first] = comparisons
    // The second sweep is the first with all losses times 0.98: the same minima.
    expect(first?.exponentDifference['value']).toBeCloseTo(0, 9)
    expect(first?.exponentDifference['excludesZero']).toBe(false)
  })
})

describe('isoflop plan and laws', () => {
  it('has DeepSeek’s numbers at 1e17 FLOPs', async () => {
    const { out } = await isoflop('plan', '--budget', '1e17', '--law', 'deepseek', '--json')
    const { recommendation } = reportOf(out)
    expect((recommendation['modelScale']?.value ?? 0) / 1.40399e8).toBeCloseTo(1, 3)
    expect((recommendation['tokens']?.value ?? 0) / 7.1234e8).toBeCloseTo(1, 3)
    expect((recommendation['batchTokens']?.value ?? 0) / 1.0619e5).toBeCloseTo(1, 3)
    expect((recommendation['learningRate']?.value ?? 0) / 2.3382e-3).toBeCloseTo(1, 3)
  })

  it('lists every law by its id', async () => {
    const { out } = await isoflop('laws', '--json')
    const { laws } = JSON.parse(out) as { laws: { id: string }[] }
    expect(laws.map(({ id }) => id)).toEqual([
      ...['deepseek', 'kaplan', 'chinchilla-1', 'chinchilla-2', 'chinchilla-3'],
      ...['chinchilla-3-printed', 'besiroglu', 'llama-3', 'llama-3-printed', 'minicpm'],
      ...['hunyuan-large', 'step-law', 'own'],
    ])
  })

  it('plans with Step Law’s batch and learning rate on DeepSeek’s allocation', async () => {
    const { out } = await isoflop('plan', '--budget', '1e20', '--law', 'step-law', '--json')
    const { law, recommendation } = JSON.parse(out) as {
      law: { id: string }
      recommendation: Record<'tokens' | 'batchTokens', { value: number }>
    }
    expect(law.id).toBe('deepseek')
    const { tokens, batchTokens } = recommendation
    expect(batchTokens.value / (0.58 * tokens.value ** 0.571)).toBeCloseTo(1, 9)
  })

  it('plans with the law fitted to a file, and asks for the file where there is none', async () => {
    const path = file('own.csv', csv())
    const { out, code } = await isoflop('plan', path, '--law', 'own', '--budget', '1e21', '--json')
    const { recommendation } = JSON.parse(out) as { recommendation: unknown }
    const fit = JSON.parse(
      (await isoflop('fit', path, '--budget', '1e21', '--replicates', '1000', '--json')).out,
    ) as { recommendation: unknown }
    expect(code).toBe(0)
    expect(recommendation).toEqual(fit.recommendation)
    expect((await isoflop('plan', '--law', 'own', '--budget', '1e21')).code).toBe(2)
  })
})

describe('wrong usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['laws', '--frob']],
    ['no file', ['fit']],
    ['nothing to compare', ['compare']],
    ['no budget', ['plan']],
    ['a budget that is none', ['plan', '--budget', 'much']],
    ['a law that is none', ['plan', '--budget', '1e21', '--law', 'nobody']],
    ['a metric that is none', ['fit', 'a.csv', '--metric', 'Q']],
    ['a method that is none', ['fit', 'a.csv', '--method', 'magic']],
    ['a seed that is none', ['fit', 'a.csv', '--seed', 'x']],
    ['too few replicates', ['fit', 'a.csv', '--replicates', '3']],
    ['intervals of a kind that is none', ['fit', 'a.csv', '--intervals', 'magic']],
  ])('(%s) exits with 2 and says what is wrong', async (_, args) => {
    const { code, out, error } = await isoflop(...args)
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/\S/)
  })
})
