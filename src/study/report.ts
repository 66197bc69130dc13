import { DEEPSEEK_HYPERPARAMETERS } from '../laws/hyperparameterLaw.ts'
import { percentiles } from '../numerics/percentileInterval.ts'
import { recommend } from '../planning/recommend.ts'
import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { budgetFlops } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type { IsoFlopProfile } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { ISOFLOP_ESTIMATORS } from '../scaling/estimators/estimators.ts'
import type { PowerLawFit } from '../scaling/estimators/overCompute/allocationFit.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { fittedAllocation } from './fittedAllocation.ts'
import type { Study, StudyChoices } from './study.ts'

/** Version of the report; a change that takes something away needs a new one. */
export const REPORT_SCHEMA = 'isoflop.analysis/1'

/** A number with its interval; what does not exist is null, and `reason` says why. */
export interface ReportedNumber {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly reason?: string
}

/** Something about the data that a reader must know. */
export interface ReportIssue {
  readonly severity: string
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: string
}

export interface ReportedProfile {
  /** Nominal or realised budget, FLOPs, as chosen. */
  readonly computeFlops: number
  readonly runs: number
  readonly withoutWeight: number
  /** `counts`, `edge`, `no-minimum`, `unfittable`, or why the curve is distrusted. */
  readonly status: string
  readonly optimum: {
    readonly scale: number | null
    readonly tokens: number | null
    readonly loss: number | null
    readonly isInterior: boolean
  }
}

export interface ReportedLaw {
  readonly exponent: ReportedNumber
  readonly coefficient: ReportedNumber
  readonly optima: number
}

/** The analysis of a sweep as plain data; `docs/report.md` describes it. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA
  readonly sweep: {
    readonly name: string
    readonly kind: string | null
    readonly runs: number
    readonly excluded: number
    readonly metric: ScaleMetric
    readonly lossUnit: string
    readonly issues: readonly ReportIssue[]
  }
  readonly choices: StudyChoices
  readonly profiles: readonly ReportedProfile[]
  readonly laws: {
    readonly scale: ReportedLaw
    readonly tokens: ReportedLaw
    readonly loss: {
      readonly form: string | null
      readonly irreducible: ReportedNumber
      readonly coefficient: ReportedNumber
      readonly exponent: ReportedNumber
    }
  }
  readonly methods: readonly {
    readonly id: string
    readonly name: string
    readonly interval: string | null
    readonly inUse: boolean
  }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: 'note' | 'warning'
    readonly computeFlops?: number
    readonly value?: number
  }[]
  readonly recommendation: {
    readonly computeFlops: number
    readonly extrapolation: number | null
    readonly modelScale: ReportedNumber
    readonly tokens: ReportedNumber
    readonly batchTokens: ReportedNumber
    readonly learningRate: ReportedNumber
  }
}

/** What a report is made of besides the study. */
export interface ReportContext {
  readonly name: string
  readonly lossUnit: string
  /** Rows of the file that gave no run, and runs set aside. */
  readonly excluded: number
  readonly issues: readonly ReportIssue[]
  /** Budget of the recommendation, FLOPs. */
  readonly computeFlops: number
}

/** The report of a study with the replicates of its laws (null where they were not computed). */
export function reportOf(
  study: Study,
  choices: StudyChoices,
  replicates: LawReplicates | null,
  context: ReportContext,
): Report {
  const { settings, analysis, kind, runs } = study
  const interval = (
    value: number,
    columns: ArrayLike<number> | undefined,
    as: (value: number) => number = (x) => x,
  ): ReportedNumber => {
    const ends = columns === undefined ? null : percentiles(columns, choices.level)
    if (ends === null) return { value, low: null, high: null, reason: 'no-interval' }
    return { value, low: as(ends.low), high: as(ends.high) }
  }
  const law = (fit: PowerLawFit | undefined, quantity: 'scale' | 'tokens'): ReportedLaw => {
    if (fit?.status !== 'fitted') {
      const missing = none(fit === undefined ? (kind ?? 'no-runs') : fit.reason)
      return { exponent: missing, coefficient: missing, optima: 0 }
    }
    return {
      exponent: interval(fit.exponent, replicates?.[quantity].exponent),
      coefficient: interval(fit.coefficient, replicates?.[quantity].logCoefficient, Math.exp),
      optima: fit.count,
    }
  }
  const loss = analysis?.laws.loss
  const noLoss = none(
    loss === undefined ? (kind ?? 'no-runs') : loss.status === 'fitted' ? '' : loss.reason,
  )
  return {
    schema: REPORT_SCHEMA,
    sweep: {
      ...{ name: context.name, kind, runs: runs.length, excluded: context.excluded },
      ...{ metric: settings.metric, lossUnit: context.lossUnit, issues: context.issues },
    },
    choices,
    profiles: (analysis?.scaleProfiles ?? []).map((profile, i) =>
      profileOf(profile, analysis?.tokensProfiles[i], study),
    ),
    laws: {
      scale: law(analysis?.laws.scale, 'scale'),
      tokens: law(analysis?.laws.tokens, 'tokens'),
      loss:
        loss?.status === 'fitted'
          ? {
              form: loss.form,
              irreducible: interval(loss.irreducible, replicates?.loss.irreducible),
              coefficient: interval(loss.coefficient, replicates?.loss.logCoefficient, Math.exp),
              exponent: interval(loss.exponent, replicates?.loss.exponent),
            }
          : { form: null, irreducible: noLoss, coefficient: noLoss, exponent: noLoss },
    },
    methods: ISOFLOP_ESTIMATORS.map(({ id, name }) => ({
      ...{ id, name, interval: replicates?.origin ?? null, inUse: id === settings.estimator },
    })),
    diagnostics: diagnosticsOf(study, replicates),
    recommendation: recommendationOf(study, choices, replicates, context.computeFlops),
  }
}

