import type { ChecksInput, StudyChecks } from '../study/checks/studyChecks.ts'
import type { LadderInput, LadderOutlook } from '../planning/ladder/simulateLadder.ts'
import type { SourceResult } from '../import/sources/source.ts'
import type { PackedFile } from './packedFile.ts'
import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { Resampling } from '../scaling/estimators/isoFlop/intervals/resampling.ts'

/** A file to be read, as the page has it: its bytes are read in the worker. */
export interface FileInput {
  readonly file: Blob
  readonly fileName: string
}

/** The file as it was read, or why it could not be. */
export type FileOutput = Extract<SourceResult, { readonly status: 'refused' }> | PackedFile

/** Every kind of long work with what goes in and what comes out. Plain data and typed arrays only. */
export interface JobMap {
  readonly studyChecks: { readonly input: ChecksInput; readonly output: StudyChecks }
  readonly resampleLaws: { readonly input: Resampling; readonly output: LawReplicates }
  readonly simulateLadder: { readonly input: LadderInput; readonly output: LadderOutlook }
  readonly readFile: { readonly input: FileInput; readonly output: FileOutput }
}

export type JobKind = keyof JobMap

/** What the page sends: one job a worker at a time, since cancelling ends the worker. */
export type JobRequest = {
  [Kind in JobKind]: { readonly kind: Kind; readonly input: JobMap[Kind]['input'] }
}[JobKind]

/** What the worker sends back. */
export type JobMessage =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly output: JobMap[JobKind]['output'] }
  | { readonly type: 'failed'; readonly message: string }
