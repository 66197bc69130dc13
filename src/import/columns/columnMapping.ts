import type { GuessReason } from './guessReason.ts'
import type { Field, Unit } from '../fields/field.ts'

/** Where a field comes from: one column, or several whose numbers are added (parameter parts). */
export interface ColumnChoice {
  /** Indices into `Table.header`, at least one. */
  readonly columns: readonly number[]
  readonly unit: Unit
  /** Why it was guessed so; absent when a person chose it. */
  readonly because?: readonly GuessReason[]
}

/** What each field is read from; guessed by `guessMapping`, then edited by a person. */
export type ColumnMapping = Readonly<Partial<Record<Field, ColumnChoice>>>
