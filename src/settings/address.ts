import * as v from 'valibot'
import { DEFAULT_SWEEP_CHOICES, type SweepChoices } from '../study/choices.ts'
import {
  DEFAULT_SETTINGS,
  PAGE_SCHEMA,
  SWEEP_SCHEMA,
  VIEW_IDS,
  type PageSettings,
  type ViewId,
} from './pageSettings.ts'

/** What an address says, and which of its parts could not be read. */
export interface ReadAddress {
  readonly page: Partial<PageSettings>
  /** Choices about the fit of the sweep that is shown. */
  readonly sweep: Partial<SweepChoices>
  /** Parts that fall back to what they were, with their text. */
  readonly wrong: readonly { readonly name: string; readonly text: string }[]
}

/** How a setting stands in an address. */
interface AddressPart {
  readonly name: string
  /** Text to a value for the schema to judge. */
  readonly parse: (text: string) => unknown
  readonly print: (value: never) => string
}

const number = (name: string): AddressPart => ({
  name,
  parse: (text) => (text.trim() === '' ? Number.NaN : Number(text)),
  print: String,
})
const word = (name: string): AddressPart => ({ name, parse: (text) => text, print: String })
const flag = (name: string): AddressPart => ({
  name,
  parse: (text) => (text === 'yes' ? true : text === 'no' ? false : text),
  print: (value: boolean) => (value ? 'yes' : 'no'),
})

type PagePart = Exclude<keyof PageSettings, 'view'>

const PAGE_PARTS: Readonly<Record<PagePart, AddressPart>> = {
  theme: word('theme'),
  language: word('lang'),
  computeFlops: number('budget'),
  quality: number('quality'),
  pinBudget: number('pin'),
  showsAllCorpora: flag('corpora'),
  plansWithFit: flag('fitted'),
  utilisation: number('mfu'),
  comparedLawId: word('law'),
  showsRatios: flag('ratios'),
  showsEstimators: flag('estimators'),
  flatness: number('flat'),
  measuredAlike: word('alike'),
  publishedLawId: word('by'),
  plansBetween: flag('between'),
  corpusPosition: number('position'),
  judgeId: word('judge'),
  acceleratorId: word('chip'),
  devices: number('devices'),
  numberFormat: word('format'),
  devicePrice: number('price'),
  powerUsage: number('pue'),
  carbonIntensity: number('carbon'),
  sequenceLength: number('length'),
  vocabulary: number('vocabulary'),
  headSize: number('head'),
  kvHeads: number('kv'),
  sizeMultiple: number('multiple'),
  isTied: flag('tied'),
  shapeRank: number('shape'),
  aspectRatio: number('aspect'),
  givenLayers: number('layers'),
  givenWidth: number('width'),
  givenFeedForward: number('ff'),
  ruleId: word('rule'),
  schedule: word('schedule'),
  uniqueTokens: number('unique'),
  servedTokens: number('served'),
  measuredLoss: number('measured'),
  ladderFlops: number('ladder'),
  ladderBudgets: number('rungs'),
  ladderSizes: number('sizes'),
  intervalMethod: word('intervals'),
  replicates: number('replicates'),
  seed: number('seed'),
  level: number('level'),
}

const SWEEP_PARTS: Readonly<Record<keyof SweepChoices, AddressPart>> = {
  metric: word('metric'),
  window: {
    name: 'window',
    parse: (text) => (text === 'all' ? text : { factor: Number(text) }),
    print: (window: SweepChoices['window']) => (window === 'all' ? window : String(window.factor)),
  },
  estimator: word('curve'),
  surfaceMethod: word('surface'),
  budgetCompute: word('compute'),
  budgetTolerance: number('tolerance'),
}

/**
 * Reads the part of an address after `#`: `/plan?budget=1e24&quality=1.5`. Numbers keep every digit.
 * A part that is unreadable or out of range is left out and told; parts that nobody knows are ignored.
 */
export function readAddress(hash: string): ReadAddress {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const parameters = new URLSearchParams(query)
  const wrong: { name: string; text: string }[] = []
  const read = <Key extends string>(
    parts: Readonly<Record<Key, AddressPart>>,
    schema: Readonly<Record<Key, v.GenericSchema>>,
  ): Partial<Record<Key, unknown>> => {
    const found: Partial<Record<Key, unknown>> = {}
    for (const [key, { name, parse }] of Object.entries(parts) as [Key, AddressPart][]) {
      const text = parameters.get(name)
      if (text === null) continue
      const judged = v.safeParse(schema[key], parse(text))
      if (judged.success) found[key] = judged.output
      else wrong.push({ name, text })
    }
    return found
  }
  const page = read(PAGE_PARTS, PAGE_SCHEMA) as Partial<PageSettings>
  const sweep = read(SWEEP_PARTS, SWEEP_SCHEMA) as Partial<SweepChoices>
  if (path === '') return { page, sweep, wrong }
  const view = VIEW_IDS.find((id) => id === path)
  if (view === undefined) return { page, sweep, wrong: [{ name: 'view', text: path }, ...wrong] }
  return { page: { ...page, view }, sweep, wrong }
}

/** The address of a screen, from `#` on: what differs from the defaults, to the last digit. */
export function printAddress(page: PageSettings, sweep: Partial<SweepChoices>): string {
  const parameters = new URLSearchParams()
  const print = <Settings extends object>(
    parts: Readonly<Record<string, AddressPart>>,
    settings: Settings,
    defaults: Settings,
  ): void => {
    for (const [key, part] of Object.entries(parts)) {
      const value = settings[key as keyof Settings]
      const usual = defaults[key as keyof Settings]
      if (value === undefined || JSON.stringify(value) === JSON.stringify(usual)) continue
      parameters.set(part.name, part.print(value as never))
    }
  }
  print(PAGE_PARTS, page, DEFAULT_SETTINGS)
  print(SWEEP_PARTS, { ...DEFAULT_SWEEP_CHOICES, ...sweep }, DEFAULT_SWEEP_CHOICES)
  const query = parameters.toString()
  return `${viewAddress(page.view)}${query === '' ? '' : `?${query}`}`
}

/** The address of a view as a person may type it. */
export function viewAddress(view: ViewId): string {
  return `#/${view}`
}
