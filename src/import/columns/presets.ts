import type { Field, Unit } from '../fields/field.ts'

/** The kinds of exports that are recognised. */
export type PresetId =
  | 'tensorboard'
  | 'mlflow'
  | 'wandb-runs'
  | 'wandb-history'
  | 'nanochat'
  | 'marin'
  | 'step-law'
  | 'chinchilla-epoch'
  | 'isoflop-json'

/** A kind of export that is recognised by its header. */
export interface Preset {
  readonly id: PresetId
  /** Headings that must all be there, as the file spells them. */
  readonly header: readonly (string | RegExp)[]
  /** Columns of fields that the general aliases would not find, or would find elsewhere first. */
  readonly fields: Readonly<Partial<Record<Field, { heading: string | RegExp; unit?: Unit }>>>
}

/**
 * Exports that are recognised without help, the most particular first. To add one, add a row:
 * `header` is what tells it from all others, `fields` only what `fieldAliases.ts` gets wrong.
 */
export const PRESETS: readonly Preset[] = [
  {
    id: 'tensorboard',
    header: ['Wall time', 'Step', 'Value'],
    fields: { loss: { heading: 'Value' }, steps: { heading: 'Step' } },
  },
  {
    id: 'mlflow',
    header: [/^run[ _]id$/i, /^status$/i, /^(?:(?:params|metrics|tags)\.|source (?:name|type)$)/i],
    fields: {
      name: { heading: /^(?:tags\.mlflow\.runName|name)$/i },
      status: { heading: /^status$/i },
    },
  },
  {
    id: 'wandb-runs',
    header: [/^name$/i, /^state$/i],
    fields: { name: { heading: /^name$/i }, status: { heading: /^state$/i } },
  },
  {
    id: 'wandb-history',
    header: ['_step', /^_(?:runtime|timestamp)$/],
    fields: { steps: { heading: '_step' } },
  },
  {
    id: 'nanochat',
    header: ['params_transformer', 'params_lm_head', 'val_bpb'],
    fields: {
      loss: { heading: 'val_bpb', unit: 'bits/byte' },
      budget: { heading: 'flops_budget' },
    },
  },
  {
    id: 'marin',
    header: ['parameter_count', 'throughput/total_tokens', 'throughput/total_gflops'],
    fields: {
      computeFlops: { heading: 'throughput/total_gflops', unit: 'GFLOPs' },
      tokens: { heading: 'throughput/total_tokens' },
    },
  },
  {
    id: 'step-law',
    header: ['lr', 'bs', 'ti', 'smooth loss', 'N', 'D'],
    fields: {
      loss: { heading: 'smooth loss' },
      batchSize: { heading: 'bs', unit: 'sequences' },
      steps: { heading: 'ti' },
    },
  },
  {
    id: 'chinchilla-epoch',
    header: ['Model Size', 'Training FLOP', 'loss'],
    fields: { parameters: { heading: 'Model Size' }, computeFlops: { heading: 'Training FLOP' } },
  },
  {
    id: 'isoflop-json',
    header: ['parameters', 'compute_budget', 'final_loss'],
    fields: { computeFlops: { heading: 'compute_budget' }, loss: { heading: 'final_loss' } },
  },
]

/** The first preset whose headings are all there; null for a table of no known kind. */
export function recognisePreset(header: readonly string[]): Preset | null {
  const has = (wanted: string | RegExp): boolean =>
    header.some((heading) => matchesHeading(wanted, heading))
  return PRESETS.find((preset) => preset.header.every(has)) ?? null
}

/** Whether a heading is the one that a preset speaks of. */
export function matchesHeading(wanted: string | RegExp, heading: string): boolean {
  return typeof wanted === 'string' ? wanted === heading.trim() : wanted.test(heading.trim())
}
