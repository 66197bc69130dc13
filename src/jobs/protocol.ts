import type { BootstrapInput, LawReplicates } from '../scaling/bootstrapLaws.ts'

/** Every kind of long work with what goes in and what comes out. Plain data and typed arrays only. */
export interface JobMap {
  readonly bootstrapLaws: { readonly input: BootstrapInput; readonly output: LawReplicates }
}

export type JobKind = keyof JobMap

/** What the page sends: one job a worker, since cancelling ends the worker. */
export type JobRequest = {
  [Kind in JobKind]: { readonly kind: Kind; readonly input: JobMap[Kind]['input'] }
}[JobKind]

/** What the worker sends back. */
export type JobMessage =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly output: JobMap[JobKind]['output'] }
  | { readonly type: 'failed'; readonly message: string }
