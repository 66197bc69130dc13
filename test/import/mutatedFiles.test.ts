import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import { readFile } from '../../src/import/formats/readFile.ts'
import { fileTable } from '../../src/import/sources/sweepFile.ts'

/** Files tried; a hundred times as many on demand. */
const RUNS = Number(process.env['ISOFLOP_MUTATED_FILES'] ?? 600)

const cell = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('1e18', '1e8', '3.1', '1e9', '0.001', '100', '2', '7e19'),
  },
  { weight: 2, arbitrary: fc.constantFrom('', 'n/a', 'NaN', 'inf', '-1', '0', '70B', '3,1', 'x') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"a\nb"', '"', '=1+1', '<b>', "'", '{"a":1}', '[1]', '1e400'),
  },
)
const heading = fc.constantFrom(
  ...['run', 'name', 'step', 'loss', 'val/loss', 'val_bpb', 'flops', 'params', 'tokens', 'N', 'D'],
  ...[
    'lr',
    'bs',
    'seed',
    'status',
    'corpus',
    'config.n_layer',
    'd_model',
    '',
    'Wall time',
    'Value',
  ],
)
/** Tables that can give runs: good cells under the headings they belong to, and few bad ones. */
const sweepText = fc
  .array(
    fc.tuple(
      ...[
        ['a', 'b', 'c'],
        ['10', '20', '30', '40'],
        ['3.1', '2.9'],
        ['1e8', '2e8'],
        ['1e9', '5e9'],
      ].map((good) =>
        fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...good) },
          { weight: 1, arbitrary: cell },
        ),
      ),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .chain((rows) =>
    fc
      .constantFrom('step', 'seed')
      .map((second) =>
        [['run', second, 'loss', 'params', 'tokens'], ...rows]
          .map((cells) => cells.join(','))
          .join('\n'),
      ),
  )
const tableText = fc
  .tuple(
    fc.array(heading, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 30 }),
    fc.constantFrom(',', '\t', ';', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([header, rows, delimiter, end]) =>
    [header, ...rows].map((cells) => cells.join(delimiter)).join(end),
  )
const jsonText = fc.oneof(
  fc.json(),
  fc
    .array(fc.dictionary(heading, fc.oneof(fc.double(), cell, fc.constant(null))), { maxLength: 9 })
    .map((records) => JSON.stringify(records)),
  fc
    .array(fc.dictionary(heading, cell), { minLength: 1, maxLength: 9 })
    .map((records) => records.map((record) => JSON.stringify(record)).join('\n')),
)

/** Text with a few characters changed, cut out or put in twice. */
const mutated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.string({ maxLength: 3 })), { maxLength: 3 }),
    )
    .map(([whole, edits]) =>
      edits.reduce((now, [at, length, insert]) => {
        const from = now.length === 0 ? 0 : at % now.length
        return now.slice(0, from) + insert + now.slice(from + length)
      }, whole),
    )

const file = fc.oneof(
  { weight: 4, arbitrary: sweepText.map((text) => new TextEncoder().encode(text)) },
  { weight: 2, arbitrary: mutated(sweepText).map((text) => new TextEncoder().encode(text)) },
  { weight: 5, arbitrary: mutated(tableText).map((text) => new TextEncoder().encode(text)) },
  { weight: 2, arbitrary: mutated(jsonText).map((text) => new TextEncoder().encode(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom([0x1f, 0x8b], [0x50, 0x41, 0x52, 0x31], [0x50, 0x4b, 3, 4], [0xff, 0xfe]),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([magic, bytes]) => Uint8Array.from([...magic, ...bytes])),
  },
)

describe(`any file, ${RUNS} of them random or mutated,`, () => {
  it(
    'is read or refused without an exception, and each row is used or named',
    async () => {
      const outcomes = { refused: 0, unmapped: 0, read: 0, runs: 0, leftOut: 0 }
      await fc.assert(
        fc.asyncProperty(file, async (bytes) => {
          const result = await readFile(new Blob([bytes]), 'runs.csv', () => undefined)
          if (result.status === 'refused') {
            outcomes.refused++
            return
          }
          const { source, issues } = result
          for (const oneRowIs of ['run', 'step'] as const) {
            const table = fileTable({ source }, { oneRowIs, reduction: 'final' })
            const sweep = importSweep(table, guessMapping(table), {
              bytesPerToken: null,
              corpus: '',
            })
            if (sweep.issues.some(({ severity }) => severity === 'refused')) {
              outcomes.unmapped++
              expect(sweep.runs).toEqual([])
              continue
            }
            outcomes.read++
            const used = sweep.runs.map(({ line }) => line)
            const named = new Set(
              sweep.issues.flatMap(({ severity, line }) =>
                severity === 'row-left-out' ? [line] : [],
              ),
            )
            outcomes.runs += used.length
            outcomes.leftOut += named.size
            expect(new Set(used).size + named.size).toBe(
              new Set(table.rows.map((r) => r.line)).size,
            )
            expect(used.some((line) => named.has(line))).toBe(false)
          }
          expectStepsCounted(source, issues)
        }),
        { numRuns: RUNS, ...(RUNS > 1000 ? {} : { seed: 7 }) },
      )
      // Each way through was taken often enough to mean something.
      for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(RUNS / 50)
    },
    RUNS * 100,
  )
})

/** Every row of a log is a step of a run or counted in an issue. */
function expectStepsCounted(
  source: Extract<Awaited<ReturnType<typeof readFile>>, { status: 'read' }>['source'],
  issues: readonly { readonly code: string; readonly rows?: number }[],
): void {
  if (source.log === null || source.oneRowIs !== 'step') return
  const counted = issues.reduce(
    (sum, { code, rows = 1 }) => (code === 'no-step' || code === 'no-run-name' ? sum + rows : sum),
    0,
  )
  expect(source.log.steps.length + counted).toBe(source.rowCount)
}
