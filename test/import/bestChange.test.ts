import { describe, expect, it } from 'vitest'
import { firstReadings } from '../../src/import/runs/firstReading.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const RUNS = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] })

function readingOf(header: string, cells: (i: number, N: number, loss: number) => unknown[]) {
  const rows = RUNS.map((run, i) =>
    [run.computeFlops, ...cells(i, run.scale.N ?? 0, run.loss)].join(','),
  )
  const [reading] = firstReadings(sweepFile([`flops,${header}`, ...rows].join('\n')).source)
  if (reading === undefined) throw new Error('no reading')
  return reading
}

describe('the one change that brings back most rows', () => {
  it('is another column of the field, with its count', () => {
    const reading = readingOf('params,val_loss,loss', (i, N, loss) => [
      ...[N, i < 13 ? loss : 'n/a', i % 5 === 0 ? 'n/a' : loss],
    ])
    expect(reading.imported.runs).toHaveLength(13)
    expect(reading.better).toMatchObject({
      what: { kind: 'column', field: 'loss', heading: 'loss', instead: 'val_loss' },
      ...{ runs: 21, rows: 27 },
    })
  })

  it('is no column where a field costs rows that it need not', () => {
    const reading = readingOf('params,loss,bs', (i, N, loss) => [N, loss, i < 14 ? '1e300' : 256])
    expect(reading.better).toMatchObject({
      what: { kind: 'drop', field: 'batchSize', heading: 'bs' },
      ...{ runs: 27, rows: 27 },
    })
  })

  it('is none where half of the rows are runs, or nothing helps', () => {
    expect(readingOf('params,loss', (_, N, loss) => [N, loss]).better).toBeNull()
    expect(readingOf('params,loss', (i, N, loss) => [N, i < 9 ? loss : 'n/a']).better).toBeNull()
  })
})
