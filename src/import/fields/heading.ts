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
  /** The whole, and the last part, with what each may end in. */
  readonly forms: readonly HeadingForm[]
}

/** A heading, or its last part, as text and as text before a unit. */
export interface HeadingForm {
  /** Without spaces. */
  readonly squashed: string
  readonly endings: readonly HeadingEnding[]
}

/** Normalises a heading: `summary/val/loss` is "val loss" with the last part "loss". */
export function normalisedHeading(heading: string): Heading {
  const parts = heading.split(/[/.]/).filter((part) => part.trim() !== '')
  // "D/N" is a ratio, not N in a group called D.
  const grouped = parts.length > 1 && parts.slice(0, -1).every((part) => part.trim().length > 1)
  if (!grouped) return headingOf(words(heading), null)
  while (parts.length > 1 && TRACKER_GROUPS.has(words(parts[0] ?? ''))) parts.shift()
  return headingOf(words(parts.join(' ')), words(parts.at(-1) ?? ''))
}

function headingOf(whole: string, last: string | null): Heading {
  return { whole, last, forms: (last === null ? [whole] : [whole, last]).map(headingForm) }
}

function headingForm(text: string): HeadingForm {
  return { squashed: squash(text), endings: headingEndings(text) }
}

/** Text without its spaces, in which spellings differ: "learning rate" and "learningrate". */
export function squash(text: string): string {
  return text.replaceAll(' ', '')
}

/** Lower case, words separated by one space: "trainLoss_nats (val)" is "train loss nats val". */
export function words(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A heading without its last words, which may be a unit: "params m" is "params" and "m". */
export interface HeadingEnding {
  readonly base: string
  /** The words at the end, without the spaces between them. */
  readonly ending: string
}

/** The ways of taking up to three last words of a heading from it. */
function headingEndings(heading: string): readonly HeadingEnding[] {
  const parts = heading.split(' ')
  return [1, 2, 3]
    .filter((count) => count < parts.length)
    .map((count) => ({
      base: parts.slice(0, -count).join(' '),
      ending: parts.slice(-count).join(''),
    }))
}
