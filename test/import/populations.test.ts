import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { firstReadings } from '../../src/import/runs/firstReading.ts'
import { findPopulations } from '../../src/import/runs/populations.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { dropped, sweepFile } from '../fixtures/readSweep.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

const BUDGETS = [1e18, 1e19, 1e20]

/** A repeatable noise of about 0.3%. */
const noise = (i: number): number => 0.003 * Math.sin(i * 12.9898) * Math.sqrt(2)

/** Rows of an IsoFLOP sweep with a loss and further cells of its own for each run. */
function rows(cells: (loss: number, i: number) => readonly (string | number)[]) {
  return makeIsoFlopRuns({ budgets: BUDGETS }).map((run, i) =>
    [run.computeFlops, run.scale.N, run.tokens, ...cells(run.loss, i)].join(','),
  )
}

const readingsOf = (header: string, ...lines: readonly string[]) =>
  firstReadings(sweepFile([header, ...lines].join('\n')).source)

describe('runs on separate curves in one file', () => {
  it.each([
    ['two versions of a loss', 'metric', 'nats', 'bpb', 0.37],
    ['two corpora a percent apart', 'corpus', 'dclm', 'comma', 1.02],
    ['two optimisers', 'optimiser', 'adamw', 'muon', 0.985],
  ])('(%s) become a reading for each value of the column', (_, heading, first, second, factor) => {
    const readings = readingsOf(
      `flops,params,tokens,loss,${heading}`,
      ...rows((loss, i) => [loss * (1 + noise(i)), first]),
      ...rows((loss, i) => [loss * factor * (1 + noise(i + 50)), second]),
    )
    expect(readings.map(({ conditions }) => conditions)).toEqual([
      [{ heading, value: first }],
      [{ heading, value: second }],
    ])
    expect(readings.map(({ imported }) => imported.runs.length)).toEqual([27, 27])
    expect(readings.map(({ populations }) => populations)).toEqual([null, null])
  })

  it('(one level, minima elsewhere) become a reading each too', () => {
    const readings = readingsOf(
      'flops,params,tokens,loss,tokenizer',
      ...rows((loss, i) => [loss * (1 + noise(i) / 10), 'a']),
      ...rows((loss, i) => [loss * (1 + 0.006 * ((i % 9) - 4) + noise(i + 50) / 10), 'b']),
    )
    expect(readings).toHaveLength(2)
  })

  it('are found under two conditions at once', () => {
    const readings = readingsOf(
      'flops,params,tokens,loss,corpus,schedule',
      ...[1, 1.05, 0.9, 0.95].flatMap((factor, part) =>
        rows((loss, i) => [
          loss * factor * (1 + noise(i + 9 * part)),
          part < 2 ? 'a' : 'b',
          part % 2 === 0 ? 'cosine' : 'wsd',
        ]),
      ),
    )
    expect(readings.map(({ conditions }) => conditions.map(({ value }) => value))).toEqual([
      ['a', 'cosine'],
      ['a', 'wsd'],
      ['b', 'cosine'],
      ['b', 'wsd'],
    ])
  })

  it('are one reading where the column explains nothing of the loss', () => {
    const [reading, ...others] = readingsOf(
      'flops,params,tokens,loss,machine',
      ...rows((loss, i) => [loss * (1 + noise(i)), i % 2 === 0 ? 'a' : 'b']),
      ...rows((loss, i) => [loss * (1 + noise(i + 31)), i % 2 === 0 ? 'b' : 'a']),
    )
    expect(others).toEqual([])
    expect(reading?.conditions).toEqual([])
    expect(reading?.populations).toBeNull()
  })

  it('are one reading where the column only goes along with the scale', () => {
    const readings = readingsOf(
      'flops,params,tokens,loss,size_class',
      ...rows((loss, i) => [loss, i % 9 < 3 ? 'small' : i % 9 < 6 ? 'medium' : 'large']),
    )
    expect(readings).toHaveLength(1)
  })

  it('are one reading where the column is the budget', () => {
    const readings = readingsOf(
      'flops,params,tokens,loss,sweep_part',
      ...rows((loss, i) => [loss, `part ${Math.floor(i / 9)}`]),
    )
    expect(readings).toHaveLength(1)
  })

  it('are one reading of the sample that comes with the page', () => {
    const text = readFileSync('public/samples/deepseek-law-synthetic.csv', 'utf8')
    expect(firstReadings(sweepFile(text).source)).toHaveLength(1)
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real sweeps of one kind of run'), () => {
  it.each([
    'chinchilla-epoch.csv',
    'cs336-isoflops.json',
    'llama-ctx2048.csv',
    'llama-ctx16384.csv',
    'marin-comma.csv',
    'marin-dclm.csv',
    'porian-refinedweb-3-scaled-warmup.csv',
    'step-law-dense.csv',
    'gemstones-hot.jsonl',
  ])('%s stay one reading', (file) => {
    expect(firstReadings(sweepFile(sharedFile(file), file).source)).toHaveLength(1)
  })
})

describe('a sweep without budgets', () => {
  /** Runs scattered over sizes and tokens, the losses of the second corpus so much higher. */
  const scattered = (factor: number): string => {
    const noise = seededNoise(5, 0.002)
    const rows = Array.from({ length: 48 }, (_, i) => {
      const n = 2e7 * 1.13 ** i
      const d = 1e9 * 1.5 ** ((i * 7) % 11)
      const isSecond = i % 2 === 1
      const loss = (1.8 + 480 / n ** 0.35 + 2000 / d ** 0.37) * (isSecond ? factor : 1)
      return [n, d, loss * (1 + noise()), isSecond ? 'web' : 'books'].join(',')
    })
    return ['params,tokens,loss,dataset', ...rows].join('\n')
  }

  it('holds two corpora where each has a loss surface of its own', () => {
    const { table, mapping, sweep } = dropped(scattered(1.05))
    const found = findPopulations(table, mapping, sweep.runs)
    expect(found?.heading).toBe('dataset')
    expect(found?.values).toEqual([
      { value: 'books', runs: 24 },
      { value: 'web', runs: 24 },
    ])
  })

  it('holds one where the corpora share their surface', () => {
    const { table, mapping, sweep } = dropped(scattered(1))
    expect(findPopulations(table, mapping, sweep.runs)).toBeNull()
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('the over-training study'), () => {
  it('holds two corpora, each with a surface of its own', () => {
    const { table, mapping, sweep } = dropped(sharedFile('overtraining-c4-refinedweb.csv'))
    expect(findPopulations(table, mapping, sweep.runs)?.values).toEqual([
      { value: 'c4_original', runs: 34 },
      { value: 'rw_original', runs: 35 },
    ])
  })
})
