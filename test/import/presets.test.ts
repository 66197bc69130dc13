import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/import/fields/field.ts'
import { recognisePreset } from '../../src/import/columns/presets.ts'
import { dropped } from '../fixtures/readSweep.ts'

interface Export {
  readonly of: string
  readonly preset: string
  readonly header: string
  readonly row: string
  /** Headings by field, of those that must be right at the first guess. */
  readonly read: Partial<Record<Field, string>>
  readonly run: object
}

/** Headers as the tools write them, each with a row. */
const EXPORTS: readonly Export[] = [
  {
    of: 'a Weights & Biases run table',
    preset: 'wandb-runs',
    header:
      '"Name","State","Notes","User","Tags","Created","Runtime","Sweep","config.n_params","config.lr","config.batch_size","config.seq_len","summary/val/loss","summary/tokens","summary/flops","_step"',
    row: '"run-1","finished","-","me","","2026-01-01T00:00:00.000Z","3600","","100000000","0.0003","256","2048","3.1","1000000000","600000000000000000","1907"',
    read: { loss: 'summary/val/loss', tokens: 'summary/tokens', computeFlops: 'summary/flops' },
    run: {
      name: 'run-1',
      status: 'finished',
      loss: 3.1,
      tokens: 1e9,
      learningRate: 3e-4,
      scale: { N: 1e8 },
      batchTokens: 256 * 2048,
    },
  },
  {
    of: 'an MLflow run table',
    preset: 'mlflow',
    header:
      'run_id,experiment_id,status,start_time,metrics.eval_loss,metrics.train_tokens,params.num_params,params.learning_rate,tags.mlflow.runName',
    row: '9f,1,FINISHED,2026-01-01,2.9,2.0e9,2e8,1e-3,brave-fox',
    read: { loss: 'metrics.eval_loss', tokens: 'metrics.train_tokens' },
    run: { name: 'brave-fox', status: 'finished', loss: 2.9, tokens: 2e9, scale: { N: 2e8 } },
  },
  {
    of: 'nanochat’s results.csv',
    preset: 'nanochat',
    header:
      'flops_budget,depth,model_dim,params_wte,params_bigram_embeds,params_value_embeds,params_lm_head,params_transformer,params_scalars,params_total,num_iterations,tokens_trained,val_bpb,core_score,train_time_sec',
    row: '1e18,8,512,25165824,0,0,25165824,25165824,0,75497472,1000,524288000,1.01,0.1,600',
    read: { loss: 'val_bpb', tokens: 'tokens_trained', budget: 'flops_budget' },
    run: { loss: 1.01, tokens: 524288000, statedBudget: 1e18 },
  },
  {
    of: 'a Marin export',
    preset: 'marin',
    header:
      'run,state,parameter_count,throughput/total_tokens,throughput/total_gflops,eval/paloma/macro_loss',
    row: 'isoflop-1e+18-d512,finished,1e8,1.6e9,1e9,3.4',
    read: { computeFlops: 'throughput/total_gflops' },
    run: { computeFlops: 1e18, tokens: 1.6e9, loss: 3.4 },
  },
  {
    of: 'a Step Law table',
    preset: 'step-law',
    header: 'rank,h,ffnh,numh,numl,lr,bs,ti,loss,smooth loss,D,N',
    row: '1,960,9368,15,7,0.003906,736,1327,2.7,2.69,2000000000,214663680',
    read: { loss: 'smooth loss', tokens: 'D', parameters: 'N' },
    run: { loss: 2.69, tokens: 2e9, steps: 1327, learningRate: 0.003906 },
  },
  {
    of: 'Epoch’s Chinchilla points',
    preset: 'chinchilla-epoch',
    header: 'x,y,color,Model Size,Training FLOP,loss',
    row: '10,20,#333,1e8,6e18,3.2',
    read: { parameters: 'Model Size', computeFlops: 'Training FLOP' },
    run: { computeFlops: 6e18, tokens: 1e10, loss: 3.2, scale: { N: 1e8 } },
  },
]

