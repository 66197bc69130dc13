import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/import/fields/field.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { SCALE_METRICS } from '../../src/scaling/runs/scaleMetric.ts'
import { sweepKind, type SweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

interface RealFile {
  readonly file: string
  readonly rows: number
  /** Rows that have a loss. */
  readonly runs: number
  readonly metrics: string
  readonly kind: SweepKind
  /** Headings of the loss, N, C and D; a dash where the file has no such column. */
  readonly headings: string
  /** What each derivation speaks of, in order. */
  readonly derived: readonly RegExp[]
}

const D_FROM_N = /^D = C \/ 6N: no column of tokens\.$/
const C_FROM_N = /^C = 6N·D: no column of compute\.$/
const NO_SHAPE = /^M, 6N₁ and 6N₂ are not offered: 12·layers·width²/
const sequence = (length: string, rows: number) =>
  new RegExp(
    `^Sequence length ${length} = tokens / \\(batch × steps\\), .* ${rows} of ${rows} rows`,
  )

const porian = (step: string, runs: number): RealFile => ({
  file: `porian-refinedweb-${step}.csv`,
  rows: runs,
  runs,
  metrics: 'N',
  kind: 'isoflop',
  headings: 'loss, params, flops, tokens',
  derived: [],
})

const MARIN =
  'eval/paloma/macro_loss, parameter_count, throughput/total_gflops, throughput/total_tokens'
const LLAMA = 'val/.dclm_loss, num_params, num_flops_training, num_tokens_training'

/** Counted in the files by other means than the reader under test. */
const FILES: readonly RealFile[] = [
  {
    file: 'chinchilla-epoch.csv',
    rows: 245,
    runs: 245,
    metrics: 'N',
    kind: 'isoflop',
    headings: 'loss, Model Size, Training FLOP, -',
    derived: [D_FROM_N],
  },
  {
    file: 'marin-comma.csv',
    rows: 92,
    runs: 92,
    metrics: 'N',
    kind: 'isoflop',
    headings: MARIN,
    derived: [sequence('4,096', 92), NO_SHAPE, /^7 rows belong to no budget: .* other 85 carry/],
  },
  {
    file: 'marin-dclm.csv',
    rows: 85,
    runs: 85,
    metrics: 'N',
    kind: 'isoflop',
    headings: MARIN,
    derived: [sequence('4,096', 85), NO_SHAPE],
  },
  {
    file: 'llama-ctx2048.csv',
    rows: 88,
    runs: 85,
    metrics: 'M N 6N1 6N2',
    kind: 'isoflop',
    headings: LLAMA,
    derived: [],
  },
  {
    file: 'llama-ctx16384.csv',
    rows: 74,
    runs: 70,
    metrics: 'M N 6N1 6N2',
    kind: 'isoflop',
    headings: LLAMA,
    derived: [],
  },
  porian('1-kaplan-counting', 107),
  porian('2-with-head', 131),
  porian('3-scaled-warmup', 132),
  porian('4-matched-decay', 88),
  porian('5-tuned', 121),
  {
    file: 'cs336-isoflops.json',
    rows: 72,
    runs: 72,
    metrics: 'N',
    kind: 'isoflop',
    headings: 'final_loss, parameters, compute_budget, -',
    derived: [D_FROM_N],
  },
  {
    file: 'gemstones-hot.jsonl',
    rows: 220,
    runs: 220,
    metrics: 'N',
    kind: 'scattered',
    headings: 'final_loss, params_active_precise, -, tokens',
    derived: [C_FROM_N, NO_SHAPE],
  },
  {
    file: 'overtraining-c4-refinedweb.csv',
    rows: 69,
    runs: 69,
    metrics: 'N 6N1',
    kind: 'scattered',
    headings: 'loss_c4_val, N, -, D',
    derived: [C_FROM_N],
  },
  {
    file: 'step-law-dense.csv',
    rows: 1911,
    runs: 1911,
    metrics: 'N',
    kind: 'hyperparameters',
    headings: 'smooth loss, N, -, D',
    derived: [C_FROM_N, sequence('2,048', 1911), NO_SHAPE],
  },
]

/** How many runs state each budget. */
function budgetsOf(file: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { statedBudget } of dropped(sharedFile(file)).sweep.runs) {
    const key = typeof statedBudget === 'number' ? statedBudget.toExponential() : statedBudget
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** Line, column and text of every row that is left out. */
const leftOut = (file: string) =>
  dropped(sharedFile(file))
    .sweep.issues.filter((issue) => issue.severity === 'row-left-out' && issue.field === 'loss')
    .map(({ line, column, runStatus }) => [line, column, runStatus])

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real files, dropped as they are'), () => {
  it.each(FILES)('$file: $rows rows give $runs runs, $kind', (expected) => {
    const { table, mapping, sweep } = dropped(sharedFile(expected.file))
    const heading = (field: Field) => table.header[mapping[field]?.columns[0] ?? -1] ?? '-'
    expect(table.rows).toHaveLength(expected.rows)
    expect(sweep.runs).toHaveLength(expected.runs)
    expect(sweep.lossUnit).toBe('nats/token')
    const fields: Field[] = ['loss', 'parameters', 'computeFlops', 'tokens']
    expect(fields.map(heading).join(', ')).toBe(expected.headings)
    for (const run of sweep.runs) {
      const metrics = SCALE_METRICS.filter((metric) => run.scale[metric] !== undefined)
      expect(metrics.join(' ')).toBe(expected.metrics)
    }
    expect(sweepKind(sweep.runs, groupBudgets(sweep.runs, 0.1))).toBe(expected.kind)
    expect(sweep.derivations).toHaveLength(expected.derived.length)
    expected.derived.forEach((pattern, i) => {
      expect(derivationTexts(sweep.derivations)[i]).toMatch(pattern)
    })
    const refusedRows = new Set(
      sweep.issues.flatMap(({ severity, line }) => (severity === 'row-left-out' ? [line] : [])),
    )
    expect(refusedRows.size).toBe(expected.rows - expected.runs)
  })

  it('failed Llama runs are left out with their line, the empty column and their status', () => {
    const failed = (line: number) => [line, 'val/.dclm_loss', 'failed']
    expect(leftOut('llama-ctx2048.csv')).toEqual([25, 26, 53].map(failed))
    expect(leftOut('llama-ctx16384.csv')).toEqual([38, 39, 60, 75].map(failed))
  })

  it('only the long context’s compute is said to differ from 6ND, by the attention: 1.83 times', () => {
    const remarks = FILES.flatMap(({ file }) =>
      dropped(sharedFile(file))
        .sweep.issues.filter((issue) => issue.severity === 'remark')
        .map(({ code, found, reason }) => [file, code, found, reason]),
    )
    expect(remarks).toEqual([
      ['llama-ctx16384.csv', 'compute-disagrees', '1.83', 'attention-share'],
    ])
  })

  it('budgets are those that the Llama and CS336 files state', () => {
    expect(budgetsOf('llama-ctx2048.csv')).toEqual({ '6e+18': 23, '1e+19': 26, '3e+19': 36 })
    expect(budgetsOf('llama-ctx16384.csv')).toEqual({ '6e+18': 14, '1e+19': 20, '3e+19': 36 })
    expect(Object.values(budgetsOf('cs336-isoflops.json'))).toEqual(Array(9).fill(8))
  })

  it('budgets are unstated elsewhere, and Marin’s validation runs belong to none', () => {
    expect(budgetsOf('marin-comma.csv')).toEqual({ unstated: 85, none: 7 })
    expect(budgetsOf('marin-dclm.csv')).toEqual({ unstated: 85 })
    expect(budgetsOf('chinchilla-epoch.csv')).toEqual({ unstated: 245 })
  })

  it('a Llama run has its exact M, 6N₁ and 6N₂: 27 layers of 1152, 2,048 tokens, 50,304 words', () => {
    const [run] = dropped(sharedFile('llama-ctx2048.csv')).sweep.runs
    expect(run?.scale).toEqual({
      N: 545945472,
      M: 3344302080,
      '6N1': 2579890176,
      '6N2': 2927591424,
    })
  })

  it('batches become tokens by the length of the file: 4,096, 2,048 or a column', () => {
    const first = (file: string) => dropped(sharedFile(file)).sweep.runs[0]?.batchTokens
    expect(first('marin-comma.csv')).toBe(32 * 4096)
    expect(first('step-law-dense.csv')).toBe(736 * 2048)
    expect(first('llama-ctx2048.csv')).toBe(512 * 2048)
    expect(first('overtraining-c4-refinedweb.csv')).toBeUndefined()
  })

  it('Marin’s compute is read in GFLOPs: 3.0e19 FLOPs in the first run', () => {
    const [run] = dropped(sharedFile('marin-comma.csv')).sweep.runs
    expect((run?.computeFlops ?? NaN) / 3.0000190274e19).toBeCloseTo(1, 9)
  })

  it('the two corpora of the overtraining study are told apart', () => {
    const { runs } = dropped(sharedFile('overtraining-c4-refinedweb.csv')).sweep
    const count = (corpus: string) => runs.filter((run) => run.corpus === corpus).length
    expect([count('c4_original'), count('rw_original')]).toEqual([34, 35])
  })
})
