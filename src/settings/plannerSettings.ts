import * as v from 'valibot'
import { ACCELERATORS } from '../laws/accelerators.ts'
import type { AllocationLawId } from '../laws/allocationLaw.ts'
import { DEEPSEEK } from '../laws/deepseek.ts'
import { HYPERPARAMETER_RULES, type HyperparameterRuleId } from '../laws/hyperparameterRules.ts'
import { ALL_ALLOCATIONS } from '../laws/publishedAllocations.ts'
import { NUMBER_FORMATS, type NumberFormat } from '../planning/cost/clusterBudget.ts'
import { SCHEDULES, type ScheduleId } from '../planning/schedule.ts'

/** Loss surfaces that a plan can be judged by: the sweep's own, and two published ones. */
export const JUDGES = ['own', 'besiroglu', 'chinchilla-3'] as const
export type JudgeId = (typeof JUDGES)[number]

/** What a person can set about a plan, besides the budget. */
export interface PlannerSettings {
  /** The published law that is planned with where the fitted one is not. */
  readonly publishedLawId: AllocationLawId
  /** Whether the plan, and the data quality, lie between the loaded sweeps, where several count alike. */
  readonly plansBetween: boolean
  /** Position between the loaded sweeps in the order of their exponents, 0 the first. */
  readonly corpusPosition: number
  /** Surface that says what choices cost; the sweep's own where it has one. */
  readonly judgeId: JudgeId
  readonly acceleratorId: string
  readonly devices: number
  readonly numberFormat: NumberFormat
  /** Of one device for an hour. */
  readonly devicePrice: number
  /** Power of the site over that of its chips. */
  readonly powerUsage: number
  /** g of CO2 equivalent a kWh. */
  readonly carbonIntensity: number
  /** Tokens. */
  readonly sequenceLength: number
  readonly vocabulary: number
  readonly headSize: number
  /** Key-value heads; 0 for one a head. */
  readonly kvHeads: number
  /** What width and feed-forward are multiples of. */
  readonly sizeMultiple: number
  readonly isTied: boolean
  /** Place of the chosen shape among the ranked ones, from 0. */
  readonly shapeRank: number
  /** Width over layers that ranked shapes lie about. */
  readonly aspectRatio: number
  /** What is given of the shape: 0 where layers or width are looked for, feed-forward 0 for 8/3 of the width. */
  readonly givenLayers: number
  readonly givenWidth: number
  readonly givenFeedForward: number
  readonly ruleId: HyperparameterRuleId
  readonly schedule: ScheduleId
  /** Different tokens that there are; 0 where they do not end. */
  readonly uniqueTokens: number
  /** Tokens that the model will be served for in its life. */
  readonly servedTokens: number
  /** Loss that the plan came to, in the unit of the prediction; 0 before it is known. */
  readonly measuredLoss: number
  /** Compute of all runs of the next sweep, FLOPs. */
  readonly ladderFlops: number
  readonly ladderBudgets: number
  readonly ladderSizes: number
}

export const DEFAULT_PLANNER: PlannerSettings = {
  publishedLawId: DEEPSEEK.id,
  plansBetween: false,
  corpusPosition: 0,
  judgeId: 'own',
  acceleratorId: 'h100-sxm',
  devices: 256,
  numberFormat: 'bf16',
  devicePrice: 2,
  powerUsage: 1.1,
  carbonIntensity: 400,
  sequenceLength: 4096,
  vocabulary: 102_400,
  headSize: 128,
  kvHeads: 8,
  sizeMultiple: 128,
  isTied: false,
  shapeRank: 0,
  aspectRatio: 110,
  givenLayers: 0,
  givenWidth: 0,
  givenFeedForward: 0,
  ruleId: 'deepseek',
  schedule: 'multi-step',
  uniqueTokens: 0,
  servedTokens: 1e12,
  measuredLoss: 0,
  ladderFlops: 1e21,
  ladderBudgets: 6,
  ladderSizes: 7,
}

const between = (low: number, high: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high))
const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer())

/** Ends of what the numbers of a plan may be, for the fields that ask for them. */
export const PLANNER_LIMITS = {
  devices: [1, 10_000_000],
  devicePrice: [0, 10_000],
  powerUsage: [1, 5],
  carbonIntensity: [0, 3000],
  sequenceLength: [1, 100_000_000],
  vocabulary: [1, 100_000_000],
  headSize: [8, 1024],
  kvHeads: [0, 1024],
  sizeMultiple: [1, 4096],
  aspectRatio: [10, 1000],
  givenLayers: [0, 1000],
  givenWidth: [0, 1_000_000],
  givenFeedForward: [0, 10_000_000],
  uniqueTokens: [0, 1e18],
  servedTokens: [0, 1e18],
  measuredLoss: [0, 100],
  ladderFlops: [1e6, 1e28],
  ladderBudgets: [3, 12],
  ladderSizes: [4, 15],
} as const satisfies Partial<Record<keyof PlannerSettings, readonly [number, number]>>

/** Numbers that must be whole. */
export const WHOLE_LIMITS = [
  ...(['devices', 'sequenceLength', 'vocabulary', 'headSize', 'kvHeads', 'sizeMultiple'] as const),
  ...(['ladderBudgets', 'ladderSizes', 'givenLayers', 'givenWidth', 'givenFeedForward'] as const),
] as const

const L = PLANNER_LIMITS

export const PLANNER_SCHEMA = {
  publishedLawId: v.picklist(ALL_ALLOCATIONS.map(({ id }) => id)),
  plansBetween: v.boolean(),
  corpusPosition: between(0, 100),
  judgeId: v.picklist(JUDGES),
  acceleratorId: v.picklist(ACCELERATORS.map(({ id }) => id)),
  devices: whole(...L.devices),
  numberFormat: v.picklist(NUMBER_FORMATS),
  devicePrice: between(...L.devicePrice),
  powerUsage: between(...L.powerUsage),
  carbonIntensity: between(...L.carbonIntensity),
  sequenceLength: whole(...L.sequenceLength),
  vocabulary: whole(...L.vocabulary),
  headSize: whole(...L.headSize),
  kvHeads: whole(...L.kvHeads),
  sizeMultiple: whole(...L.sizeMultiple),
  isTied: v.boolean(),
  shapeRank: whole(0, 20),
  aspectRatio: between(...L.aspectRatio),
  givenLayers: whole(...L.givenLayers),
  givenWidth: whole(...L.givenWidth),
  givenFeedForward: whole(...L.givenFeedForward),
  ruleId: v.picklist(['own', ...HYPERPARAMETER_RULES.map(({ id }) => id)]),
  schedule: v.picklist(SCHEDULES),
  uniqueTokens: between(...L.uniqueTokens),
  servedTokens: between(...L.servedTokens),
  measuredLoss: between(...L.measuredLoss),
  ladderFlops: between(...L.ladderFlops),
  ladderBudgets: whole(...L.ladderBudgets),
  ladderSizes: whole(...L.ladderSizes),
} satisfies { readonly [Key in keyof PlannerSettings]: v.GenericSchema }
