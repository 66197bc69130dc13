import type { GuessReason } from '../../import/columns/guessReason.ts'
import type { ParameterPart } from '../../import/columns/parameterParts.ts'
import type { PresetId } from '../../import/columns/presets.ts'
import type { Derivation, DerivedScale } from '../../import/issues/derivation.ts'
import type { LogReading } from '../../import/logs/logReduction.ts'
import type { ReadingChange } from '../../import/runs/bestChange.ts'
import { nominalText, wholeNumber } from '../../format/formatNumber.ts'
import { METRIC_LABELS } from '../metricLabels.ts'
import { FIELD_LABELS } from './fields.ts'

const PRESETS: Readonly<Record<PresetId, string>> = {
  tensorboard: 'a TensorBoard scalar',
  mlflow: 'an MLflow run table',
  'wandb-runs': 'a Weights & Biases run table',
  'wandb-history': 'a Weights & Biases history',
  nanochat: 'nanochat’s results',
  marin: 'a Marin export',
  'step-law': 'a Step Law table',
  'chinchilla-epoch': 'Epoch’s points of the Chinchilla figure',
  'isoflop-json': 'a list of parameters, compute budgets and final losses',
}

const PARTS: Readonly<Record<ParameterPart, string>> = {
  'transformer+lm_head': 'transformer + lm_head',
  transformer: 'transformer only',
  all: 'all parameters',
  active: 'active parameters',
  total: 'total parameters',
}

const PART_EFFECTS: Readonly<Partial<Record<ParameterPart, string>>> = {
  active: 'those that a token passes: 6·N·D is about the compute, and N_opt says what runs',
  total: 'all experts: what memory holds; 6·N·D is far above the compute',
}

const LOG_READINGS: Readonly<Record<LogReading, string>> = {
  final: 'final loss',
  smoothed: 'mean of the last 5%',
  minimum: 'lowest loss',
  budgets: 'at equal compute',
}

const SCALES: Readonly<Record<DerivedScale, string>> = {
  M: 'M',
  '6N': '6N',
  '6N1': '6N₁',
  '6N2': '6N₂',
  shape: 'FLOPs/token of the architecture',
}

/** How a file was read: what was recognised, guessed, derived, and what could be changed. */
export const reading = {
  fields: FIELD_LABELS,
  presets: PRESETS,
  parts: PARTS,
  partEffects: PART_EFFECTS,
  logReadings: LOG_READINGS,
  because: (reasons: readonly GuessReason[]) => reasons.map(guessText).join('; '),
  derivation: derivationText,
  change: changeText,
}

function guessText(reason: GuessReason): string {
  switch (reason.kind) {
    case 'preset':
      return `as in ${PRESETS[reason.preset]}`
    case 'parts':
      return reason.isSum ? `sum: ${PARTS[reason.part]}` : PARTS[reason.part]
    case 'headed': {
      const headed = `headed “${reason.heading}”`
      return reason.rivals === 1 ? headed : `${headed}, the best of ${reason.rivals} such columns`
    }
    case 'fuller':
      return `“${reason.heading}” has a value in ${reason.filled} of ${reason.rows} rows only`
    case 'cells':
      return `its cells say ${reason.unit}`
    case 'too-small':
      return `${reason.unit}: too small for ${reason.base}`
    case 'compute-agrees':
      return `${reason.unit}: so that C ≈ 6·N·D`
    case 'large-batch':
      return 'too large for sequences'
  }
}

function derivationText(derivation: Derivation): string {
  switch (derivation.code) {
    case 'tokens-of-steps':
      return 'D = steps × batch size: no column of tokens.'
    case 'parameters':
      return 'N = C / (6D): no column of model scale.'
    case 'compute':
      return `C = ${SCALES[derivation.scale]}·D: no column of compute.`
    case 'tokens':
      return `D = C / ${SCALES[derivation.scale]}: no column of tokens.`
    case 'layers-hold':
      return 'Layers are taken to hold 12·d² parameters each.'
    case 'shape-disagrees':
      return 'M, 6N₁ and 6N₂ are not offered: 12·layers·width² does not explain the parameter counts, so the formula of M would be wrong here.'
    case 'loss-of-perplexity':
      return 'Loss in nats/token = ln(perplexity).'
    case 'loss-of-bits':
      return 'Loss in nats/token = bits/token × ln 2.'
    case 'bits-per-byte': {
      const { bytesPerToken } = derivation
      const divisor =
        bytesPerToken === 'column'
          ? 'bytes/token of its row'
          : `${bytesPerToken} bytes/token, as given`
      return `Loss in bits/byte = nats/token ÷ (ln 2 × ${divisor}).`
    }
    case 'sequence-length':
      return `Sequence length ${wholeNumber(derivation.length)} = tokens / (batch × steps), the same in ${derivation.agreeing} of ${derivation.of} rows.`
    case 'no-attention': {
      const { because } = derivation
      const reason =
        because.kind === 'type'
          ? `“${because.heading}” says “${because.cell}”`
          : `M·D would be ${because.ofM.toPrecision(2)} C, while 6·N·D is ${because.ofN.toPrecision(2)} C`
      return `M is not offered: ${reason}, and M counts attention over the whole context.`
    }
    case 'metric-lacking': {
      const { metric, lacking, of, line } = derivation
      return `${METRIC_LABELS[metric].symbol} is not offered: ${lacking} of ${of} runs ${lacking === 1 ? 'lacks' : 'lack'} what it needs (first line ${line}).`
    }
    case 'curves-cut': {
      const { points, curves, budgets, low, high, passedOver } = derivation
      if (low === null || high === null) {
        return `The curves are not cut: no budget is passed by three sizes or more (${curves} curves). These are the ends of the runs.`
      }
      const cut = `${points} points of ${curves} training curves, interpolated at ${budgets} budgets from ${nominalText(low)} to ${nominalText(high)} FLOPs.`
      const rates =
        passedOver === 0
          ? ''
          : ` Of one size at a budget the best learning rate is kept: ${passedOver} points passed over.`
      return `${cut}${rates} A point within a run is not a finished run: where the learning rate decays, a run that ends there has a lower loss; and points of one curve err together, so that intervals are too narrow.`
    }
    case 'not-isoflop': {
      const { rows, members } = derivation
      const belong =
        rows === 1
          ? '1 row belongs to no budget: its name lacks'
          : `${rows} rows belong to no budget: their names lack`
      return `${belong} “isoflop”, which the other ${members} carry.`
    }
  }
}

function changeText(change: ReadingChange): string {
  const label = FIELD_LABELS[change.field]
  switch (change.kind) {
    case 'column':
      return `Read ${label} from “${change.heading}”${change.instead === null ? '' : ` instead of “${change.instead}”`}`
    case 'unit':
      return `Read ${label} in ${change.unit}`
    case 'drop':
      return `Do not read ${label} from “${change.heading}”`
  }
}
