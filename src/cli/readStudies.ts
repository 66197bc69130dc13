import { readFile as readBytes } from 'node:fs/promises'
import { basename } from 'node:path'
import { firstReadings, pooledReading, type FirstReading } from '../import/runs/firstReading.ts'
import type { ImportIssue } from '../import/issues/importIssue.ts'
import { en } from '../words/en/en.ts'
import { readFile } from '../import/formats/readFile.ts'
import { reportOf, type Report, type ReportIssue } from '../study/report/report.ts'
import { studyMethods } from '../study/methodLaws.ts'
import { NO_DECISIONS, type StudyChoices } from '../study/choices.ts'
import { replicatesOf, studyOf } from '../study/study.ts'
import type { ComparedStudy } from '../study/report/comparison.ts'

/** The sweeps of a file with their reports, or why it has none. */
export type FileStudies =
  | { readonly status: 'read'; readonly studies: readonly ComparedStudy[] }
  | { readonly status: 'refused'; readonly name: string; readonly issues: readonly ReportIssue[] }

export interface ReadOptions {
  readonly choices: StudyChoices
  readonly pooled: boolean
  /** Budget of the recommendation, FLOPs. */
  readonly computeFlops: number
  /** Hears what is done and how far it is, 0..1. */
  readonly onProgress: (what: string, fraction: number) => void
}

/** Reads one file (`-` is standard input) as the page does, and analyses each sweep in it. */
export async function readStudies(path: string, options: ReadOptions): Promise<FileStudies> {
  const fileName = path === '-' ? 'standard input' : basename(path)
  const name = fileName.replace(/(?:\.[a-z]\w{1,8})+$/i, '')
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = path === '-' ? await standardInput() : new Uint8Array(await readBytes(path))
  } catch {
    const message = `${path} cannot be read.`
    return refused(name, [{ severity: 'refused', code: 'unreadable-file', message }])
  }
  const read = await readFile(new Blob([bytes]), fileName, (fraction) => {
    options.onProgress(`reading ${fileName}`, fraction)
  })
  if (read.status === 'refused') return refused(name, [reported(read.issue)])
  const readings = options.pooled ? [pooledReading(read.source)] : firstReadings(read.source)
  const studies = readings.map((reading) => studyOfReading(reading, name, read.issues, options))
  return studies.every(({ report }) => report.sweep.runs === 0)
    ? refused(
        name,
        studies.flatMap(({ report }) => report.sweep.issues),
      )
    : { status: 'read', studies }
}

function studyOfReading(
  { imported, conditions }: FirstReading,
  fileName: string,
  fileIssues: readonly ImportIssue[],
  { choices, computeFlops, onProgress }: ReadOptions,
): ComparedStudy {
  const name = [fileName, ...conditions.map(({ value }) => value)].join(' · ')
  const study = studyOf(imported.runs, NO_DECISIONS, choices)
  const replicates = replicatesOf(study, choices, (fraction) => {
    onProgress(`intervals of ${name}`, fraction)
  })
  const issues = [...fileIssues, ...imported.issues]
  const leftOut = new Set(
    issues.flatMap(({ severity, line }) => (severity === 'row-left-out' ? [line ?? 0] : [])),
  )
  const methods = studyMethods({ ...study, choices }, (fraction) => {
    onProgress(`estimators on ${name}`, fraction)
  })
  const report: Report = reportOf(
    study,
    choices,
    { replicates, methods },
    {
      ...{ name, lossUnit: imported.lossUnit, excluded: leftOut.size, computeFlops },
      issues: issues.map(reported),
    },
  )
  return { report, replicates, methods: methods.methods }
}

function reported(issue: ImportIssue): ReportIssue {
  const { severity, code, line, column } = issue
  return {
    ...{ severity, code, message: en.issues.sentence(issue) },
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

function refused(name: string, issues: readonly ReportIssue[]): FileStudies {
  return { status: 'refused', name, issues }
}

async function standardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}
