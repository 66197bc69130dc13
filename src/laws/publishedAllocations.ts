import type { AllocationLaw } from './allocationLaw.ts'
import { CHINCHILLA } from './chinchilla.ts'
import { DEEPSEEK } from './deepseek.ts'
import { EPOCH } from './epoch.ts'
import { KAPLAN } from './kaplan.ts'
import { LLAMA3 } from './llama3.ts'

/** The published allocation laws, in the order in which they are shown. */
export const PUBLISHED_ALLOCATIONS: readonly AllocationLaw[] = [
  DEEPSEEK,
  CHINCHILLA,
  KAPLAN,
  EPOCH,
  LLAMA3,
]