describe('recognised without help', () => {
  it.each(EXPORTS)('$of', ({ preset, header, row, read, run }) => {
    const { table, mapping, sweep } = dropped(`${header}\n${row}\n`)
    expect(recognisePreset(table.header)?.id).toBe(preset)
    for (const [field, heading] of Object.entries(read)) {
      const column = mapping[field as Field]?.columns[0] ?? -1
      expect([field, table.header[column]]).toEqual([field, heading])
    }
    expect(sweep.runs).toMatchObject([run])
  })

  it('{parameters, compute_budget, final_loss} JSON', () => {
    const { table, sweep } = dropped(
      '[{"parameters": 50000000, "compute_budget": 6e+18, "final_loss": 7.1}]',
    )
    expect(recognisePreset(table.header)?.id).toBe('isoflop-json')
    expect(sweep.runs).toMatchObject([{ computeFlops: 6e18, scale: { N: 5e7 }, loss: 7.1 }])
  })
})

/** Tables that people have, with the loss, N, C and D that must be found in them; a dash for none. */
const TABLES = [
  [
    'a trainer’s summary',
    'run_name,model/num_parameters,train/total_flos,train/num_input_tokens_seen,eval/loss',
    'a,1.24e8,7.4e17,1e9,3.2',
    'eval/loss, model/num_parameters, train/total_flos, train/num_input_tokens_seen',
  ],
  [
    'a framework’s configuration beside its summary',
    'Name,State,config.num-layers,config.hidden-size,config.seq-length,config.global-batch-size,config.train-iters,summary/lm loss validation,summary/consumed-train-tokens',
    'r,finished,12,768,2048,256,10000,2.9,5242880000',
    'summary/lm loss validation, -, -, summary/consumed-train-tokens',
  ],
  [
    'units in brackets',
    'name,N (B),D (B),C (ZFLOPs),bpb on c4',
    'x,0.19,3.8,0.00433,1.1',
    'bpb on c4, N (B), C (ZFLOPs), D (B)',
  ],
  ['the letters of a paper', 'N,D,C,L', '44000000,1.5e9,4e17,3.6', 'L, N, C, D'],
  [
    'a validation set in the heading',
    'model_name,params,tok_mult,tokens,flops,eval_loss_c4',
    'm,411616256,1,8232325120,2.03e19,2.6',
    'eval_loss_c4, params, flops, tokens',
  ],
  [
    'a shape, a batch size and steps',
    'width,depth,lr,bsz,seqlen,steps,final_train_loss',
    '256,6,0.001,64,512,2000,4.1',
    'final_train_loss, -, -, -',
  ],
] as const

describe('a table gives its runs at the first guess', () => {
  it.each(TABLES)('%s', (_, header, row, headings) => {
    const { table, mapping, sweep } = dropped(`${header}\n${row}\n`)
    const heading = (field: Field) => table.header[mapping[field]?.columns[0] ?? -1] ?? '-'
    const fields: Field[] = ['loss', 'parameters', 'computeFlops', 'tokens']
    expect(fields.map(heading).join(', ')).toBe(headings)
    expect(sweep.runs).toHaveLength(1)
  })
})

describe('units are read from headings, cells or sizes', () => {
  it.each([
    ['params (M),tokens (B),val loss', '124,2.5,3.1', { scale: { N: 124e6 }, tokens: 2.5e9 }],
    ['params,tokens,val loss', '70B,1.4T,1.9', { scale: { N: 70e9 }, tokens: 1.4e12 }],
    ['N,D,compute (PF-days),loss', '1e8,1e10,0.5,3', { computeFlops: 0.5 * 8.64e19 }],
    ['n_params,total_gflops,eval loss', '1e8,6e8,3', { computeFlops: 6e17 }],
    ['params,tokens,loss', '1e8,1e9,0.91 bpb', { loss: 0.91 }],
    ['params,tokens,val_ppl', '1e8,1e9,20', { loss: Math.log(20) }],
  ])('%s: %s', (header, row, run) => {
    const { sweep } = dropped(`${header}\n${`${row}\n`.repeat(3)}`)
    const [first] = sweep.runs
    for (const [key, value] of Object.entries(run)) {
      const found = first?.[key as keyof typeof first]
      if (typeof value === 'number') expect((found as number) / value).toBeCloseTo(1, 9)
      else expect(found).toEqual(value)
    }
  })

  it('and the loss unit that the cells say is that of the sweep', () => {
    expect(dropped('params,tokens,loss\n1e8,1e9,0.91 bpb\n2e8,1e9,0.89 bpb\n').sweep.lossUnit).toBe(
      'bits/byte',
    )
  })
})
