import { parseArgs } from 'node:util'
import { parseComputeBudget } from '../planning/computeBudget.ts'
import { SCALE_METRICS, type ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { INTERVAL_METHODS } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { ISOFLOP_ESTIMATORS, SURFACE_ESTIMATORS } from '../scaling/estimators/estimators.ts'
import { DEFAULT_CHOICES, type StudyChoices } from '../study/choices.ts'

/** What the person asks for, or a sentence on what is wrong with how it was asked. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | { readonly name: 'laws'; readonly json: boolean }
  | {
      readonly name: 'plan'
      readonly json: boolean
      readonly law: string
      readonly computeFlops: number
      /** The sweep of `--law own`. */
      readonly files: readonly string[]
    }
  | {
      readonly name: 'fit' | 'compare'
      readonly json: boolean
      /** Paths; `-` is standard input. */
      readonly files: readonly string[]
      readonly choices: StudyChoices
      readonly pooled: boolean
      readonly computeFlops: number
    }
  | { readonly name: 'wrong'; readonly sentence: string }

/** MFU that turns accelerator time into FLOPs where a budget is typed in it, as on the page. */
const UTILISATION = 0.4
const DEFAULT_BUDGET = '3e21'
/** Fewer have no percentiles worth the name. */
const LEAST_REPLICATES = 20

export const USAGE = `isoflop: scaling laws from your own sweep

  isoflop fit FILE... [--metric M|N|6N1|6N2] [--method ID] [--budget C] [--intervals METHOD] [--replicates N] [--seed N] [--pool] [--json]
  isoflop compare FILE... [the same options] [--json]
  isoflop plan [FILE --law own] --budget C [--law ID] [--json]
  isoflop laws [--json]
  isoflop --help | --version

FILE is whatever the page reads (CSV, JSON, Parquet, XLSX, gzip, logs); - is standard input.
C is a budget such as 3e21, 1.2 ZFLOP or 500 A100-days (at 40% utilisation).
Methods of laws: ${ISOFLOP_ESTIMATORS.map(({ id }) => id).join(', ')};
  of the surface: ${SURFACE_ESTIMATORS.map(({ id }) => id).join(', ')}.
Intervals: ${INTERVAL_METHODS.join(', ')}. --pool keeps populations of a file in one sweep.
Exit: 0; 1 for data that cannot be analysed; 2 for wrong usage.`

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  pool: { type: 'boolean' },
  metric: { type: 'string' },
  method: { type: 'string' },
  intervals: { type: 'string' },
  replicates: { type: 'string' },
  seed: { type: 'string' },
  budget: { type: 'string' },
  law: { type: 'string' },
} as const

/** Reads the arguments of the command line; never throws. */
export function commandOf(args: readonly string[]): Command {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [name, ...files] = positionals
  if (values.help === true) return { name: 'help' }
  if (values.version === true) return { name: 'version' }
  const json = values.json === true
  const budget = parseComputeBudget(values.budget ?? DEFAULT_BUDGET, UTILISATION)
  if (budget.status !== 'read') return wrong(`“${values.budget ?? ''}” is not a budget.`)
  const computeFlops = budget.flops
  if (name === 'laws') return { name, json }
  if (name === 'plan') {
    if (values.budget === undefined) return wrong('plan needs --budget, such as --budget 3e21.')
    const law = values.law ?? (files.length > 0 ? 'own' : 'deepseek')
    return { name, json, law, computeFlops, files }
  }
  if (name !== 'fit' && name !== 'compare') {
    return wrong(name === undefined ? 'Nothing was asked for.' : `“${name}” is no command.`)
  }
  if (files.length === 0) return wrong(`${name} needs a file.`)
  const metric = SCALE_METRICS.find((one) => one === values.metric)
  if (values.metric !== undefined && metric === undefined) {
    return wrong(`“${values.metric}” is no metric: ${SCALE_METRICS.join(', ')}.`)
  }
  const curves = ISOFLOP_ESTIMATORS.find(({ id }) => id === values.method)
  const surface = SURFACE_ESTIMATORS.find(({ id }) => id === values.method)
  if (values.method !== undefined && curves === undefined && surface === undefined)
    return wrong(`“${values.method ?? ''}” is no method.`)
  const intervalMethod = INTERVAL_METHODS.find(
    (one) => one === (values.intervals ?? DEFAULT_CHOICES.intervalMethod),
  )
  if (intervalMethod === undefined) {
    return wrong(`“${values.intervals ?? ''}” makes no intervals: ${INTERVAL_METHODS.join(', ')}.`)
  }
  const replicates = Number(values.replicates ?? DEFAULT_CHOICES.replicates)
  if (!Number.isSafeInteger(replicates) || replicates < LEAST_REPLICATES) {
    return wrong(
      `“${values.replicates ?? ''}” is no number of replicates: ${LEAST_REPLICATES} or more.`,
    )
  }
  const seed = Number(values.seed ?? DEFAULT_CHOICES.seed)
  if (!Number.isSafeInteger(seed))
    return wrong(`“${values.seed ?? ''}” is no seed: a whole number.`)
  const choices: StudyChoices = {
    ...DEFAULT_CHOICES,
    ...{
      metric: metric ?? (null satisfies ScaleMetric | null),
      ...(curves && { estimator: curves.id }),
    },
    ...(surface && { surfaceMethod: surface.id }),
    ...{ intervalMethod, replicates, seed },
  }
  return { name, json, files, choices, pooled: values.pool === true, computeFlops }
}

function wrong(sentence: string): Command {
  return { name: 'wrong', sentence }
}
