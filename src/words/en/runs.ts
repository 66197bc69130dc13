import type { SetAsideReason } from '../../scaling/sweeps/setAsideProposals.ts'
import {
  formatPercent,
  scientificText,
  significant,
  wholeNumber,
} from '../../format/formatNumber.ts'
import { count } from './count.ts'

const STATES: Readonly<
  Record<'fitted' | 'without-weight' | 'outside-window' | 'set-aside', string>
> = {
  fitted: 'in the fit',
  'without-weight': 'without weight in the robust fit',
  'outside-window': 'outside the window',
  'set-aside': 'set aside',
}

/** Runs: their budgets, populations, repetitions, and which of them take part. */
export const runs = {
  line: (line: number) => `line ${line}`,
  lineFirst: (line: number) => `Line ${line}`,
  counted: (runs: number) => count(runs, 'run'),
  /** What runs were trained on; `left` are the corpora that are not named. */
  corpora: (names: readonly string[], left: number) =>
    names.length + left === 1
      ? `corpus ${names[0] ?? ''}`
      : `${names.length + left} corpora: ${namesText(names, left)}`,
  trainedOn: (names: readonly string[], left: number) =>
    names.length + left === 1
      ? ` Trained on ${names[0] ?? ''}.`
      : ` Trained on ${names.length + left} corpora: ${namesText(names, left)}.`,
  budgetsFound: 'Budgets found',
  budgets: (scatter: number, showsTolerance: boolean) =>
    `Budgets in FLOPs. Each tick is a run, ±${formatPercent(scatter, 2)} around its budget${showsTolerance ? '; shaded, the tolerance' : ''}.`,
  inNoBudget: 'in no budget',
  noPart: 'They take no part in the profiles, nor in anything that is fitted to them.',
  runsInNoBudget: 'Runs in no budget',
  more: (runs: number) => `… and ${runs} more`,
  groupings: {
    stated: 'Budgets as the sweep states them.',
    clustered: 'Budgets found as clusters of the reported compute.',
    round: 'Reported compute scatters; budgets are the round numbers that it gathers around.',
  },
  tolerance: (tolerance: number) => `Tolerance ${formatPercent(tolerance, 2)}`,
  otherKinds: {
    hyperparameters: {
      title: 'A learning-rate and batch-size sweep',
      what: (runs: number, cells: number) =>
        `${count(runs, 'run')} in ${count(cells, 'cell')} of equal scale and tokens, which differ in learning rate and batch size. Its budgets do not each hold several well-tuned scales, so it has no IsoFLOP curves and none are drawn.`,
    },
    scattered: {
      title: 'A sweep without shared budgets',
      what: (runs: number, cells: number) =>
        `${count(runs, 'run')} in ${count(cells, 'cell')} of scale and tokens, whose compute does not gather at shared budgets. IsoFLOP curves need at least three scales at one compute; none are drawn. Only a surface L(N, D) fits such a sweep.`,
    },
  },
  span: {
    caption: 'What the runs span',
    quantity: 'Quantity',
    least: 'Least',
    most: 'Most',
    unit: 'Unit',
    peak: 'peak',
  },
  populations: {
    what: (heading: string, populations: number) =>
      `The column “${heading}” tells ${count(populations, 'population')} apart, whose runs lie on separate curves`,
    share: (share: number) =>
      `: it explains ${formatPercent(share, 2)} of what one curve a budget leaves over`,
    separate: '. Each is a sweep of its own.',
    pooled: '. They are pooled, as you said.',
    inOne: '. They are in one sweep.',
    empty: 'empty',
    description: (scale: string, budget: number, populations: number) =>
      `Loss against ${scale} at ${scientificText(budget, 2)} FLOPs: ${count(populations, 'population')} on curves of their own.`,
    caption: (symbol: string, budget: number) =>
      `Loss against ${symbol} at ${scientificText(budget, 2)} FLOPs, logarithmic, with a robust parabola each.`,
    pool: 'Pool them in one sweep',
    part: 'Make a sweep of each',
  },
  repetitions: {
    what: (runs: number, configurations: number, isAveraged: boolean) =>
      `${count(runs, 'run')} repeat ${count(configurations, 'configuration')}; ${isAveraged ? 'the mean of each stands in the fit.' : 'each stands on its own.'}`,
    keep: 'Keep each',
    average: 'Average them',
  },
  tooltip: {
    tokens: (tokens: string) => `${tokens} tokens`,
    loss: 'Loss',
    residual: 'Residual',
    corpus: 'Corpus',
    withoutWeight: 'Far from the curve: it has no weight in the robust fit.',
    setAside: 'Set aside. Click to bring it back.',
    click: 'Click to set it aside.',
  },
  table: {
    caption: 'Runs',
    region: 'Runs of the sweep',
    ofCurves: 'Runs of the IsoFLOP curves',
    use: 'Use',
    useOf: (run: string) => `Use ${run}`,
    run: 'Run',
    budget: 'Budget (FLOPs)',
    tokens: 'D (tokens)',
    loss: (unit: string) => `Loss (${unit})`,
    residual: 'Residual',
    state: 'State',
    states: STATES,
  },
  twice: {
    open: (runs: number) => `${count(runs, 'run')} to look at twice`,
    aside: (aside: number, proposals: number) =>
      `${aside} of ${count(proposals, 'doubtful run')} set aside`,
    bringBack: 'Bring back',
    setAside: 'Set aside',
    keep: 'Keep',
    until: 'They take part until you decide.',
    setAsideAll: (runs: number): string => (runs === 1 ? 'Set it aside' : 'Set all aside'),
    keepAll: (runs: number): string => (runs === 1 ? 'Keep it' : 'Keep all'),
    again: 'Decide again',
    reason: setAsideText,
  },
}

function namesText(names: readonly string[], left: number): string {
  const others = left === 0 ? '' : ` and ${wholeNumber(left)} ${left === 1 ? 'other' : 'others'}`
  return `${names.join(', ')}${others}`
}

/** Why a run is proposed for setting aside, for a table cell or a list. */
function setAsideText(reason: SetAsideReason): string {
  switch (reason.kind) {
    case 'failed':
      return `the tracker says “${reason.status}”`
    case 'unfinished':
      return reason.fractionDone === null
        ? `not finished: the tracker says “${reason.status}”`
        : `not finished: ${formatPercent(reason.fractionDone, 2)} of its planned steps`
    case 'curve':
      return reason.end === 'not-finite'
        ? 'its loss is no number at the end of its log'
        : 'its loss ends far above its lowest'
    case 'copy':
      return 'the same run stands in the sweep before'
    case 'diverged':
      return `diverged: ${significant(reason.timesMedian, 2)} times the median loss of its budget`
    case 'spiked':
      return `spiked: ${formatPercent(reason.excess, 2)} above its budget’s curve, ${significant(reason.deviations, 2)} robust deviations, and above both neighbours`
  }
}
