import {
  formatPercent,
  nominalText,
  scientificText,
  significant,
} from '../../format/formatNumber.ts'
import { MAX_BUDGET, MIN_BUDGET, type ParsedBudget } from '../../planning/computeBudget.ts'
import { parts } from '../parts.ts'

/** Budgets, the recommendation, and the laws beside it. */
export const plan = {
  atBudget: <Slot>(budget: Slot) => parts<Slot>`At ${budget} FLOPs`,
  atBudgetText: (budget: string) => `At C = ${budget} FLOPs`,
  budgetSlider: 'Compute budget C (FLOPs, logarithmic)',
  deviceDays: (days: string, device: string) => `= ${days} ${device}-days`,
  ofPeak: (utilisation: number) => `at ${formatPercent(utilisation, 2)} of dense bf16 peak`,
  typeBudget: 'Type a budget',
  set: 'Set',
  utilisation: 'MFU',
  mfu: (utilisation: number) => `${formatPercent(utilisation, 2)} MFU`,
  read: budgetText,
  planWith: 'Plan with',
  fittedLaw: 'the law fitted to this sweep',
  quality: 'Data quality (DeepSeek’s published exponents)',
  ownCorpora: {
    law: 'between the loaded sweeps',
    short: 'Between sweeps',
    choice: 'Data quality between',
    choices: { published: 'DeepSeek’s corpora, published', loaded: 'the loaded sweeps, fitted' },
    quality: 'Data quality (between the loaded sweeps)',
    assumed: 'That exponents and ln coefficients lie evenly in between is an assumption.',
    order: 'In the order of a: after DeepSeek, the better the data, the larger a.',
    showAll: 'draw the laws of all loaded sweeps',
  },
  betweenName: (from: string, to: string, share: number): string =>
    share === 0
      ? `fitted to ${from}`
      : share === 1
        ? `fitted to ${to}`
        : `${formatPercent(share, 2)} of the way from ${from} to ${to}`,
  between: (position: string) => `between corpora, position ${position}`,
  marks: { early: 'early', current: 'current', openwebtext2: 'OpenWebText2' },
  asPublished: ', as published.',
  pinned: <Slot>(isNamed: boolean, budget: Slot) =>
    parts<Slot>`${isNamed ? ', as published' : ', interpolated'}; its coefficient is not published: assumed to meet the current-data law at ${budget} FLOPs.`,
  pin: {
    title: 'Where the laws meet',
    budget: 'Assumed to meet at',
    showAll: 'draw the laws of all three corpora',
  },
  summary: (symbol: string, scale: string, tokens: string) =>
    `${symbol} = ${scale} · D = ${tokens} tokens`,
  title: 'Plan',
  table: {
    caption: 'Recommendation',
    quantity: 'Quantity',
    value: 'Value',
    as: (parameters: string, counting: string) => `${parameters} as ${counting}`,
  },
  fittedName: 'fitted to this sweep',
  notes: (law: string, intervals: string | null, product: string, ratio: string) =>
    `Scale and tokens: ${law}${intervals === null ? '; no interval is published.' : `; intervals: ${intervals}.`} ${product} = ${ratio} C.`,
  hyperparameters: (citation: string, low: number, high: number, isOutside: boolean) =>
    `B and η: ${citation}, without interval, fitted over ${scientificText(low, 1)} – ${scientificText(high, 1)} FLOPs${isOutside ? '; here extrapolated.' : '.'}`,
  extrapolation: {
    noRange: (law: string) => `The paper of ${law} does not say over which compute it was fitted.`,
    inside: (law: string | null, range: string) =>
      `Inside ${law === null ? 'this sweep’s budgets' : `the range of ${law}`}: ${range}.`,
    outside: <Slot>(factor: Slot, isAbove: boolean, law: string | null, range: string) => {
      const end =
        law === null
          ? `the ${isAbove ? 'largest' : 'smallest'} budget of this sweep whose minimum counts`
          : `the ${isAbove ? 'upper' : 'lower'} end of the range of ${law}`
      return parts<Slot>`${factor} ${isAbove ? 'above' : 'below'} ${end}: an extrapolation. Fitted over ${range}.`
    },
  },
  thisSweep: 'This sweep',
  allocations: 'Allocations compared',
  law: 'Law',
  as: 'as',
  sources: {
    title: 'Sources of the laws',
    intro:
      'Laws count parameters differently, and M/6 includes attention: for small models the counts differ by up to 50%. Kaplan’s N and D multiply to 1.8 C by construction.',
    fitted: (low: number, high: number) =>
      ` Fitted over ${nominalText(low)} – ${nominalText(high)} FLOPs.`,
    single: ' The figures rest on a single transcription.',
  },
  plane: {
    title: 'Recommendation at the budget',
    caption: (level: string | null) =>
      `The path of each law as compute grows, 10¹⁶ to 10²⁶ FLOPs, and where it puts the budget. The line across is 6ND = C, that is M·D = C with N = M/6. DeepSeek’s path follows the data-quality slider. ${level === null ? '' : `The shaded box is the ${level} interval of this sweep’s fit. `}All scales as parameters: M/6 where the law is in M.`,
    equalCompute: 'equal compute',
    tableLabel: 'Data of the recommendation at the budget',
    table: 'Laws of the allocation plane',
    scaleCoefficient: 'k (parameters)',
    tokensCoefficient: 'k′ (tokens)',
    description: (laws: number) =>
      `Tokens per parameter against parameters for ${laws} laws, with the point of each at the chosen budget. The table Allocations compared has the numbers.`,
    parameters: (parameters: string, counting: string) => `N = ${parameters} (as ${counting})`,
    tokens: (tokens: string) => `D = ${tokens} tokens`,
  },
  atBudgetTable: {
    title: 'Laws at the budget',
    tokens: 'D (tokens)',
    range: 'fitted over (FLOPs)',
    notSaid: 'not said',
    extrapolation: 'extrapolation',
    inside: 'inside',
    outside: (factor: string, isAbove: boolean) => `${factor}× ${isAbove ? 'above' : 'below'}`,
    note: <Slot>(budget: Slot) =>
      parts<Slot>`At ${budget} FLOPs. Scales as parameters: M/6 where the law is in M, which includes attention.`,
  },
}

/** How a typed budget was understood, or why it was not, in a sentence. */
function budgetText(parsed: ParsedBudget): string {
  if (parsed.status === 'read') {
    const flops = `${scientificText(parsed.flops)} FLOPs`
    if (parsed.reading.kind === 'flops') return `Read as ${flops}.`
    const { accelerator, deviceDays, peak, format, utilisation } = parsed.reading
    return `${significant(deviceDays, 3)} ${accelerator.name} days at ${significant(peak / 1e12, 4)} TFLOP/s dense ${format} and ${formatPercent(utilisation)} utilisation: ${flops}.${accelerator.confidence === 'single-source' ? ' The peak rests on a single source.' : ''}`
  }
  switch (parsed.reason) {
    case 'not-a-budget':
      return `“${parsed.found}” is not a budget. Write it like 3e21, 1.2 ZFLOP, 2 PF-days or 500 A100-days.`
    case 'unknown-accelerator':
      return `“${parsed.found}” is not an accelerator known here. Try A100, H100, H200, B200, MI300X or TPU v5p.`
    case 'out-of-range':
      return `“${parsed.found}” lies outside ${scientificText(MIN_BUDGET, 1)} – ${scientificText(MAX_BUDGET, 1)} FLOPs.`
  }
}
