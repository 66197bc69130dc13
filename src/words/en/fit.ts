import type { ProfileDistrust } from '../../scaling/estimators/isoFlop/profileDistrust.ts'
import { formatPercent, wholeNumber } from '../../format/formatNumber.ts'
import type { CurveFault, LawFault, ProfileState } from '../fitStates.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

/** What is wrong with so many budgets, and what cures it. */
const FAULTS: Readonly<
  Record<CurveFault, { readonly is: string; readonly are: string; readonly cure: string }>
> = {
  unfittable: {
    is: 'has fewer than three scales',
    are: 'have fewer than three scales',
    cure: 'train five or more model scales at each budget',
  },
  'three-points': {
    is: 'rests on three scales, which any such curve meets',
    are: 'rest on three scales each, which any such curve meets',
    cure: 'train five or more model scales at each budget',
  },
  'no-minimum': {
    is: 'has a curve without a minimum',
    are: 'have curves without a minimum',
    cure: 'widen the range of model scales on both sides, and check that all runs of a budget were trained alike',
  },
  smaller: {
    is: 'has its minimum below the smallest model',
    are: 'have their minima below the smallest model',
    cure: 'train smaller models on more tokens at these budgets',
  },
  larger: {
    is: 'has its minimum above the largest model',
    are: 'have their minima above the largest model',
    cure: 'train larger models on fewer tokens at these budgets',
  },
  'explains-nothing': {
    is: 'has a curve that explains almost nothing of its losses',
    are: 'have curves that explain almost nothing of their losses',
    cure: 'check whether runs that differ in more than their scale (corpus, evaluation set, learning rate) were put into one sweep, or choose another loss',
  },
  'many-without-weight': {
    is: 'has runs on more than one curve',
    are: 'have runs on more than one curve',
    cure: 'separate the runs that differ in more than their scale, by their corpus or in files of their own',
  },
  'below-every-run': {
    is: 'has a minimum below every run',
    are: 'have minima below every run',
    cure: 'fit over a factor of 6 around the best run, choose another curve, or set diverged runs aside',
  },
}

const LAW_FAULTS: Readonly<Record<LawFault, string>> = {
  'too-few-optima':
    'No law: it needs trusted minima inside the sampled range at two budgets or more.',
  'loss-does-not-fall': 'No law: the loss at the optimum does not fall with compute.',
}

/** What must hold for an estimator to be right, one clause each. */
const PARABOLA_ASSUMES = [
  'the minimum of each budget lies inside its runs',
  'the loss near it is symmetric in ln x over the window that is fitted',
  'the grid does not drift against the optimum from budget to budget',
]

/** What a caption of the IsoFLOP curves tells. */
interface CurvesCaption {
  readonly symbol: string
  readonly curveFit: string
  /** Factor around the best run; null where all runs of a budget are fitted. */
  readonly window: number | null
  readonly runs: number
  readonly budgets: number
  readonly hasMeans: boolean
  readonly aside: number
  readonly ungrouped: number
  readonly trainedOn: string
  readonly evidence: string
  readonly level: string
  /** Share of the compute that the flat part wastes at most. */
  readonly flat: string
  readonly distrust: string
  readonly weightless: string
}

