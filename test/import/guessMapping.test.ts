import { en } from '../../src/words/en/en.ts'
import { becauseText } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { parameterPartChoices } from '../../src/import/columns/parameterParts.ts'
import { dropped, tableOf } from '../fixtures/readSweep.ts'

/** Fields by the headings that they were read from, with the unit. */
function guessed(csv: string): Record<string, string> {
  const { mapping, table } = dropped(csv)
  return Object.fromEntries(
    Object.entries(mapping).map(([field, choice]) => [
      field,
      `${choice.columns.map((column) => table.header[column]).join(' + ')} [${choice.unit}]`,
    ]),
  )
}

/** The header that nanochat's scaling_laws.sh writes, with two rows of invented numbers. */
const NANOCHAT = `flops_budget,depth,model_dim,params_wte,params_value_embeds,params_lm_head,params_transformer,params_scalars,params_total,num_iterations,tokens_trained,val_bpb,core_score,train_time_sec
1e18,8,512,33554432,0,33554432,25165824,16,92274704,1000,524288000,0.981,0.11,100
1e18,10,640,41943040,0,41943040,49152000,20,133038100,900,471859200,0.962,0.12,110
`

describe('guessMapping', () => {
  it('reads tracker headings with groups before the name', () => {
    expect(
      guessed(
        '"Name","config.learning_rate","summary/num_params","throughput/total_gflops","throughput/total_tokens","val/.dclm_loss","train/.loss_mean","State"\n"a/b.c","0.001","1.2e8","2e9","3e9","3.2","3.1","finished"\n',
      ),
    ).toEqual({
      computeFlops: 'throughput/total_gflops [GFLOPs]',
      parameters: 'summary/num_params [parameters]',
      tokens: 'throughput/total_tokens [tokens]',
      loss: 'val/.dclm_loss [nats/token]',
      learningRate: 'config.learning_rate [count]',
      name: 'Name [text]',
      status: 'State [text]',
    })
  })

  it('prefers held-out loss to training loss, any loss to perplexity, bits per byte to all', () => {
    expect(guessed('train_loss,val_loss\n2,3\n')['loss']).toBe('val_loss [nats/token]')
    expect(guessed('val_ppl,train_loss\n20,3\n')['loss']).toBe('train_loss [nats/token]')
    expect(guessed('val_ppl,n\n20,1e8\n')['loss']).toBe('val_ppl [perplexity]')
    expect(guessed('val_loss,val_bpb\n3,0.9\n')['loss']).toBe('val_bpb [bits/byte]')
  })

  it('does not take a ratio, a coordinate, or a letter of the wrong size for a quantity', () => {
    const fields = guessed('x,y,D/N,token_param_ratio,c,n,loss\n1,2,20,20,0.5,12,3\n')
    expect(fields).toEqual({ loss: 'loss [nats/token]' })
  })

  it('takes no loss that a language model cannot have, but the next column', () => {
    const fields = guessed('eval/loss,final_loss,params,tokens\n12000,3.1,1e8,1e9\n')
    expect(fields['loss']).toBe('final_loss [nats/token]')
  })

  it('says when it took the first of several columns that are headed alike', () => {
    const { mapping } = dropped('loss_c4_val,loss_val_code,params,tokens\n3,1,1e8,1e9\n')
    expect(mapping.loss?.columns).toEqual([0])
    expect(becauseText(mapping.loss?.because)).toBe(
      'headed “loss_c4_val”, the best of 2 such columns',
    )
  })

  it('reads the header of the sample sweep', () => {
    expect(
      guessed(
        'run,compute_flops,model_scale_flops_per_token,tokens,bits_per_byte,batch_tokens,learning_rate\na,1e18,1e9,1e9,1,1e5,1e-3\n',
      ),
    ).toEqual({
      computeFlops: 'compute_flops [FLOPs]',
      modelScale: 'model_scale_flops_per_token [FLOPs/token]',
      tokens: 'tokens [tokens]',
      loss: 'bits_per_byte [bits/byte]',
      batchSize: 'batch_tokens [tokens]',
      learningRate: 'learning_rate [count]',
      name: 'run [text]',
    })
  })

  it('takes one column of exact compute for both compute and budget', () => {
    const fields = guessed('compute_budget,parameters,final_loss\n6e18,1e8,3\n')
    expect(fields['computeFlops']).toBe('compute_budget [FLOPs]')
    expect(fields['budget']).toBe('compute_budget [FLOPs]')
  })

  it('reads nanochat’s header with its parameter convention chosen from the parts', () => {
    expect(guessed(NANOCHAT)).toMatchObject({
      computeFlops: 'flops_budget [FLOPs]',
      parameters: 'params_transformer + params_lm_head [parameters]',
      tokens: 'tokens_trained [tokens]',
      loss: 'val_bpb [bits/byte]',
      layers: 'depth [count]',
      width: 'model_dim [count]',
    })
    expect(
      parameterPartChoices(tableOf(NANOCHAT)).map((choice) => en.reading.parts[choice.id]),
    ).toEqual(['transformer + lm_head', 'transformer only', 'all parameters'])
    const [run] = dropped(NANOCHAT).sweep.runs
    expect(run?.scale.N).toBe(33554432 + 25165824)
    expect(run?.loss).toBe(0.981)
  })
})
