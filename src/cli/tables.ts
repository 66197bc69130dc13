import { en } from '../words/en/en.ts'
import { compactCount, formatRange, scientificText, significant } from '../format/formatNumber.ts'
import type { AllocationLaw } from '../laws/allocationLaw.ts'
import type { Comparison } from '../study/report/comparison.ts'
import type { Report } from '../study/report/report.ts'
import type { ReportedNumber } from '../study/report/reportedNumber.ts'
import type { LawPlan } from './lawPlan.ts'

/** Marks text as strong or faint, or leaves it as it is where there is no terminal. */
export interface Ink {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

/** A report as lines that a person likes to read. */
export function reportText(report: Report, ink: Ink): string {
  const { sweep, profiles, laws, recommendation, diagnostics } = report
  const lines = [
    `${ink.strong(sweep.name)}  ${sweep.runs} runs, ${sweep.excluded} rows left out, scale ${sweep.metric}, loss in ${sweep.lossUnit}`,
    ...sweep.issues.slice(0, 10).map(({ message }) => ink.faint(`  ${message}`)),
    ...(sweep.issues.length > 10 ? [ink.faint(`  … and ${sweep.issues.length - 10} more`)] : []),
    '',
    ...table(
      ['budget C', 'runs', 'scale', 'tokens', 'loss', 'minimum'],
      profiles.map(({ computeFlops, runs, withoutWeight, optimum, status }) => [
        scientificText(computeFlops, 2),
        withoutWeight > 0 ? `${runs - withoutWeight}/${runs}` : String(runs),
        optimum.scale === null ? '—' : scientificText(optimum.scale, 4),
        optimum.tokens === null ? '—' : scientificText(optimum.tokens, 4),
        optimum.loss === null ? '—' : significant(optimum.loss, 5),
        status,
      ]),
      ink,
    ),
    '',
    ...table(
      ['law', 'exponent', 'interval', 'coefficient', 'interval'],
      [
        ['scale', ...pair(laws.scale.exponent), ...pair(laws.scale.coefficient)],
        ['tokens', ...pair(laws.tokens.exponent), ...pair(laws.tokens.coefficient)],
        ['loss', ...pair(laws.loss.exponent), ...pair(laws.loss.coefficient)],
      ],
      ink,
    ),
    '',
    ink.strong(`At C = ${scientificText(recommendation.computeFlops)} FLOPs`) +
      (recommendation.extrapolation !== null && recommendation.extrapolation > 1
        ? `, ${significant(recommendation.extrapolation, 3)}× beyond the budgets that count`
        : ''),
    ...table(
      ['', 'value', `${Math.round(report.choices.level * 100)}% interval`],
      [
        [`scale ${sweep.metric}`, ...pair(recommendation.modelScale)],
        ['tokens D', ...pair(recommendation.tokens)],
        ['batch B (tokens)', ...pair(recommendation.batchTokens)],
        ['learning rate η', ...pair(recommendation.learningRate)],
      ],
      ink,
    ),
    ...diagnostics.map((one) =>
      ink.faint(`  ${one.severity}: ${en.diagnostics.sentence(one)} [${one.code}]`),
    ),
  ]
  return lines.join('\n')
}

/** A comparison of sweeps as lines. */
export function comparisonText({ corpora, comparisons }: Comparison, ink: Ink): string {
  return [
    ...table(
      ['sweep', 'scale', 'a', 'interval', 'b', 'interval'],
      corpora.map(({ name, metric, laws }) => [
        ...[name, metric, ...pair(laws.scale.exponent), ...pair(laws.tokens.exponent)],
      ]),
      ink,
    ),
    '',
    ...table(
      ['pair', 'a minus a', 'interval', '', 'a told apart?'],
      comparisons.map(({ a, b, exponentDifference: difference, methods, isToldApart }) => [
        ...[`${a} – ${b}`, ...pair(difference)],
        difference.excludesZero === null
          ? (difference.reason ?? '')
          : difference.excludesZero
            ? 'excludes zero'
            : 'holds zero',
        difference.excludesZero === null
          ? ''
          : en.compare.differences.verdicts(
              isToldApart,
              methods.filter((method) => method.exponentDifference.excludesZero === true).length,
              methods.length,
            ),
      ]),
      ink,
    ),
  ].join('\n')
}

/** The published laws as lines. */
export function lawsText(laws: readonly AllocationLaw[], ink: Ink): string {
  return table(
    ['id', 'scale', 'a', 'b', 'fitted over (FLOPs)', 'source'],
    laws.map(({ id, scaleMetric, scale, tokens, fitRange, citation }) => [
      ...[id, scaleMetric, significant(scale.exponent, 4), significant(tokens.exponent, 4)],
      fitRange === null
        ? 'not stated'
        : `${scientificText(fitRange.low, 1)} – ${scientificText(fitRange.high, 1)}`,
      citation,
    ]),
    ink,
  ).join('\n')
}

/** A plan by a published law as lines. */
export function planText({ law, recommendation }: LawPlan, ink: Ink): string {
  const { modelScale, tokens, batchTokens, learningRate, extrapolation } = recommendation
  return [
    `${ink.strong(en.laws.names[law.id])} at C = ${scientificText(recommendation.computeFlops)} FLOPs`,
    ...table(
      ['', 'value', ''],
      [
        [`scale ${law.scaleMetric}`, ...pair(modelScale)],
        ['tokens D', pair(tokens)[0], compactCount(tokens.value ?? Number.NaN)],
        ['batch B (tokens)', ...pair(batchTokens)],
        ['learning rate η', ...pair(learningRate)],
      ],
      ink,
    ),
    extrapolation === null
      ? 'The paper does not say over which compute the law was fitted.'
      : extrapolation > 1
        ? `${significant(extrapolation, 3)}× outside the range that the law was fitted over.`
        : 'Inside the range that the law was fitted over.',
    ink.faint(law.citation),
  ].join('\n')
}

function pair({ value, low, high, reason }: ReportedNumber): [string, string] {
  const text = (number: number): string =>
    number !== 0 && (Math.abs(number) < 1e-3 || Math.abs(number) >= 1e4)
      ? scientificText(number, 4)
      : significant(number, 4)
  return [
    value === null ? '—' : text(value),
    low === null || high === null ? (reason ?? '') : formatRange(low, high, 3),
  ]
}

/** Rows set in columns as wide as their widest cell. */
function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  ink: Ink,
): string[] {
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => (row[i] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `  ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join('  ')}`.trimEnd()
  return [ink.faint(line(headings)), ...rows.map(line)]
}
