import { sourceBuilder } from './sourceBuilder.ts'
import type { SourceResult } from './source.ts'
import type { TableResult } from '../tables/table.ts'

/** What a table that was read whole is: rows of runs, or a log, whose single run is `runName`. */
export function sourceOfTable(read: TableResult, runName: string): SourceResult {
  if (read.status === 'refused') return read
  const builder = sourceBuilder(read.table.header, runName)
  for (const { line, cells } of read.table.rows) builder.add(line, cells)
  return builder.finish(read.issues)
}
