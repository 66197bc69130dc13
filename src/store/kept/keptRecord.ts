import * as v from 'valibot'
import { SWEEP_SCHEMA } from '../../settings/pageSettings.ts'
import { LOG_READINGS } from '../../import/logs/logReduction.ts'
import type { SweepChoices } from '../../study/choices.ts'
import type { RunDecision } from '../dashboardState.ts'
import type { ReadingChoices, SweepIdentity } from '../loadedSweep.ts'

/** A sweep as the database holds it: its files apart, since they are large and never change. */
export interface KeptSweep extends Omit<SweepIdentity, 'files'>, ReadingChoices {
  readonly fileIds: readonly string[]
  readonly decisions: Readonly<Record<string, RunDecision>>
  readonly fit: Partial<SweepChoices>
}

type Stored = Readonly<Record<string, unknown>>

/**
 * What records of earlier versions of the page lack, oldest first. Each leaves a record alone that has
 * it already, so that they may run on any.
 */
const MIGRATIONS: readonly ((record: Stored) => Stored)[] = [
  // Populations of one file.
  (record) => ({ conditions: [], pooled: false, ...record }),
  // Choices about the fit of a sweep of its own.
  (record) => ({ fit: {}, ...record }),
  // Why a column was guessed was a sentence.
  (record) => ({ ...record, mapping: withoutSentences(record['mapping']) }),
]

function withoutSentences(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null) return mapping
  return Object.fromEntries(
    Object.entries(mapping as Readonly<Record<string, Stored>>).map(([field, choice]) => {
      const { because, ...others } = choice
      return [field, typeof because === 'string' ? others : choice]
    }),
  )
}

const text = v.string()

const RECORD = v.object({
  id: v.pipe(text, v.nonEmpty()),
  name: text,
  origin: v.variant('kind', [
    v.object({ kind: v.literal('sample') }),
    v.object({ kind: v.literal('file') }),
    v.object({ kind: v.literal('pasted') }),
    v.object({ kind: v.literal('web'), url: text, publicId: v.optional(v.nullable(text), null) }),
  ]),
  addedAt: v.pipe(v.number(), v.finite()),
  fileIds: v.pipe(v.array(text), v.minLength(1)),
  oneRowIs: v.picklist(['run', 'step']),
  reduction: v.picklist(LOG_READINGS),
  conditions: v.array(v.object({ heading: text, value: text })),
  mapping: v.record(
    text,
    v.object({
      columns: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
      unit: text,
      because: v.optional(v.array(v.looseObject({ kind: text }))),
    }),
  ),
  bytesPerToken: v.nullable(v.pipe(v.number(), v.gtValue(0))),
  corpus: text,
  pooled: v.boolean(),
  decisions: v.record(text, v.picklist(['set-aside', 'kept', 'averaged', 'averaged-set-aside'])),
  fit: v.record(text, v.unknown()),
})

/**
 * What the database holds as a sweep, brought up to date and checked; null where it is none that can be
 * read. A choice about the fit that may not be is left out alone.
 */
export function readRecord(stored: unknown): KeptSweep | null {
  if (typeof stored !== 'object' || stored === null) return null
  const now = MIGRATIONS.reduce<Stored>((record, migrate) => migrate(record), { ...stored })
  const judged = v.safeParse(RECORD, now)
  if (!judged.success) return null
  const fit = Object.fromEntries(
    Object.entries(SWEEP_SCHEMA).flatMap(([key, schema]) => {
      const choice = v.safeParse(schema, judged.output.fit[key])
      return choice.success && key in judged.output.fit ? [[key, choice.output]] : []
    }),
  )
  return { ...judged.output, fit }
}
