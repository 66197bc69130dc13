import { formatPercent, significant } from '../../format/formatNumber.ts'
import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { Degeneracy, SurfaceMethod } from '../../scaling/estimators/surface/fitSurface.ts'
import { count } from './count.ts'

const NAMES: Readonly<Record<ProfileEstimator | SurfaceMethod, string>> = {
  'shared-shape': 'slices of one shape',
  'weighted-parabola': 'weighted local parabolas',
  'robust-parabola': 'robust parabolas',
  parabola: 'parabolas, least squares',
  akima: 'Akima (Porian et al.)',
  'approach-1': 'lower envelope (Approach 1)',
  surface: 'surface, variable projection',
  'approach-3': 'surface, Huber (Approach 3)',
  'approach-3-absolute': 'surface, least absolute deviations',
}

const DEGENERACIES: Readonly<Record<Degeneracy, string>> = {
  'no-irreducible': 'degenerate: E is 0',
  'one-term': 'degenerate: one term is 0',
  'exponent-at-bound': 'degenerate: an exponent stopped at the end of the search',
}

/** Estimators side by side, the loss surface, the back-test, flatness. */
export const checks = {
  names: NAMES,
  waiting: 'Every estimator is being run on these runs.',
  failed: (why: string) => `The checks could not be made: ${why}`,
  methods: {
    title: 'Estimators on the same runs',
    caption: (level: string) =>
      `Every estimator on the runs that take part, with ${level} intervals, and what each says of the budget. Lines: the optimal scale over that of the estimator in use; where they part, the choice of estimator is what you extrapolate. In use: bold.`,
    estimator: 'Estimator',
    atBudget: 'at the budget',
    ratioAxis: (symbol: string) => `Optimal ${symbol}, relative to the one in use`,
    description: (methods: number) =>
      `Optimal scale of ${methods} estimators over that of the one in use, against compute. The table Estimators has the numbers.`,
    table: 'Estimators',
    tableLabel: 'Data of the estimators',
    region: 'Table of the estimators',
    inUse: 'in use',
  },
  surface: {
    title: 'Loss surface',
    caption: (name: string, runs: number, weightless: number, level: string) =>
      `L = E + A/x^α + B/D^β by ${name}: ${count(runs, 'run')}${weightless > 0 ? `, ${weightless} without weight` : ''}. Contours of equal fitted loss; runs filled by how far they lie from the surface; dashed: what each compute would best be split into. Intervals: ${level} bootstrap over runs.`,
    method: 'Surface',
    none: 'No surface: it needs six runs of three sizes and three token counts or more.',
    coefficient: 'Coefficient',
    allocation: 'a = β/(α+β)',
    objective: 'Objective',
    degeneracy: (of: Degeneracy) => DEGENERACIES[of],
    above: 'run above the surface',
    below: 'run below it',
    path: 'optimal split',
    contour: 'equal loss',
    table: 'Coefficients of the surface',
    tableLabel: 'Data of the surface',
    description: (runs: number) =>
      `Tokens against model scale: ${runs} runs, contours of the fitted loss and the optimal split. The table has the coefficients.`,
    residual: (percent: string) => `${percent} from the surface`,
  },
  implied: {
    title: 'IsoFLOP curves that the surface implies',
    caption:
      'Loss against scale at fixed compute, read off the fitted surface: no run lies on these curves by itself. Diamonds are their minima.',
    description: (budgets: number) =>
      `Loss against scale at ${budgets} budgets as the fitted surface has it, with the minimum of each.`,
    table: 'Minima of the implied curves',
    tableLabel: 'Data of the implied curves',
  },
  backtest: {
    title: 'Back-test',
    caption: (leftOut: number, kept: number, level: string) =>
      `Laws fitted to the ${kept} smaller budgets, held against the minima of the ${count(leftOut, 'largest budget')} that they had not seen; promised: ${level} interval with the noise of the minimum.`,
    untested: {
      'no-budgets': 'No back-test: the sweep has no budgets.',
      'too-few-budgets': 'No back-test: it needs four budgets that count.',
    },
    budget: 'Budget C (FLOPs)',
    quantity: 'Quantity',
    predicted: 'Predicted',
    promised: 'Promised',
    observed: 'Observed',
    error: 'Error',
    verdict: 'Verdict',
    held: 'held',
    missed: 'missed',
    noInterval: 'no interval',
    table: 'Back-test',
    region: 'Table of the back-test',
    summary: (
      isHeld: boolean | null,
      leftOut: number,
      misses: readonly { readonly of: 'scale' | 'loss'; readonly relativeError: number }[],
    ) => {
      const by = misses.map(
        ({ of, relativeError }) => `${of} by ${formatPercent(Math.abs(relativeError), 2)}`,
      )
      const verdict = isHeld === true ? 'held' : `missed, ${by.join(' and ')} at worst`
      return `Back-test on the ${count(leftOut, 'largest budget')}: ${isHeld === null ? 'no interval to hold it against' : verdict}.`
    },
  },
  flatness: {
    note: (share: number, low: string, high: string, unit: string) =>
      `Within ${formatPercent(share, 2)} of the compute: ${low} to ${high} ${unit} (as wide as the surface has it).`,
    control: 'Flat within',
    option: (share: number) => `${significant(100 * share, 2)}% of C`,
  },
}
