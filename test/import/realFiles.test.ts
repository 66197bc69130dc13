import { describe, expect, it } from 'vitest'
import { SCALE_METRICS } from '../../src/scaling/scaleMetric.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

/** File, rows in it, runs read, metrics, heading of the loss, heading of the model scale. */
const FILES: readonly [string, number, number, string, string, string][] = [
  ['chinchilla-epoch.csv', 245, 245, 'N', 'loss', 'Model Size'],
  ['marin-comma.csv', 92, 92, 'N', 'eval/paloma/macro_loss', 'parameter_count'],
  ['marin-dclm.csv', 85, 85, 'N', 'eval/paloma/macro_loss', 'parameter_count'],
  ['llama-ctx2048.csv', 88, 85, 'M N 6N1 6N2', 'val/.dclm_loss', 'num_params'],
  ['llama-ctx16384.csv', 74, 70, 'M N 6N1 6N2', 'val/.dclm_loss', 'num_params'],
  ['porian-refinedweb-1-kaplan-counting.csv', 107, 107, 'N', 'loss', 'params'],
  ['porian-refinedweb-2-with-head.csv', 131, 131, 'N', 'loss', 'params'],
  ['porian-refinedweb-3-scaled-warmup.csv', 132, 132, 'N', 'loss', 'params'],
  ['porian-refinedweb-4-matched-decay.csv', 88, 88, 'N', 'loss', 'params'],
  ['porian-refinedweb-5-tuned.csv', 121, 121, 'N', 'loss', 'params'],
  ['cs336-isoflops.json', 72, 72, 'N', 'final_loss', 'parameters'],
  ['gemstones-hot.jsonl', 220, 220, 'N', 'final_loss', 'params_active_precise'],
  ['overtraining-c4-refinedweb.csv', 69, 69, 'N', 'loss_c4_val', 'N'],
  ['step-law-dense.csv', 1911, 1911, 'N', 'smooth loss', 'N'],
]

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real files, dropped as they are'), () => {
  it.each(FILES)('%s: %d rows give %d runs', (file, rows, runCount, metrics, loss, scale) => {
    const { table, mapping, sweep } = dropped(sharedFile(file))
    const heading = (field: 'loss' | 'parameters') => table.header[mapping[field]?.columns[0] ?? -1]
    expect(table.rows).toHaveLength(rows)
    expect(sweep.runs).toHaveLength(runCount)
    expect(sweep.issues.filter((issue) => issue.severity === 'row-left-out')).toHaveLength(
      rows - runCount,
    )
    const common = SCALE_METRICS.filter((metric) =>
      sweep.runs.every((run) => run.scale[metric] !== undefined),
    )
    expect(common.join(' ')).toBe(metrics)
    expect(heading('loss')).toBe(loss)
    expect(heading('parameters')).toBe(scale)
  })

  it('failed Llama runs are left out with their line, the empty column and their status', () => {
    const { issues } = dropped(sharedFile('llama-ctx2048.csv')).sweep
    expect(issues.map(({ line, column, found }) => [line, column, found])).toEqual([
      [25, 'val/.dclm_loss', 'failed'],
      [26, 'val/.dclm_loss', 'failed'],
      [53, 'val/.dclm_loss', 'failed'],
    ])
  })

  it('Marin’s compute is read in GFLOPs, its sequence length found, 7 runs kept from budgets', () => {
    const { mapping, sweep } = dropped(sharedFile('marin-comma.csv'))
    expect(mapping.computeFlops?.unit).toBe('GFLOPs')
    expect(sweep.derivations.join(' ')).toMatch(/Sequence length 4,096/)
    expect(sweep.runs.filter((run) => run.statedBudget === 'none')).toHaveLength(7)
  })

  it('the long context’s compute is said to differ from 6ND', () => {
    const { issues } = dropped(sharedFile('llama-ctx16384.csv')).sweep
    expect(issues[0]).toMatchObject({ code: 'compute-disagrees', found: '1.83' })
  })

  it('Step Law’s batch is turned into tokens of 2,048-token sequences', () => {
    const [run] = dropped(sharedFile('step-law-dense.csv')).sweep.runs
    expect(run?.batchTokens).toBe(736 * 2048)
  })
})
