import { firstReadings } from '../import/runs/firstReading.ts'
import { readFile } from '../import/formats/readFile.ts'
import { resampleBy } from '../scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { simulateLadder } from '../planning/ladder/simulateLadder.ts'
import { studyChecks } from '../study/checks/studyChecks.ts'
import { packFile } from './packedFile.ts'
import type { JobKind, JobMap } from './protocol.ts'

/** One ordinary function a job kind; it reports the fraction done as it goes. */
export const JOB_HANDLERS: {
  readonly [Kind in JobKind]: (
    input: JobMap[Kind]['input'],
    onProgress: (fraction: number) => void,
  ) => JobMap[Kind]['output'] | Promise<JobMap[Kind]['output']>
} = {
  resampleLaws: resampleBy,
  studyChecks,
  simulateLadder,
  readFile: async ({ file, fileName }, onProgress) => {
    const read = await readFile(file, fileName, onProgress)
    return read.status === 'refused'
      ? read
      : packFile({ ...read, first: firstReadings(read.source) })
  },
}

/** The arrays of an output that are handed over instead of copied: a log has many millions of numbers. */
export function handedOver(output: JobMap[JobKind]['output']): Transferable[] {
  if (!('status' in output) || output.status !== 'read') return []
  const { log } = output.source
  return log === null ? [] : [log.steps, ...log.series.values()].map(({ buffer }) => buffer)
}
