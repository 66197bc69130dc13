import { wholeNumber } from '../../format/formatNumber.ts'
import { parts } from '../parts.ts'
import type { Incomparable } from '../../study/comparison/pair.ts'
import { count } from './count.ts'

const INCOMPARABLE: Readonly<Record<Incomparable, string>> = {
  'different-metrics': 'scales count differently',
  'different-units': 'losses in different units',
  'no-law': 'no law',
}

/** Sweeps beside one another and beside what is published. */
export const compare = {
  title: 'Exponents compared',
  everyEstimator: 'by every estimator',
  cut: ' Arrows: the interval goes on.',
  between: ' The dark line is the exponent at the position between the loaded sweeps.',
  /** `a` and `b` are the growth of scale and of tokens, set as formulas. */
  caption: <Slot>(a: Slot, b: Slot, level: string) =>
    parts<Slot>`How the optimum grows: ${a}, ${b}, of every loaded sweep that has a law (filled, ${level} intervals) and as published (open, with the interval that the paper gives, or none). Groups count the scale differently and do not compare with one another. The line across the first group is DeepSeek’s exponent at the position of the data-quality slider.`,
  scale: 'scale',
  tokens: 'tokens',
  lawless: (sweeps: readonly string[]) =>
    ` Without a law of the scale, and so not here: ${sweeps.join(', ')}.`,
  computing: (sweeps: number) => ` Intervals of ${count(sweeps, 'sweep')} are being computed.`,
  tableLabel: 'Data of the exponents compared',
  description: (sweeps: number, laws: number) =>
    `Exponents of ${count(sweeps, 'loaded sweep')} and ${laws} published laws with their intervals. The table has the numbers.`,
  budgets: (symbol: string, budgets: number) => `${symbol}, ${count(budgets, 'budget')}`,
  scaleExponent: 'scale exponent',
  tokenExponent: 'token exponent',
  law: 'Law',
  corpus: 'Corpus or sweep',
  convention: 'Convention',
  intervalOf: (symbol: string) => `interval of ${symbol}`,
  source: 'Source',
  fittedHere: 'fitted here, with its interval',
  differences: {
    title: 'Differences of exponents',
    caption: 'Exponents of every pair of sweeps, one less the other',
    pair: 'Pair',
    verdict: 'a told apart?',
    none: 'No loaded sweep has laws.',
    one: 'One sweep has laws: drop a second one beside it.',
    reasons: INCOMPARABLE,
    verdicts: (isToldApart: boolean | null, excluding: number, of: number) =>
      isToldApart === null
        ? 'estimators are being run'
        : isToldApart
          ? `yes, by every estimator that counts (${excluding} of ${of})`
          : `no: by ${excluding} of ${count(of, 'estimator')}`,
    note: (level: string) =>
      `Differences with ${level} intervals from the differences of replicates, bold where these leave zero out. γ is that of a pure power law of the loss through the minima. Exponents count as told apart where every estimator says so, on the same side: not Akima’s interpolant, the lowest runs, or least absolute deviations, which have no interval or follow single runs. Scales that count differently are not compared.`,
  },
  worth: {
    title: 'What a corpus is worth',
    needsTwo: 'Two sweeps with a law of the loss are needed: drop a second one beside the first.',
    ask: (isPerToken: boolean): string =>
      isPerToken
        ? 'Were these losses measured on the same text, with the same tokenizer?'
        : 'Were these losses measured on the same text?',
    answers: { unsaid: 'not said', yes: 'yes', no: 'no' },
    otherText:
      'Losses on different texts or tokenizers say nothing of one another: they are not compared. Exponents of the allocation still are.',
    otherUnit: (reference: string, unit: string, others: readonly string[]) =>
      `${reference} is in ${unit}, and ${others.join(', ')} in another unit: not compared. Give bytes per token, or map a column of bits per byte.`,
    unsaid: 'Say whether the losses can be compared at all; nothing is compared until then.',
    reference: 'Beside',
    corpus: 'Corpus',
    caption: (reference: string, level: string) =>
      `Compute with which each corpus comes to the loss of ${reference}, over the compute that ${reference} was given, at the optimum of each; bands are ${level} intervals. Below the dotted line a corpus is worth more. Hatched: beyond the budgets that all were trained at. It rests on the laws of the loss, and so on the irreducible term of each.`,
    tableLabel: 'Data of what a corpus is worth',
    table: (reference: string) => `Beside ${reference}`,
    multiplier: 'compute, times C',
    difference: (unit: string) => `loss, less its (${unit})`,
    xAxis: (reference: string) => `Compute of ${reference} (FLOPs)`,
    yAxis: 'Compute for the same loss, times C',
    description: (others: number, reference: string) =>
      `Compute that ${others === 1 ? '1 corpus needs' : `${others} corpora need`} for the loss of ${reference}, against its budget.`,
    sentence: (
      corpus: string,
      reference: string,
      budget: string,
      times: string | null,
      interval: string | null,
    ) =>
      times === null
        ? `${corpus} does not come to ${reference}’s loss at ${budget} FLOPs with any compute, by its law.`
        : `${corpus} reaches ${reference}’s loss at ${budget} FLOPs with ${times} times the compute${interval === null ? '' : ` ${interval}`}.`,
  },
  conventions: {
    title: (names: readonly string[]) =>
      `Ways of counting: ${names.length > 2 ? count(names.length, 'sweep') : names.join(', ')}`,
    one: 'The columns of this sweep allow one way of counting its scale only: layers, width and the length of sequences would give M, and with the vocabulary 6N₂.',
    caption: (ways: number, level: string) =>
      `The exponent a of one sweep under the ${ways} ways of counting that its columns allow, with ${level} intervals. The runs are the same; only what is called scale differs.`,
    captionOfSeveral: (ways: number, level: string) =>
      `The exponent a of the sweeps whose columns allow several ways of counting, under each of ${ways}, with ${level} intervals. Compare within a way; from one to the next only what is called scale differs.`,
    differences: 'Differences of a under each way of counting',
    tableLabel: 'Data of the ways of counting',
    table: 'Laws of the scale by what it counts',
    convention: 'Scale',
    description: (ways: number) => `Exponents of the scale under ${ways} ways of counting.`,
  },
  disagreement: {
    title: 'Why do Kaplan and Chinchilla disagree?',
    caption: (citation: string) =>
      `Published figures, open: ${citation}, which put Kaplan’s study right step by step on one corpus; DeepSeek-AI 2024, Table 4, for what data do. From runs that are loaded, filled: drop the five sweeps of such a study to retrace it. Simulated: Epoch’s surface of all parameters taken for the truth, after Pearce and Song 2024, arXiv:2406.12907, without noise. Tokens of the warm-up count half and data move a by what DeepSeek published: assumptions. A rate and a batch that are not tuned cost what Step Law’s runs show beside their best (Li et al. 2025, arXiv:2503.04715), extrapolated to smaller models. That moves a by some hundredths, and by the rule of what is best either way: it does not explain the published step, which tuned β₂ too.`,
    tableLabel: 'Data of the disagreement',
    what: 'What',
    from: 'From',
    interval: 'interval',
    slider: 'Steps put right, one after another',
    nowAt: (a: string) => `On RefinedWeb the exponent is ${a} now, as published.`,
    corpora: { refinedweb: 'RefinedWeb', openwebtext2: 'OpenWebText2' },
    published: (corpus: string) => `Published: ${corpus}, each step with those before`,
    own: 'From runs: the sweeps that are loaded',
    counting: 'From runs: the sweep that is looked at, by what its scale counts',
    simulatedTitle: 'Simulated on Epoch’s surface, each put right with those before',
    quality: 'Published: what data do (DeepSeek, in M)',
    steps: {
      'kaplan-counting': {
        name: 'Kaplan’s counting',
        what: 'Neither embeddings nor the last layer count, in N and in C.',
      },
      'head-counted': {
        name: 'The head counted',
        what: 'FLOPs of the last layer count, which are most of a small model’s.',
      },
      'warmup-scaled': {
        name: 'Warm-up scaled',
        what: 'Short runs no longer spend most of their steps warming up.',
      },
      'decay-matched': {
        name: 'Decay matched',
        what: 'The learning rate decays over each run’s own length.',
      },
      tuned: {
        name: 'Optimiser tuned',
        what: 'Learning rate, batch size and β₂ are those of each size.',
      },
    },
    simulation: (vocabulary: number, aspect: number) =>
      `Simulated: what a study does otherwise (vocabulary ${wholeNumber(vocabulary)}, width ${aspect} × layers assumed)`,
    ways: {
      embeddings: 'embeddings left out of N',
      'last-layer': 'last layer left out of C',
      'warm-up': 'one warm-up for all runs, 1.57B tokens',
      rate: 'learning rate by Kaplan’s rule, not tuned',
      batch: 'batches of 2¹⁹ tokens, not tuned',
      budgets: 'small budgets, 10¹⁶ to 10¹⁹ FLOPs',
      grid: 'one grid of sizes for all budgets, parabolas',
    },
    tunedBy: 'Best by the rule of',
    tuningRules: { 'step-law': 'Step Law', porian: 'Porian et al.' },
    data: 'Data',
    simulatedSteps: {
      kaplan: 'As Kaplan did it',
      counted: 'Embeddings and last layer counted',
      warmed: 'Warm-up scaled',
    },
    simulatedAsSet: 'As set above',
    description: (rows: number, low: string, high: string) =>
      `${rows} exponents of the scale, from ${low} to ${high}.`,
  },
  together: {
    title: (symbol: string, unit: string) => `Curves and minima side by side: ${symbol}, ${unit}`,
    caption:
      'IsoFLOP curves of every sweep on shared axes (grey: runs; blue: minima that count), and below the minima of all with the law through each sweep’s own, drawn to ten times its last budget. Sweeps whose scale or loss counts differently stand apart.',
    tableLabel: 'Data of the minima',
    table: 'Minima that count',
    curvesOf: (name: string, curves: number) =>
      `${count(curves, 'IsoFLOP curve')} of ${name}, on axes shared with the others.`,
    optimaOf: (corpora: number) =>
      `Optimal scale against compute of ${count(corpora, 'sweep')}, with their laws.`,
  },
}
