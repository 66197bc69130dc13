import type { Unit } from '../fields/field.ts'
import type { ParameterPart } from './parameterParts.ts'
import type { PresetId } from './presets.ts'

/** Why a column, or its unit, was guessed. */
export type GuessReason =
  | { readonly kind: 'preset'; readonly preset: PresetId }
  | { readonly kind: 'parts'; readonly part: ParameterPart; readonly isSum: boolean }
  /** Its heading, which fits as well as those of so many columns, itself among them. */
  | { readonly kind: 'headed'; readonly heading: string; readonly rivals: number }
  /** A column that would go before it has values in so few rows. */
  | {
      readonly kind: 'fuller'
      readonly heading: string
      readonly filled: number
      readonly rows: number
    }
  | { readonly kind: 'cells'; readonly unit: Unit }
  | { readonly kind: 'too-small'; readonly unit: Unit; readonly base: Unit }
  | { readonly kind: 'compute-agrees'; readonly unit: Unit }
  | { readonly kind: 'large-batch' }
