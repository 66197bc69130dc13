import { numberWritten } from '../notation/parseNumber.ts'
import { ACCELERATORS, type Accelerator } from '../laws/accelerators.ts'
import { PF_DAY_FLOPS } from '../laws/kaplan.ts'

/** Range of compute budgets that the page plans for, FLOPs. */
export const MIN_BUDGET = 1e6
export const MAX_BUDGET = 1e28

/** How a typed budget was understood. */
export type BudgetReading =
  | { readonly kind: 'flops' }
  | {
      readonly kind: 'accelerators'
      readonly accelerator: Accelerator
      /** Device-days in all. */
      readonly deviceDays: number
      /** Dense peak that was used, FLOP/s, and its number format. */
      readonly peak: number
      readonly format: 'bf16' | 'fp16'
      readonly utilisation: number
    }

export type ParsedBudget =
  | { readonly status: 'read'; readonly flops: number; readonly reading: BudgetReading }
  | {
      readonly status: 'unreadable'
      readonly reason: 'not-a-budget' | 'unknown-accelerator' | 'out-of-range'
      /** The part that was not understood. */
      readonly found: string
    }

/** FLOPs per unit; `zflop` passes for zetta, but `m` is milli and never mega. */
const FLOP_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
  Y: 1e24,
  R: 1e27,
}

const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
}

/** What stands before a device: a number as `parseNumber` reads it, without spaces within. */
const COUNT = String.raw`(\d[\d.,_]*(?:e[+-]?\d+)?[kmbt]?|\.\d+)`
/** Between a count and what is counted: `64 H100`, `64 × H100`, `64x H100`, `64H100`. */
const OF = String.raw`(?:\s*×\s*|\s+x\s+|x\s*|\s+|(?=[a-z]+[0-9]))`
const FLOPS = new RegExp(`^(.+?)\\s*([kMGTPEZYR]?)flops?$`, 'i')
const PF_DAYS = new RegExp(`^(.+?)\\s*(?:PF|PFLOPS?|petaflops?)(?:/s)?[\\s-]*days?$`, 'i')
const DEVICE_TIME = new RegExp(`^${COUNT}${OF}(.+?)[\\s-]+(hour|day|week|month|year)s?$`, 'i')
const DEVICES_FOR = new RegExp(
  `^${COUNT}${OF}(.+?)\\s+for\\s+${COUNT}\\s+(hour|day|week|month|year)s?$`,
  'i',
)

/**
 * Reads a compute budget as people write it: `3e21`, `3 × 10^21`, `1.2 ZFLOP`, `2 PF-days`,
 * `500 A100-days`, `64 H100 for 30 days`.
 *
 * Accelerator time counts at the dense bf16 peak (fp16 where a chip has no bf16) times
 * `utilisation` (0..1). Unreadable text and budgets outside 1e6..1e28 FLOPs come back with a
 * reason; never throws.
 */
export function parseComputeBudget(text: string, utilisation: number): ParsedBudget {
  const clean = plainText(text)
  const devices = readDevices(clean, utilisation)
  if (devices !== null) return devices
  const flops = readFlops(clean)
  if (flops === null) return { status: 'unreadable', reason: 'not-a-budget', found: text.trim() }
  return inRange(flops, { kind: 'flops' }, text)
}

function readFlops(text: string): number | null {
  const pfDays = PF_DAYS.exec(text)
  if (pfDays !== null) return times(readNumber(pfDays[1] ?? ''), PF_DAY_FLOPS)
  const flops = FLOPS.exec(text)
  if (flops !== null) {
    const prefix = flops[2] ?? ''
    if (prefix === 'm') return null
    const factor =
      FLOP_UNITS[prefix] ?? FLOP_UNITS[prefix.toUpperCase()] ?? FLOP_UNITS[prefix.toLowerCase()]
    return times(readNumber(flops[1] ?? ''), factor ?? Number.NaN)
  }
  return readNumber(text)
}

function readDevices(text: string, utilisation: number): ParsedBudget | null {
  if (PF_DAYS.test(text)) return null
  const devicesFor = DEVICES_FOR.exec(text)
  const deviceTime = devicesFor ?? DEVICE_TIME.exec(text)
  if (deviceTime === null) return null
  const [, counted = '', name = '', ...rest] = deviceTime
  const count = readNumber(counted)
  const time = devicesFor === null ? 1 : readNumber(rest[0] ?? '')
  const unit = (devicesFor === null ? rest[0] : rest[1]) ?? ''
  if (count === null || time === null) return null
  const accelerator = findAccelerator(name)
  if (accelerator === null)
    return { status: 'unreadable', reason: 'unknown-accelerator', found: name }
  const { bf16, fp16 } = accelerator.denseFlops
  const peak = bf16 ?? fp16 ?? Number.NaN
  const deviceDays = count * time * (DAYS[unit.toLowerCase()] ?? Number.NaN)
  return inRange(
    deviceDays * 86_400 * peak * utilisation,
    {
      kind: 'accelerators',
      accelerator,
      deviceDays,
      peak,
      format: bf16 === undefined ? 'fp16' : 'bf16',
      utilisation,
    },
    text,
  )
}

/** By any of its names; as it stands first, because the S of `L40S` is not a plural. */
function findAccelerator(name: string): Accelerator | null {
  const key = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const wanted = [name, name.replace(/s$/i, ''), name.replace(/[\s-]+(?:gpu|chip)s?$/i, '')]
  for (const form of wanted.map(key)) {
    const known = ACCELERATORS.find(({ id, name: full, aliases }) =>
      [id, full, ...aliases].some((candidate) => key(candidate) === form),
    )
    if (known !== undefined) return known
  }
  return null
}

function inRange(flops: number, reading: BudgetReading, text: string): ParsedBudget {
  if (!Number.isFinite(flops) || flops < MIN_BUDGET || flops > MAX_BUDGET) {
    return { status: 'unreadable', reason: 'out-of-range', found: text.trim() }
  }
  return { status: 'read', flops, reading }
}

/** A number as in any cell (`3e21`, `1,000`, `3 × 10^21`, `2.5 B`); null when it is none above or at 0. */
function readNumber(text: string): number | null {
  const number = numberWritten(text.replace(/\s*\^\s*/g, '^'))
  return number === null || /^\s*[-+−]/.test(text) ? null : number
}

function times(value: number | null, factor: number): number | null {
  return value === null || Number.isNaN(factor) ? null : value * factor
}

/** Unicode superscripts as ^digits, other spaces as a space, so that one grammar reads all. */
function plainText(text: string): string {
  const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  return text
    .replace(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (run) => `^${Array.from(run, (digit) => superscripts.indexOf(digit)).join('')}`,
    )
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim()
}
