import type { AllocationLaw } from './allocationLaw.ts'
import { CHINCHILLA, CHINCHILLA_1, CHINCHILLA_3, CHINCHILLA_3_PRINTED } from './chinchilla.ts'
import { DEEPSEEK } from './deepseek.ts'
import { EPOCH } from './epoch.ts'
import { HUNYUAN } from './hunyuan.ts'
import { KAPLAN } from './kaplan.ts'
import { LLAMA3, LLAMA3_PRINTED } from './llama3.ts'
import { MINICPM } from './minicpm.ts'

/** The published allocation laws that are drawn on the page, in the order in which they are shown. */
export const PUBLISHED_ALLOCATIONS: readonly AllocationLaw[] = [
  DEEPSEEK,
  CHINCHILLA,
  KAPLAN,
  EPOCH,
  LLAMA3,
]

/** Every published allocation law, for lists and for planning by its id. */
export const ALL_ALLOCATIONS: readonly AllocationLaw[] = [
  DEEPSEEK,
  KAPLAN,
  CHINCHILLA_1,
  CHINCHILLA,
  CHINCHILLA_3,
  CHINCHILLA_3_PRINTED,
  EPOCH,
  LLAMA3,
  LLAMA3_PRINTED,
  MINICPM,
  HUNYUAN,
]

/** Rounded constants that contradict the papers they stand in: listed as warnings, never drawn. */
const AS_PRINTED: ReadonlySet<string> = new Set([CHINCHILLA_3_PRINTED.id, LLAMA3_PRINTED.id])

/** Those that can be planned with. */
export const SOUND_ALLOCATIONS: readonly AllocationLaw[] = ALL_ALLOCATIONS.filter(
  ({ id }) => !AS_PRINTED.has(id),
)
