import type { Field, Unit } from './field.ts'
import { unitOfWord } from './unitWords.ts'

/** Groups that trackers put before a name: `config.lr`, `summary/val/loss`, `params.n_layer`. */
const TRACKER_GROUPS = new Set([
  ...[
    'config',
    'cfg',
    'summary',
    'metrics',
    'params',
    'tags',
    'mlflow',
    'hparams',
    'args',
    'value',
  ],
  ...['hyperparameters', 'hyperparams', 'parameters', 'training args', 'run', 'results', 'data'],
])

/** A column heading in the forms that an alias is compared with. */
export interface Heading {
  /** Lower case, words separated by one space, without the groups of trackers. */
  readonly whole: string
  /** The last part after a slash or dot; null when the heading has no groups. */
  readonly last: string | null
}

/** Normalises a heading: `summary/val/loss` is "val loss" with the last part "loss". */
export function normalisedHeading(heading: string): Heading {
  const parts = heading.split(/[/.]/).filter((part) => part.trim() !== '')
  // "D/N" is a ratio, not N in a group called D.
  const grouped = parts.length > 1 && parts.slice(0, -1).every((part) => part.trim().length > 1)
  if (!grouped) return { whole: words(heading), last: null }
  while (parts.length > 1 && TRACKER_GROUPS.has(words(parts[0] ?? ''))) parts.shift()
  return { whole: words(parts.join(' ')), last: words(parts.at(-1) ?? '') }
}

/** Lower case, words separated by one space: "trainLoss_nats (val)" is "train loss nats val". */
export function words(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A heading without the unit that it ends in, for a field: "params m" is "params" in millions. */
export interface HeadingWithUnit {
  readonly base: string
  readonly unit: Unit
}

/** The ways of taking up to three last words of a heading as a unit of the field. */
export function headingUnits(field: Field, whole: string): readonly HeadingWithUnit[] {
  const parts = whole.split(' ')
  return [1, 2, 3].flatMap((count) => {
    if (count >= parts.length) return []
    const unit = unitOfWord(field, parts.slice(-count).join(''))
    return unit === null ? [] : [{ base: parts.slice(0, -count).join(' '), unit }]
  })
}
