import { LANGUAGES, THEMES, type Language, type Theme } from './appearance.ts'
import * as v from 'valibot'
import { DEEPSEEK } from '../laws/deepseek.ts'
import { PUBLISHED_ALLOCATIONS } from '../laws/publishedAllocations.ts'
import { MAX_BUDGET, MIN_BUDGET } from '../planning/computeBudget.ts'
import { INTERVAL_METHODS } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { SURFACE_METHODS } from '../scaling/estimators/surface/fitSurface.ts'
import { PROFILE_ESTIMATORS } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { DEFAULT_PLANNER, PLANNER_SCHEMA, type PlannerSettings } from './plannerSettings.ts'
import { FLATNESS } from '../study/checks/flatness.ts'
import {
  DEFAULT_INTERVAL_CHOICES,
  type IntervalChoices,
  type SweepChoices,
} from '../study/choices.ts'

/** Whether losses of different files were measured on one text, with one tokenizer where it matters. */
export const MEASURED_ALIKE = ['unsaid', 'yes', 'no'] as const
export type MeasuredAlike = (typeof MEASURED_ALIKE)[number]

/** The views of the page by their addresses. */
export const VIEW_IDS = ['explore', 'plan', 'compare'] as const
export type ViewId = (typeof VIEW_IDS)[number]

/** What a person can set that is not about one sweep, and a link carries. */
export interface PageSettings extends IntervalChoices, PlannerSettings {
  readonly view: ViewId
  readonly theme: Theme
  /** The language of the page, or that of the browser where none is chosen. */
  readonly language: Language | 'browser'
  /** Compute budget of the recommendation, FLOPs. */
  readonly computeFlops: number
  /** Position between published corpora: 0 early data, 1 current data, 2 OpenWebText2. */
  readonly quality: number
  /** Budget at which laws of which only the exponent is published are assumed to meet, FLOPs. */
  readonly pinBudget: number
  /** Whether the laws of all published corpora are drawn, not only that of the position. */
  readonly showsAllCorpora: boolean
  /** Whether the recommendation is read from the law fitted to the sweep, where it has one. */
  readonly plansWithFit: boolean
  /** Model FLOPs utilisation that turns accelerator time into FLOPs, 0..1. */
  readonly utilisation: number
  /** The published law that stands in full colour beside the fit. */
  readonly comparedLawId: string
  /** Whether laws are shown as ratios to the fitted one. */
  readonly showsRatios: boolean
  /** Whether exponents are compared by every estimator, not only by the one in use. */
  readonly showsEstimators: boolean
  /** Share of the compute that a choice of scale may waste and still count as flat. */
  readonly flatness: number
  /** What a person says of the losses of different files. */
  readonly measuredAlike: MeasuredAlike
}

export const DEFAULT_SETTINGS: PageSettings = {
  view: 'explore',
  theme: 'system',
  language: 'browser',
  computeFlops: 3e21,
  quality: 1,
  pinBudget: 1e20,
  showsAllCorpora: false,
  plansWithFit: true,
  utilisation: 0.4,
  comparedLawId: DEEPSEEK.id,
  showsRatios: false,
  showsEstimators: false,
  flatness: FLATNESS,
  measuredAlike: 'unsaid',
  ...DEFAULT_PLANNER,
  ...DEFAULT_INTERVAL_CHOICES,
}

const between = (low: number, high: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high))

/** What each setting may be; the one place that says so. */
export const PAGE_SCHEMA = {
  view: v.picklist(VIEW_IDS),
  theme: v.picklist(THEMES),
  language: v.picklist(['browser', ...LANGUAGES]),
  computeFlops: between(MIN_BUDGET, MAX_BUDGET),
  quality: between(0, 2),
  pinBudget: between(MIN_BUDGET, MAX_BUDGET),
  showsAllCorpora: v.boolean(),
  plansWithFit: v.boolean(),
  utilisation: between(0.01, 1),
  comparedLawId: v.picklist(PUBLISHED_ALLOCATIONS.map(({ id }) => id)),
  showsRatios: v.boolean(),
  showsEstimators: v.boolean(),
  flatness: between(0.0001, 0.5),
  measuredAlike: v.picklist(MEASURED_ALIKE),
  ...PLANNER_SCHEMA,
  intervalMethod: v.picklist(INTERVAL_METHODS),
  replicates: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(20_000)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)),
  level: between(0.5, 0.999),
} satisfies { readonly [Key in keyof PageSettings]: v.GenericSchema }

/** What each choice about the fit of a sweep may be. */
export const SWEEP_SCHEMA = {
  metric: v.nullable(v.picklist(['M', 'N', '6N1', '6N2'])),
  window: v.union([v.literal('all'), v.object({ factor: between(1.1, 1e6) })]),
  estimator: v.picklist(PROFILE_ESTIMATORS),
  surfaceMethod: v.picklist(SURFACE_METHODS),
  budgetCompute: v.picklist(['nominal', 'realised']),
  budgetTolerance: between(0.001, 1),
} satisfies { readonly [Key in keyof SweepChoices]: v.GenericSchema }
