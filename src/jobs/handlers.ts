import { bootstrapLaws } from '../scaling/bootstrapLaws.ts'
import type { JobKind, JobMap } from './protocol.ts'

/** One ordinary function a job kind; it reports the fraction done as it goes. */
export const JOB_HANDLERS: {
  readonly [Kind in JobKind]: (
    input: JobMap[Kind]['input'],
    onProgress: (fraction: number) => void,
  ) => JobMap[Kind]['output']
} = {
  bootstrapLaws,
}
