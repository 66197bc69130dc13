import {
  amountText,
  compactCount,
  formatPercent,
  nominalText,
  significant,
  wholeNumber,
} from '../../format/formatNumber.ts'
import type { HyperparameterRuleId, RuleRange } from '../../laws/hyperparameterRules.ts'
import type { NoCandidates } from '../../planning/architecture/candidates.ts'
import type { ScheduleId } from '../../planning/schedule.ts'
import type { JudgeId } from '../../settings/plannerSettings.ts'
import { count } from './count.ts'

const RULES: Readonly<Record<HyperparameterRuleId, string>> = {
  own: 'this sweep’s own grids',
  deepseek: 'DeepSeek',
  'step-law': 'Step Law',
  porian: 'Porian et al.',
  minicpm: 'MiniCPM',
  kaplan: 'Kaplan et al.',
  bjorck: 'Bjorck et al.',
  moonlight: 'Moonlight',
}

const JUDGES: Readonly<Record<JudgeId, string>> = {
  own: 'this sweep’s surface',
  besiroglu: 'Epoch’s refit of Chinchilla',
  'chinchilla-3': 'Chinchilla’s surface, unrounded',
}

const SCHEDULE_NAMES: Readonly<Record<ScheduleId, string>> = {
  'multi-step': 'DeepSeek’s multi-step',
  cosine: 'cosine',
  wsd: 'warmup-stable-decay',
}

const NO_SHAPE: Readonly<Record<NoCandidates, string>> = {
  'heads-do-not-divide':
    'No shape: the key-value heads divide the heads of no width near this scale. Choose other key-value heads or another head size.',
  'head-size-does-not-divide': 'The head size does not divide the width. Change one of them.',
  'too-small':
    'No shape: this scale is smaller than one layer of the narrowest width. Raise the budget, or lower the head size and the multiple.',
  'too-large': 'No shape: this scale needs more than 200 layers or a width above 65,536.',
}

const RANGE_OF: Readonly<Record<RuleRange['of'], string>> = {
  computeFlops: 'C',
  parameters: 'N',
  nonEmbedding: 'N₁',
  tokens: 'D',
}

