import { formatPercent, scientificText, significant } from '../../format/formatNumber.ts'
import type { Diagnostic, DiagnosticCode } from '../../study/diagnostics/diagnostic.ts'
import { checks } from './checks.ts'
import { count } from './count.ts'

/** A list of budgets or names, cut after a few. */
function listed(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).join(', ')
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown
}

/** Estimators by the names of the page, from their ids. */
function namesOf(ids: string | null): string {
  const names: Readonly<Record<string, string>> = checks.names
  return (ids ?? '')
    .split(' ')
    .map((id) => names[id] ?? id)
    .join('; ')
}

function atBudgets({ budgets }: Diagnostic): string {
  return `${listed(budgets.map((budget) => scientificText(budget, 2)))} FLOPs`
}

const SURFACE_FAULTS: Readonly<Record<string, string>> = {
  'no-irreducible': 'its irreducible term is 0',
  'one-term': 'one of its two terms is 0',
  'exponent-at-bound': 'an exponent stopped at the end of the search',
}

const SENTENCES: Readonly<
  Record<DiagnosticCode, (told: Diagnostic, values: readonly [number, number, number]) => string>
> = {
  'no-budgets': () => 'The runs share no compute budgets: only the loss surface applies to them.',
  'optimum-at-edge': (told) =>
    `The minimum lies at or beyond the edge of the runs at ${atBudgets(told)}; it is not in the laws.`,
  'curve-distrusted': (told) =>
    `The curve at ${atBudgets(told)} has no minimum that can be trusted.`,
  'few-budgets': (_, [counting]) =>
    `${counting === 1 ? 'Only 1 budget counts' : `Only ${counting} budgets count`}: with fewer than four, the scatter of the minima cannot be told from the law.`,
  'methods-disagree': ({ of }, [own, low, high]) =>
    `Other estimators (${namesOf(of)}) give a = ${low === high ? significant(low, 3) : `${significant(low, 3)} to ${significant(high, 3)}`} where the one in use gives ${significant(own, 3)}, and their intervals do not meet: curves that are not parabolas, or a grid that drifts, make parabolas differ.`,
  'surface-disagrees': (_, [own, other]) =>
    `The loss surface gives a = ${significant(other, 3)}, the curves of the budgets ${significant(own, 3)}, and their intervals do not meet: the losses of different budgets do not lie on one surface of this form.`,
  'far-extrapolation': (_, [factor]) =>
    `The budget lies ${significant(factor, 2)} times beyond the fitted ones: beyond a hundred the interval holds only if the law does.`,
  'grid-drifts': ({ values }, [factor, bias]) =>
    `The grid of sizes drifts against the optimum by a factor ${significant(factor, 2)} over the budgets${values.length > 1 ? `: a parabola on it is off by ${bias >= 0 ? '+' : '−'}${significant(Math.abs(bias), 2)} in a` : ''}. Curves of one shape have no such bias, but up to twice the interval of the loss surface; the intervals of parabolas do not know of it.`,
  'optima-leave-law': (_, [turn]) =>
    `The minima bend away from a power law: the local exponent changes by ${significant(turn, 2)} over the budgets.`,
  'exponents-do-not-add': (_, [total]) =>
    `a + b = ${significant(total, 4)}, and the interval does not hold 1: scale and tokens do not share C as the metric says.`,
  'shape-does-not-hold': () =>
    'One shape does not describe all runs: neighbouring runs err alike. Curves are fitted about their minima alone, and the interval comes from how the minima scatter.',
  'surface-degenerate': ({ of }) =>
    `The loss surface is degenerate: ${SURFACE_FAULTS[of ?? ''] ?? ''}. Its coefficients mean nothing.`,
  'surface-flat': (_, [factor]) =>
    `The loss surface lies in a flat valley: the interval of an exponent spans a factor ${significant(factor, 2)}.`,
  'compute-disagrees': ({ of }, [ratio, low, high]) =>
    `C is ${significant(ratio, 3)} times what ${of ?? ''} and D imply (${significant(low, 3)} to ${significant(high, 3)}).`,
  'few-runs': (told) => `Fewer than five runs have a say at ${atBudgets(told)}.`,
  'interval-narrow': (_, [share]) =>
    `The interval of a is ${significant(share, 2)} times as wide as the scatter of the minima about the law says: the runs’ noise explains less than there is.`,
  'resamples-without-law': (_, [share]) =>
    `${formatPercent(share, 2)} of the resamples gave no law; the intervals are too narrow by that.`,
  'grid-off-centre': (_, [factor]) =>
    `The grid lies off its optima by a factor ${significant(factor >= 1 ? factor : 1 / factor, 2)}, towards ${factor >= 1 ? 'larger' : 'smaller'} models.`,
  'grid-wide': (told, [factor]) =>
    `The sizes at ${atBudgets(told)} span a factor of up to ${significant(factor, 2)}: runs that far from the minimum say little of it, and bias a parabola.`,
  'curvature-changes': (_, [factor]) =>
    `From the smallest to the largest budget the curves’ curvature changes by a factor ${significant(factor, 2)} beside what the falling loss explains.`,
  'learning-rate-unscaled': (_, [rate]) =>
    `All sizes were trained at one learning rate, ${significant(rate, 3)}: large models may be worse than they could be.`,
  'batch-unscaled': (_, [batch]) =>
    `All runs were trained with batches of ${significant(batch, 3)} tokens: small budgets may have too few steps.`,
  'embedding-share': (_, [share]) =>
    `Up to ${formatPercent(share, 2)} of the parameters are embeddings: the exponent depends on whether they are counted. The table of the fitted laws has both.`,
  'nats-across-corpora': (_, [corpora]) =>
    `Losses in nats per token of ${corpora} corpora are compared: with different tokenizers they are not on one scale. Bits per byte are.`,
  'noise-changes': (_, [first, last]) =>
    `The noise of the runs changes with compute: ${formatPercent(first, 2)} of the loss at the smallest budget, ${formatPercent(last, 2)} at the largest.`,
  'runs-without-weight': ({ runs }, [weightless]) =>
    `${count(weightless, 'run')} ${weightless === 1 ? 'lies' : 'lie'} far from the curves and ${weightless === 1 ? 'has' : 'have'} no weight: ${listed(runs)}.`,
  'runs-in-no-budget': (_, [outside]) =>
    `${count(outside, 'run')} ${outside === 1 ? 'belongs' : 'belong'} to no budget, and so to no curve.`,
  repetitions: (_, [repeated, noise]) =>
    `${count(repeated, 'configuration')} ${repeated === 1 ? 'was' : 'were'} trained more than once; the losses differ by ${formatPercent(noise, 2)} (standard deviation).`,
}

/** What the data and the fit say against themselves. */
export const diagnostics = {
  title: 'Diagnostics',
  none: 'Nothing speaks against this fit.',
  severities: { warning: 'warning', note: 'note' },
  table: {
    caption: 'Diagnostics',
    severity: 'Severity',
    sentence: 'What was found',
    source: 'Method',
  },
  method: 'method',
  more: (left: number) => `${left} more`,
  sentence: (told: Diagnostic): string => {
    const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = told.values
    return SENTENCES[told.code](told, [a, b, c])
  },
}
