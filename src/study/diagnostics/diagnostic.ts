/** Every diagnostic, the gravest first; `docs/methods.md` has a paragraph with this name for each. */
export const DIAGNOSTIC_CODES = [
  'no-budgets',
  'optimum-at-edge',
  'curve-distrusted',
  'few-budgets',
  'methods-disagree',
  'surface-disagrees',
  'far-extrapolation',
  'grid-drifts',
  'optima-leave-law',
  'exponents-do-not-add',
  'shape-does-not-hold',
  'surface-degenerate',
  'surface-flat',
  'compute-disagrees',
  'few-runs',
  'interval-narrow',
  'resamples-without-law',
  'grid-off-centre',
  'grid-wide',
  'curvature-changes',
  'learning-rate-unscaled',
  'batch-unscaled',
  'embedding-share',
  'nats-across-corpora',
  'noise-changes',
  'runs-without-weight',
  'runs-in-no-budget',
  'repetitions',
] as const
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]

/** Something about the data or the fit that a reader must know before believing it. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'warning' | 'note'
  /** Budgets that it is about, FLOPs; empty where it is about the sweep. */
  readonly budgets: readonly number[]
  /** Names of the runs that it is about; empty where it is about no single ones. */
  readonly runs: readonly string[]
  /** The figures of its sentence, in the order that the sentence takes them. */
  readonly values: readonly number[]
  /** What a figure is of, where that is no number: a metric, an estimator, a reason. */
  readonly of: string | null
}

/** A diagnostic with what is not said left out. */
export function diagnostic(
  code: DiagnosticCode,
  severity: Diagnostic['severity'],
  said: Partial<Omit<Diagnostic, 'code' | 'severity'>> = {},
): Diagnostic {
  return { code, severity, budgets: [], runs: [], values: [], of: null, ...said }
}

/** Diagnostics with warnings before notes, and the gravest first among each. */
export function ranked(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = ({ code, severity }: Diagnostic): number =>
    DIAGNOSTIC_CODES.indexOf(code) + (severity === 'warning' ? 0 : DIAGNOSTIC_CODES.length)
  return diagnostics.toSorted((one, other) => rank(one) - rank(other))
}