function none(reason: string): ReportedNumber {
  return { value: null, low: null, high: null, reason }
}

function profileOf(
  profile: IsoFlopProfile,
  tokensProfile: IsoFlopProfile | undefined,
  { settings }: Study,
): ReportedProfile {
  const { fit, fitted, withoutWeight } = profile
  const optimum = fit.status === 'fitted' ? fit.optimum : null
  const tokens = tokensProfile?.fit.status === 'fitted' ? tokensProfile.fit.optimum.at : null
  return {
    computeFlops: budgetFlops(profile, settings),
    runs: fitted.length,
    withoutWeight: withoutWeight.length,
    status: statusOf(profile),
    optimum: {
      ...{ scale: optimum?.at ?? null, tokens, loss: optimum?.loss ?? null },
      isInterior: optimum?.interior ?? false,
    },
  }
}

function statusOf({ fit }: IsoFlopProfile): string {
  if (fit.status !== 'fitted') return fit.status
  if (fit.distrust !== null) return fit.distrust.kind
  return fit.optimum.interior ? 'counts' : 'edge'
}

function diagnosticsOf(study: Study, replicates: LawReplicates | null): Report['diagnostics'] {
  const { analysis, kind, settings, grouping } = study
  if (kind !== 'isoflop' || analysis === null) {
    return [{ code: `kind-${kind ?? 'none'}`, severity: 'warning' }]
  }
  const ofProfiles = analysis.scaleProfiles.flatMap((profile): Report['diagnostics'] => {
    const computeFlops = budgetFlops(profile, settings)
    const status = statusOf(profile)
    const told: Report['diagnostics'][number][] = []
    if (status !== 'counts')
      told.push({ code: `profile-${status}`, severity: 'warning', computeFlops })
    if (profile.withoutWeight.length > 0) {
      const value = profile.withoutWeight.length
      told.push({ code: 'runs-without-weight', severity: 'note', computeFlops, value })
    }
    return told
  })
  const others: Report['diagnostics'][number][] = []
  if (grouping.ungrouped.length > 0) {
    others.push({ code: 'runs-in-no-budget', severity: 'note', value: grouping.ungrouped.length })
  }
  if (replicates !== null && replicates.failed > 0) {
    const value = replicates.failed / replicates.replicates
    others.push({
      code: 'resamples-without-law',
      severity: value > 0.05 ? 'warning' : 'note',
      value,
    })
  }
  return [...ofProfiles, ...others]
}

/** A report is of one sweep, which it names itself. */
const UNNAMED = { id: '', name: '' }

function recommendationOf(
  { analysis, settings, kind }: Study,
  { level }: StudyChoices,
  replicates: LawReplicates | null,
  computeFlops: number,
): Report['recommendation'] {
  const law = analysis === null ? null : fittedAllocation(UNNAMED, analysis, settings)
  if (law === null) {
    const scale = analysis?.laws.scale
    const missing = none(
      kind !== 'isoflop'
        ? (kind ?? 'no-runs')
        : scale?.status === 'unfittable'
          ? scale.reason
          : 'too-few-optima',
    )
    return {
      ...{ computeFlops, extrapolation: null, modelScale: missing, tokens: missing },
      ...{ batchTokens: missing, learningRate: missing },
    }
  }
  const { scale, tokens, scaleMetric, range } = law
  const plan = recommend({
    ...{ computeFlops, level, replicates, scale, tokens, scaleMetric, fittedRange: range },
    hyperparameters: DEEPSEEK_HYPERPARAMETERS,
  })
  const reported = ({ value, interval }: (typeof plan)['scale'], reason: string): ReportedNumber =>
    interval === null
      ? { value, low: null, high: null, reason }
      : { value, low: interval.low, high: interval.high }
  return {
    ...{ computeFlops, extrapolation: plan.extrapolation },
    modelScale: reported(plan.scale, 'no-interval'),
    tokens: reported(plan.tokens, 'no-interval'),
    batchTokens: reported(plan.batchTokens, 'published-without-interval'),
    learningRate: reported(plan.learningRate, 'published-without-interval'),
  }
}
