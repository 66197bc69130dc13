import type { LadderRun } from '../planning/ladder/ladder.ts'
import type { SchedulePoint } from '../planning/schedule.ts'
import { csvText } from './csvText.ts'

/** A schedule as CSV: step, tokens, learning rate. */
export function scheduleCsv(points: readonly SchedulePoint[]): string {
  return csvText(
    ['step', 'tokens', 'learning_rate'],
    points.map(({ step, tokens, learningRate }) => [step, Math.round(tokens), learningRate]),
  )
}

/** Runs to be made as CSV, with headings that the importer knows once a column of losses is added. */
export function ladderCsv(runs: readonly LadderRun[]): string {
  return csvText(
    [
      ...['budget', 'model_scale', 'params', 'tokens', 'batch_size_tokens', 'learning_rate'],
      ...['n_layers', 'd_model', 'n_heads', 'd_ff', 'seq_len', 'vocab_size'],
    ],
    runs.map(({ budget, modelScale, parameters, tokens, batchTokens, learningRate, shape }) => [
      ...[budget, modelScale, parameters, Math.round(tokens), Math.round(batchTokens)],
      Number(learningRate.toPrecision(4)),
      ...[shape.layers, shape.width, shape.heads, shape.feedForward, shape.sequenceLength],
      shape.vocabulary,
    ]),
  )
}

/**
 * Commands that train the runs with nanochat (scripts/base_train.py): depth, aspect ratio and head size give the shape,
 * whose width nanochat rounds up to whole heads, and the budget the steps. Vocabulary is its tokenizer's.
 */
export function nanochatCommands(runs: readonly LadderRun[]): string {
  return runs
    .map(({ budget, shape }) => {
      const { layers, width, headSize, sequenceLength } = shape
      const tag = `flops${budget.toExponential().replace('+', '')}_d${layers}_w${width}`
      return [
        'torchrun --standalone --nproc_per_node=8 -m scripts.base_train --',
        `--depth=${layers} --aspect-ratio=${Math.floor(width / layers)} --head-dim=${headSize}`,
        `--max-seq-len=${sequenceLength} --target-flops=${budget} --target-param-data-ratio=-1`,
        `--model-tag=${tag}`,
      ].join(' ')
    })
    .join('\n')
}