/** Profiles, laws and their charts. */
export const fit = {
  assumes: {
    'shared-shape': [
      'the minimum of each budget lies inside its runs',
      'the loss at a budget falls and rises as powers of the scale that all budgets share',
    ],
    'weighted-parabola': PARABOLA_ASSUMES,
    'robust-parabola': PARABOLA_ASSUMES,
    parabola: [...PARABOLA_ASSUMES, 'no run diverged or ended early'],
    akima: ['the runs have no noise', 'the minimum of each budget lies between its runs'],
    'approach-1': ['the sizes lie close to one another', 'the runs have little noise'],
    'loss-law': [
      'the optima are those of their budgets',
      'the error of the loss is of one size at all budgets',
    ],
  },
  controls: {
    scale: 'Scale',
    over: 'Fit over',
    allRuns: 'all runs',
    narrow: (factor: number) => `a factor ${factor} around the best run`,
    curve: 'Curve',
    budget: 'Budget C',
    nominal: 'nominal',
    realised: 'mean of its runs',
  },
  curves: {
    'shared-shape': {
      name: 'slices of one shape',
      fit: 'curves e + a·x^(−α) + b·x^β with α and β shared by all budgets, wild runs without weight',
    },
    'weighted-parabola': {
      name: 'weighted local parabola',
      fit: 'parabolas weighted by the distance from their minima (tricube, a factor 12 either way)',
    },
    'robust-parabola': {
      name: 'robust parabola',
      fit: 'robust parabolas (least absolute deviations, then bisquare weights)',
    },
    parabola: { name: 'parabola, least squares', fit: 'parabolas by ordinary least squares' },
    akima: {
      name: 'Akima, as published by Porian et al.',
      fit: 'Akima interpolants, which follow the noise of every run',
    },
    'approach-1': {
      name: 'lower envelope (Approach 1)',
      fit: 'no curve, but the lowest run of each budget, which can only be one of the sizes that were trained; of training curves, the mean size of those that are lowest about the budget',
    },
  },
  laws: {
    region: 'Table of the fitted laws',
    caption: 'Fitted laws',
    law: 'Law',
    exponent: 'Exponent',
    coefficient: 'Coefficient',
    optima: 'Optima',
    noIrreducible: 'no irreducible term',
    conventions:
      'The exponent of the scale depends on what counts as scale, which is a part of what Kaplan and Chinchilla disagree about. Intervals are computed for the scale that is chosen.',
    faults: LAW_FAULTS,
  },
  intervals: {
    working: (fraction: number) => `Intervals: ${formatPercent(fraction, 2)} of the resamples`,
    stage: 'Curves and laws are being fitted anew.',
    cancelled: 'Intervals were cancelled.',
    compute: 'Compute intervals',
    failed: (why: string) => `The intervals could not be computed: ${why}`,
    fewer: (failed: number, of: number) =>
      `${failed} of ${of} resamples gave no law; they are not in the intervals, which are therefore too narrow.`,
    method: 'Intervals',
    short: {
      delta: 'delta method',
      wild: 'wild bootstrap',
      pairs: 'bootstrap of runs',
      'leave-one-out': 'leave one budget out',
    },
    methods: {
      delta: 'run noise carried through the fit (delta method, t)',
      scatter: 'scatter of the minima about the law (t with K − 2)',
      wild: 'wild bootstrap: residuals with random signs, wider than need be',
      pairs: 'bootstrap over runs within budgets, wider than need be',
      'leave-one-out': 'jackknife over budgets (t)',
    },
  },
  isoFlop: {
    title: 'IsoFLOP curves',
    caption: (told: CurvesCaption) =>
      `Loss against ln ${told.symbol} per budget: ${told.curveFit}, ${told.window === null ? 'over all runs of a budget' : `over runs within a factor ${told.window} of each budget’s best run`}: ${count(told.runs, 'run')} in ${count(told.budgets, 'budget')}${told.hasMeans ? ', repetitions averaged' : ''}, ${told.aside} set aside, ${told.ungrouped} in no budget.${told.trainedOn} ${told.evidence} Diamonds are the minima, with ${told.level} intervals where computed; hollow ones are not in the laws: outside the sampled range, or distrusted (dotted). Thick: scales that waste no more than ${told.flat}.${told.distrust}${told.weightless}`,
    evidence: (ratio: string, product: string) => ` C = ${ratio} × ${product}`,
    spread: (ratio: string, low: string, high: string) =>
      `${ratio} (${low}–${high} in the middle 80% of runs)`,
    steadiest: ': the steadiest of the scales that the columns allow, and so the default',
    leastBad: ': no scale that the columns allow goes with C, this one least badly',
    better: (product: string, ratio: string) => `; ${product} goes with C better (${ratio})`,
    inFit: 'run in the fit',
    outsideWindow: 'run outside the window',
    noWeight: 'no weight in the robust fit',
    beyond: 'beyond the plot, with its loss',
    setAside: 'set aside',
    minimum: 'minimum',
    hollow: 'minimum that is not in the laws',
    tableLabel: 'Data of the IsoFLOP curves',
    description: (scale: string, budgets: number) =>
      `IsoFLOP curves: loss against ${scale} for ${budgets} compute budgets, each with its fitted curve and minimum. The table IsoFLOP optima has the numbers.`,
    runsLabel:
      'Runs: arrow keys go from run to run, Page Up and Page Down by a hundred, Enter sets one aside or brings it back',
    more: (budgets: number) => `; and ${budgets} more`,
    weightless: (runs: number, names: readonly string[], left: number): string =>
      ` ${count(runs, 'run')} ${runs === 1 ? 'lies' : 'lie'} far from the curves and ${runs === 1 ? 'has' : 'have'} no weight: ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`,
  },
  optima: {
    region: 'Table of the optima',
    caption: 'IsoFLOP optima',
    budget: 'Budget C (FLOPs)',
    runs: 'Runs',
    weighty: (weighty: number, runs: number) => `${weighty} of ${runs}`,
    outside: 'outside the range',
    minimum: 'Minimum',
    state: profileText,
  },
  loss: {
    title: 'Loss at the optimum',
    withIrreducible: <Slot>(law: Slot, irreducible: string, unit: string) =>
      parts<Slot>`${law} with E = ${irreducible} ${unit}, the irreducible term.`,
    tooFew: <Slot>(law: Slot, least: number) =>
      parts<Slot>`${law}: an irreducible term cannot be estimated below ${String(least)} minima; extrapolations are too low, as language has one.`,
    without: <Slot>(law: Slot) =>
      parts<Slot>`${law}: the irreducible term that fits these optima best comes to nothing; extrapolations are too low if there is one.`,
    band: (level: string, method: string) =>
      `Band: ${level}, ${method}, for the run that will be trained: the fit’s uncertainty and the noise of single runs.`,
    fitted: 'fitted, dashed beyond the budgets',
    irreducible: 'irreducible term E',
    minimum: 'minimum of a budget',
    tableLabel: 'Data of the loss at the optimum',
    description:
      'Loss at the optimum of each budget against compute, with the fitted law and its interval band. The table Fitted laws has the numbers.',
  },
  allocation: {
    title: <Slot>(symbol: Slot) => parts<Slot>`${symbol} against compute`,
    timesFitted: 'times the fitted law',
    asM: ' DeepSeek’s law in M is drawn as M/6.',
    as6N: ' Laws published in parameters are drawn as 6N.',
    relative: 'relative to the fitted law',
    caption: (
      minima: number,
      isGeneralised: boolean,
      level: string,
      method: string,
      replicates: number,
      seed: number | string,
    ) =>
      `${isGeneralised ? 'Generalised least squares (the covariance of the minima as weights)' : 'Least squares of the logarithms'} through ${minima} minima; band: ${level}, ${method}, ${wholeNumber(replicates)} draws, seed ${seed}.`,
    beyond: (conversion: string, isRelative: boolean) =>
      ` Hatched and dashed: beyond the fitted budgets.${conversion}${isRelative ? ' All is divided by the fitted law.' : ''} One published law is compared at a time: choose it in the legend.`,
    fitted: 'fitted to this sweep',
    tableLabel: (symbol: string) => `Data of ${symbol} against compute`,
    overFitted: (symbol: string) => `${symbol} over that of the fitted law`,
    description: (quantity: string, minima: number, laws: number) =>
      `${quantity} at the optimum against compute: ${minima} minima, the fitted power law with its interval band, and ${laws} published laws. The table Fitted laws has the numbers.`,
    byBudget: (symbol: string) => `${symbol} by budget`,
    inLaw: 'in the law',
    notInLaw: 'not in the law',
    notInLawWhy: 'Not in the law: outside the sampled range, or distrusted.',
  },
  withheld: {
    title: (sweep: string) => `No recommendation from ${sweep}.`,
    rest: (reason: string, cure: string, standIn: string) =>
      `${reason} To get one: ${cure}. What stands below is ${standIn}.`,
    hyperparameters:
      'Its runs differ in learning rate and batch size, not in how a budget is split.',
    scattered: 'Its runs share no compute budgets, so it has no IsoFLOP curves.',
    twoBudgets: 'train five or more model scales at each of two budgets',
    secondBudget: 'train a second budget',
    reason: (counting: number, budgets: number, inTokens: boolean) =>
      `A law needs minima that can be trusted at two budgets; ${counting === 0 ? 'none' : `${counting}`} of ${count(budgets, 'budget')} ${counting <= 1 ? 'has' : 'have'} one${inTokens ? ' in tokens' : ''}.`,
    faults: (faults: readonly (readonly [CurveFault, number])[]) =>
      `${faults.map(([fault, budgets]) => `${budgets} ${FAULTS[fault][budgets === 1 ? 'is' : 'are']}`).join('; ')}.`,
    cure: (fault: CurveFault) => FAULTS[fault].cure,
  },
}

/** What became of a budget's curve, in a few words for a table cell. */
function profileText(state: ProfileState): string {
  switch (state.kind) {
    case 'unfittable':
      return 'no curve: fewer than three different scales'
    case 'no-minimum':
      return 'distrusted: the curve has no minimum'
    case 'distrusted':
      return `distrusted: ${distrustText(state.distrust)}`
    case 'inside':
      return 'inside the range'
    case 'outside':
      return 'outside the range: not in the laws'
  }
}

/** Why a curve is not believed, in a few words. */
function distrustText(distrust: ProfileDistrust): string {
  switch (distrust.kind) {
    case 'three-points':
      return 'three scales, which any such curve meets'
    case 'explains-nothing':
      return distrust.share <= 0.005
        ? 'it explains nothing of how the loss varies'
        : `it explains only ${formatPercent(distrust.share, 2)} of how the loss varies`
    case 'below-every-run':
      return `its minimum lies ${formatPercent(distrust.gap, 2)} below every run`
    case 'many-without-weight':
      return `${distrust.count} of ${distrust.of} runs lie far from it`
  }
}