/** From a budget to a training plan: the steps of the Plan view. */
export const planner = {
  cluster: {
    title: 'Budget: what it takes',
    accelerator: 'Accelerator',
    devices: 'Devices',
    days: 'Days',
    utilisation: 'MFU',
    format: 'Number format',
    noFormat: (device: string, format: string) =>
      `${device} has no dense ${format} peak that a source gives; choose another number format.`,
    price: 'Price of a device-hour',
    currency: 'any currency',
    money: 'Money',
    powerUsage: 'PUE',
    carbon: 'Carbon intensity',
    formula: (peak: number, format: string) =>
      `C = devices · ${significant(peak / 1e12, 4)} TFLOP/s dense ${format} · MFU · 86,400 s · days. Money = device-hours · price.`,
    energy: (watts: number, isEstimated: boolean, energy: number, carbon: number) =>
      `${amountText(energy)} kWh = device-hours · ${wholeNumber(watts)} W${isEstimated ? ' (an estimate, not the maker’s figure)' : ''} · PUE; ${amountText(carbon)} kg CO₂e at that intensity. Chips are taken to draw their design power.`,
    noPower: (device: string) => `No source gives the power of ${device}: no energy.`,
    single: ' The peak rests on a single source.',
    hours: (hours: number) => `${amountText(hours)} device-hours`,
  },
  allocation: {
    title: 'Allocation: model size against compute',
    caption: (models: number) =>
      `Nₒₚₜ of every law against C, as parameters: M/6 where the law is in M. Dots are ${models} known models at the compute of their training; above a line a model is larger than that law asks for, below it smaller and trained on more tokens.`,
    models: 'known model',
    tableLabel: 'Data of the allocation chart',
    description: (laws: number, models: number) =>
      `Optimal parameters of ${laws} laws against training compute, with ${models} known models. The tables Laws at the budget and Known models have the numbers.`,
  },
  cost: {
    title: 'What the choice costs',
    judge: 'Judged by',
    judges: JUDGES,
    waiting: 'This sweep has no loss surface that could judge; a published one does.',
    caption: (unit: string, surface: string) =>
      `The IsoFLOP slice at the budget on ${surface}: loss in ${unit} for every size with the rest of the budget spent on tokens, and where each law puts the size.`,
    law: 'Law',
    size: 'N',
    tokens: 'D = C/(6N)',
    loss: (unit: string) => `loss (${unit})`,
    excess: 'above the best',
    waste: 'compute wasted',
    tableLabel: 'Data of what the choice costs',
    table: 'What each law’s size costs at the budget',
    sentence: (law: string, excess: string, unit: string, waste: string) =>
      `Following ${law} here costs +${excess} ${unit}, the same as wasting ${waste} of the compute.`,
    description: (laws: number) =>
      `Loss against parameters at the budget, with the sizes of ${laws} laws marked.`,
    best: 'the surface’s own optimum',
  },
  shapes: {
    title: 'Architecture',
    length: 'Sequence length',
    vocabulary: 'Vocabulary',
    headSize: 'Head size',
    kvHeads: 'Key-value heads',
    kvHint: '0: every head',
    multiple: 'Multiple of',
    aspect: 'Width / layers, about',
    givenLayers: 'Layers',
    givenHint: '0: ranked',
    givenWidth: 'Width',
    givenFeedForward: 'Feed-forward',
    givenFeedForwardHint: '0: 8/3 of width',
    rank: 'Rank shapes instead of the given one',
    tied: 'Vocabulary matrix',
    untiedText: 'two, untied',
    tiedText: 'one, tied',
    none: NO_SHAPE,
    table: 'Shapes near Mₒₚₜ, best first',
    choose: (shape: string) => `Plan with ${shape}`,
    layers: 'layers',
    width: 'width',
    heads: 'heads / kv',
    feedForward: 'd_ff',
    ofTarget: 'M / Mₒₚₜ',
    formula: 'formula / exact',
    total: 'N total',
    counts: (nonEmbedding: number, withHead: number, total: number, exactM: string) =>
      `N₁ = ${compactCount(nonEmbedding, 4)} without embeddings, N₂ = ${compactCount(withHead, 4)} with one vocabulary matrix, ${compactCount(total, 4)} in all; exact M = ${exactM} FLOPs/token.`,
    note: 'Ranked by the distance from Mₒₚₜ and from that ratio of width to layers: five per cent of M weigh as much as a factor e in that. The formula is M = 72·n·d² + 12·n·d·l, which takes 12·d² parameters a layer: too high where key-value heads are grouped.',
    memory: (weights: string, training: string, cache: string) =>
      `Weights in 16 bits ${weights}; weights, gradients and Adam’s states ${training} (16 bytes a parameter, without activations); keys and values of one full sequence ${cache}.`,
    fits: (devices: number, need: number, of: string, memory: number, forTraining: boolean) =>
      `${forTraining ? 'Training states' : 'Weights and one sequence'} ${need <= devices ? 'fit' : 'do not fit'} on ${devices} × ${memory} GB ${of}: ${count(need, 'device')} at least.`,
  },
  rates: {
    title: 'Batch and learning rate',
    rule: 'Plan with',
    column: 'Rule',
    names: RULES,
    table: 'Rules of batch size and learning rate at this plan',
    batch: 'B (tokens)',
    sequences: 'sequences',
    rate: 'η peak',
    outside: 'range',
    inside: 'inside',
    outsideBy: (factor: string) => `${factor}× outside`,
    notSaid: 'not said',
    ranges: (ranges: readonly RuleRange[]) =>
      ranges
        .map(({ of, low, high }) => `${RANGE_OF[of]} ${nominalText(low)} – ${nominalText(high)}`)
        .join(', '),
    disagree: (batch: string | null, rate: string | null) =>
      [
        batch === null ? null : `Batch sizes differ by a factor ${batch}`,
        rate === null ? null : `learning rates by ${rate}`,
      ]
        .filter((part) => part !== null)
        .join(', ') + '.',
    note: 'Kaplan’s and MiniCPM’s batches follow from the loss in nats/token and are left out where that is not predicted; Kaplan’s is the critical batch, beyond which compute is wasted. Rules that look at N take the shape’s own count. A sweep that was trained at several learning rates and batch sizes has a rule of its own, through the runs within 0.25% of the best of each size.',
    silent: 'This rule says no batch: choose another.',
  },
  schedule: {
    title: 'Schedule',
    choice: 'Schedule',
    names: SCHEDULE_NAMES,
    caption: (steps: number, batch: string) =>
      `Peak learning rate times the schedule, against tokens; ${wholeNumber(steps)} steps of ${batch} tokens, 2,000 of them warm-up (a tenth of training where that is less).`,
    how: {
      'multi-step':
        'Peak until 80% of the tokens, 31.6% of it until 90%, then 10% (DeepSeek-AI 2024, section 2.3; linear warm-up is said of V2-Lite).',
      cosine: 'Half a cosine down to 10% of the peak (Hoffmann et al. 2022, appendix B).',
      wsd: 'Constant, then exponential decay to 10% over the last tenth (Hu et al. 2024, section 4).',
    } satisfies Record<ScheduleId, string>,
    over: 'Against',
    steps: 'steps',
    stepsAxis: 'Training steps',
    download: 'Download as CSV',
    tableLabel: 'Data of the schedule',
    table: 'The schedule at its bends and evenly between',
    step: 'step',
    tokens: 'tokens',
    rate: 'learning rate',
    description: 'Learning rate against training tokens.',
    none: 'There is no schedule without a batch and a learning rate.',
  },
  prediction: {
    title: 'Prediction and check',
    predicted: (value: string, unit: string, interval: string | null, level: string) =>
      `Predicted: ${value} ${unit}${interval === null ? ', without interval' : `, ${level} interval ${interval}`}.`,
    judged: (value: string, unit: string, surface: string) =>
      `On ${surface}: ${value} ${unit}, without interval.`,
    none: 'No law of the loss to predict with.',
    measured: 'Measured loss',
    hint: '0: not yet',
    inside: (off: string) => `Inside the interval, ${off} from the prediction.`,
    outside: (off: string, isAbove: boolean) =>
      `Outside the interval: ${off} ${isAbove ? 'above' : 'below'} the prediction. Look at the training before the law.`,
    off: (off: string) => `${off} from the prediction, which has no interval to hold it against.`,
  },
  serving: {
    title: 'Over-training and serving',
    served: 'Tokens served in its life',
    caption: (surface: string) =>
      `Compute for the loss of the optimum at this budget, over that of the optimum, against D/N, on ${surface}: training alone, and training with serving (2·N FLOPs a token).`,
    training: 'training',
    both: 'training and serving',
    ratio: 'Tokens per parameter D/N',
    compute: 'Compute, times C',
    tableLabel: 'Data of over-training',
    table: 'The same loss at other ratios of tokens to parameters',
    size: 'N',
    tokens: 'D',
    lossAtC: (unit: string) => `loss with all of C (${unit})`,
    trainingTimes: 'training, times C',
    inference: 'FLOPs a served token',
    total: 'total, times C',
    optimum: (size: string, tokens: string, ratio: string, total: string, saved: string) =>
      `With that many tokens served, the least compute in all is N = ${size}, D = ${tokens} (D/N = ${ratio}): ${total} C, ${saved} less than serving the training optimum (Sardana et al. 2024).`,
    description: 'Compute over that of the optimum against tokens per parameter.',
  },
  dataLimit: {
    title: 'When the data end',
    unique: 'Different tokens there are',
    hint: '0: no end',
    endless: 'Enter how many different tokens there are to see what repeating them is worth.',
    enough: (size: string, tokens: string) =>
      `They are enough: the optimum of this surface, N = ${size}, D = ${tokens}, sees none twice.`,
    repeated: (size: string, tokens: string, epochs: string, loss: string, penalty: string) =>
      `N = ${size} for ${epochs} epochs (${tokens} tokens): loss ${loss} nats/token, ${penalty} above what endless data would give.`,
    note: (citation: string) =>
      `${citation}: a token seen again is worth less, and never more than 16.4 times the corpus. Fitted to C4; not to be mixed with the losses above.`,
  },
  models: {
    title: 'Known models',
    against: (law: string) => `Each against ${law} at the compute of its own training.`,
    caption: 'Known models beside the law',
    model: 'Model',
    year: 'Year',
    size: 'N active',
    tokens: 'D',
    compute: 'C (FLOPs)',
    ratio: 'D/N',
    ofOptimum: 'size / optimum',
    over: 'over-trained',
    under: 'under-trained',
    unknown: 'not disclosed',
    remembered: 'size unverified',
    plan: 'Plan again',
    planIt: (model: string) => `Plan again: ${model}, its budget, its context and its vocabulary`,
    note: 'C = M·D where the exact M is known (dense SwiGLU shapes), else 6·N·D over active parameters. Below 1 a model is smaller than its compute would call for, and so trained on more tokens.',
    filter: 'Find a model',
    shown: (shown: number, of: number) => `${shown} of ${of}`,
  },
  counting: {
    title: '6N against M',
    caption: '6N₁ and 6N₂ over M for the shapes of the paper, and for the plan’s own',
    shape: 'layers × width',
    own: 'this plan',
    note: (first: string, second: string) =>
      `Vocabulary 102,400 and length 4,096 as in DeepSeek-AI 2024, Table 3; the last row has the plan’s own. Counting 6N₁ instead of M overstates how fast the size must grow from the first shape to the last by ${first} in a; 6N₂ understates it by ${second} (ratios’ change over the change in C that Mₒₚₜ ∝ C^0.5243 goes with).`,
  },
  ladder: {
    title: 'The next sweep',
    total: 'Compute of all runs',
    budgets: 'Budgets',
    sizes: 'Sizes a budget',
    summary: (runs: number, cost: string, days: string | null, device: string) =>
      `${count(runs, 'run')}, ${cost} FLOPs${days === null ? '' : `, ${days} days on the cluster above (${device})`}.`,
    waiting: (fraction: number) => `Drawing the sweep: ${formatPercent(fraction, 2)}`,
    exponent: (low: string, high: string, width: string, level: string, law: string) =>
      `From ${law}, ${level} of such sweeps would give a between ${low} and ${high} (±${width}).`,
    loss: (low: string, high: string, unit: string, budget: string) =>
      `The loss at ${budget} FLOPs would be told as ${low} to ${high} ${unit}.`,
    noise: (percent: string, isOwn: boolean) =>
      `Run noise ${percent} of the loss${isOwn ? ', as this sweep has it' : ', assumed'}; two hundred draws, each analysed as here.`,
    failed: (failed: number, of: number) => `${failed} of ${of} draws gave no law.`,
    none: 'The simulation could not be made.',
    csv: 'Download the runs as CSV',
    commands: 'Copy commands for nanochat',
    copied: 'Copied',
    table: 'Runs of the next sweep',
    tableLabel: 'Runs of the next sweep',
    note: 'Budgets a factor √10 apart; sizes from a quarter to four times Mₒₚₜ of the law that is planned with, as shapes with heads of 64. Batch and learning rate by the rule above; nanochat’s own optimiser chooses its own rates.',
    law: 'the surface',
  },
  copy: {
    title: 'Take the plan along',
    text: 'Copy as text',
    markdown: 'Copy as Markdown',
    json: 'Copy as JSON',
    yaml: 'Copy as YAML',
    copied: 'Copied',
    failed: 'The browser does not let this page copy.',
    link: 'The link of this page opens the plan again.',
  },
  lines: {
    budget: 'Compute',
    law: 'Law',
    fitted: 'the law fitted to this sweep',
    scale: 'Model scale M',
    shape: 'Shape',
    shapeText: (layers: number, width: number, heads: number, kv: number, ff: number) =>
      `${layers} layers, width ${width}, ${heads} heads, ${kv} key-value heads, feed-forward ${ff}`,
    parameters: 'Parameters',
    tokens: 'Tokens',
    length: 'Sequence length',
    batch: 'Batch',
    rate: 'Peak learning rate',
    schedule: 'Schedule',
    steps: 'Steps',
    loss: 'Predicted loss',
    cluster: 'Cluster',
    clusterText: (devices: number, device: string, days: string) =>
      `${devices} × ${device}, ${days} days`,
    extrapolation: 'Extrapolation',
    extrapolationText: (factor: string) => `${factor}× beyond what the law was fitted over`,
    inside: 'inside what the law was fitted over',
    unknown: 'the law’s range is not said',
    sequences: (sequences: string) => `${sequences} sequences`,
  },
}
