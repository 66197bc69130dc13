import { fileTable, type SweepFile } from '../import/sources/sweepFile.ts'

/** Whether files that came at once are likely one sweep: each holds no more than one run. */
export function belongTogether(files: readonly SweepFile[]): boolean {
  return (
    files.length > 1 &&
    files.every((file) => {
      const { oneRowIs } = file.source
      return fileTable(file, { oneRowIs, reduction: 'final' }).rows.length <= 1
    })
  )
}
