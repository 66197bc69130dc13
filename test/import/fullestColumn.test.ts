import { becauseText } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { dropped } from '../fixtures/readSweep.ts'

/** 27 good runs under headings of their own, with further cells. */
function text(header: string, cells: (run: { N: number; loss: number }, i: number) => unknown[]) {
  const rows = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map((run, i) =>
    [run.computeFlops, run.tokens, ...cells({ N: run.scale.N ?? 0, loss: run.loss }, i)].join(','),
  )
  return [`C,D,${header}`, ...rows].join('\n')
}

const headingOf = (file: ReturnType<typeof dropped>, field: keyof typeof file.mapping) =>
  file.table.header[file.mapping[field]?.columns[0] ?? -1]

describe('a field that several columns could be', () => {
  it('is read from the one that fills the most rows', () => {
    const file = dropped(text('Params,N,loss', ({ N, loss }, i) => [i < 3 ? N : '', N, loss]))
    expect(headingOf(file, 'parameters')).toBe('N')
    expect(becauseText(file.mapping.parameters?.because)).toBe(
      'headed “N”; “Params” has a value in 3 of 27 rows only',
    )
    expect(file.sweep.runs).toHaveLength(27)
  })

  it('is still the better meant one where that fills nearly as many', () => {
    const file = dropped(
      text('train_loss,val_loss,N', ({ N, loss }, i) => [loss - 0.1, i < 20 ? loss : '', N]),
    )
    expect(headingOf(file, 'loss')).toBe('val_loss')
  })

  it('is the loss of the row itself, not of an object within it', () => {
    const rows = makeIsoFlopRuns({ budgets: [1e18, 1e19] }).map((run) => ({
      config: { loss: 77, lr: 3e-4 },
      eval: { loss: 55 },
      flops: run.computeFlops,
      params: run.scale.N,
      loss: run.loss,
    }))
    const file = dropped(JSON.stringify(rows))
    expect(headingOf(file, 'loss')).toBe('loss')
    expect(headingOf(file, 'learningRate')).toBe('config.lr')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not confused by a heading %s',
    (heading) => {
      const rows = makeIsoFlopRuns({ budgets: [1e18, 1e19] }).map((run, i) =>
        [run.computeFlops, run.scale.N, run.loss, i].join(','),
      )
      const csv = dropped([`flops,params,loss,${heading}`, ...rows].join('\n'))
      expect(csv.table.header).toContain(heading)
      expect(csv.sweep.runs).toHaveLength(18)
      const json = makeIsoFlopRuns({ budgets: [1e18, 1e19] }).map(
        (run) =>
          `{"${heading}":{"loss":9,"polluted":1},"flops":${run.computeFlops},"params":${run.scale.N ?? 0},"loss":${run.loss}}`,
      )
      const file = dropped(`[${json.join(',')}]`)
      expect(file.table.header).toContain(`${heading}.loss`)
      expect(headingOf(file, 'loss')).toBe('loss')
      expect(file.sweep.runs).toHaveLength(18)
      expect('polluted' in {}).toBe(false)
    },
  )
})

describe('a missing optional cell', () => {
  it.each([
    [
      'layers,width',
      ({ N }: { N: number }, i: number) => [
        i < 3 ? Math.round(N ** (1 / 3) / 9) : '',
        i < 3 ? 768 : '',
        N,
      ],
    ],
    ['lr,bs', ({ N }: { N: number }, i: number) => [i < 3 ? 3e-4 : '', i < 3 ? 256 : '', N]],
    [
      'vocab_size,seq_len',
      ({ N }: { N: number }, i: number) => [i < 3 ? 5e4 : '', i < 3 ? 2048 : 'n/a', N],
    ],
  ])('under %s never costs a row', (header, cells) => {
    const file = dropped(text(`${header},N,loss`, (run, i) => [...cells(run, i), run.loss]))
    expect(file.sweep.runs).toHaveLength(27)
    expect(file.sweep.issues.filter((issue) => issue.severity === 'row-left-out')).toEqual([])
  })
})

describe('active beside total parameters', () => {
  it('are the active ones until a person says otherwise', () => {
    const file = dropped(text('total_params,active_params,loss', ({ N, loss }) => [8 * N, N, loss]))
    expect(headingOf(file, 'parameters')).toBe('active_params')
    expect(becauseText(file.mapping.parameters?.because)).toBe('active parameters')
  })
})

describe('further headings', () => {
  it.each(['N_no_emb', 'params_wo_emb', 'n_params_no_emb', 'params (no embeddings)'])(
    '%s are non-embedding parameters',
    (heading) => {
      const file = dropped(text(`${heading},loss`, ({ N, loss }) => [N, loss]))
      expect(headingOf(file, 'nonEmbeddingParameters')).toBe(heading)
      expect(file.sweep.runs).toHaveLength(27)
    },
  )

  it('current_steps are steps done and total_steps those planned', () => {
    const file = dropped(
      text('N,current_steps,total_steps,loss', ({ N, loss }) => [N, 900, 1000, loss]),
    )
    expect(headingOf(file, 'steps')).toBe('current_steps')
    expect(headingOf(file, 'plannedSteps')).toBe('total_steps')
  })
})
