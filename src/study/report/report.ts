import { DEEPSEEK_HYPERPARAMETERS } from '../../laws/hyperparameterLaw.ts'
import { recommend } from '../../planning/recommend.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { budgetFlops } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { IsoFlopProfile } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { PowerLawFit } from '../../scaling/estimators/overCompute/allocationFit.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { fittedAllocation, surfaceAllocation } from '../fittedAllocation.ts'
import { backtest } from '../checks/backtest.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { StudyMethods } from '../methodLaws.ts'
import {
  reportedBacktest,
  reportedFlatness,
  type ReportedBacktest,
  type ReportedFlatness,
} from './reportedChecks.ts'
import {
  reportedLaw,
  reportedLossLaw,
  type ReportedLaw,
  type ReportedLossLaw,
} from './reportedLaws.ts'
import { reportedMethods, type ReportedMethod } from './reportedMethods.ts'
import { none, type ReportedNumber } from './reportedNumber.ts'
import { reportedParametric, type ReportedParametric } from './reportedParametric.ts'
import type { StudyChoices } from '../choices.ts'
import type { Study } from '../study.ts'

/** Version of the report; a change that takes something away needs a new one. */
export const REPORT_SCHEMA = 'isoflop.analysis/1'

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

/** A law through minima, and how many there are. */
export interface ReportedOptimaLaw extends ReportedLaw {
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
    readonly scale: ReportedOptimaLaw
    readonly tokens: ReportedOptimaLaw
    readonly loss: ReportedLossLaw & { readonly form: string | null }
  }
  readonly parametric: ReportedParametric
  readonly methods: readonly ReportedMethod[]
  readonly flatness: ReportedFlatness
  readonly backtest: ReportedBacktest
  /** The gravest first. */
  readonly diagnostics: readonly Diagnostic[]
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

/** What was computed of a study besides its curves; null where it was not. */
export interface StudyResults {
  readonly replicates: LawReplicates | null
  readonly methods: StudyMethods | null
}

/** The report of a study. */
export function reportOf(
  study: Study,
  choices: StudyChoices,
  { replicates, methods }: StudyResults,
  context: ReportContext,
): Report {
  const { settings, analysis, kind, runs } = study
  const { level } = choices
  const law = (fit: PowerLawFit | undefined, quantity: 'scale' | 'tokens'): ReportedOptimaLaw => {
    const fitted = fit?.status === 'fitted' ? fit : null
    const reason = fit?.status === 'unfittable' ? fit.reason : (kind ?? 'no-runs')
    return {
      ...reportedLaw(fitted, reason, replicates?.[quantity], level),
      optima: fitted?.count ?? 0,
    }
  }
  const loss = analysis?.laws.loss
  const noLoss = loss?.status === 'unfittable' ? loss.reason : (kind ?? 'no-runs')
  const lossLaw = loss?.status === 'fitted' ? loss : null
  const results = { replicates, methods }
  const recommendation = recommendationOf(study, choices, results, context.computeFlops)
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
      loss: {
        form: lossLaw?.form ?? null,
        ...reportedLossLaw(lossLaw, noLoss, replicates?.loss, level),
      },
    },
    parametric: reportedParametric(
      methods?.surface ?? null,
      choices.surfaceMethod,
      methods === null ? 'not-computed' : (kind ?? 'no-runs'),
      level,
    ),
    methods: reportedMethods(methods?.methods ?? [], choices),
    flatness: reportedFlatness(study, methods?.surface ?? null, context.computeFlops),
    backtest: reportedBacktest(backtest(study, choices, replicates)),
    diagnostics: diagnose(study, choices, {
      ...{ replicates, methods, lossUnit: context.lossUnit },
      extrapolation: recommendation.extrapolation,
    }),
    recommendation,
  }
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

/** A report is of one sweep, which it names itself. */
const UNNAMED = { id: '', name: '' }

function recommendationOf(
  { analysis, settings, kind, taking }: Study,
  { level, surfaceMethod }: StudyChoices,
  { replicates: ofOptima, methods }: StudyResults,
  computeFlops: number,
): Report['recommendation'] {
  const byOptima = analysis === null ? null : fittedAllocation(UNNAMED, analysis, settings)
  const bySurface = methods?.methods.find(({ id }) => id === surfaceMethod) ?? null
  // A sweep without budgets is planned by its surface.
  const law =
    kind === 'scattered' && bySurface !== null
      ? surfaceAllocation(UNNAMED, bySurface, settings.metric, taking)
      : byOptima
  const replicates = law === byOptima ? ofOptima : (bySurface?.replicates ?? null)
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
