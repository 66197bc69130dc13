import type { AllocationLaw } from './allocationLaw.ts'
import { CHINCHILLA, CHINCHILLA_1, CHINCHILLA_3 } from './chinchilla.ts'
import { DEEPSEEK } from './deepseek.ts'
import { EPOCH } from './epoch.ts'
import { KAPLAN } from './kaplan.ts'
import { LLAMA3 } from './llama3.ts'

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
  EPOCH,
  LLAMA3,
]
