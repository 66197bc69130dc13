import { recordTable } from '../tables/recordTable.ts'
import { refuse } from './refuse.ts'
import type { TableResult } from '../tables/table.ts'

/** Reads a Parquet file as a table; `line` is the number of the row. A damaged file is refused. */
export async function readParquet(bytes: ArrayBuffer): Promise<TableResult> {
  const [{ parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  try {
    const records = await parquetReadObjects({ file: bytes, compressors })
    if (records.length === 0) return refuse('no-rows')
    const table = recordTable(records.map((record, i) => ({ line: i + 1, record })))
    return { status: 'read', table, issues: [] }
  } catch {
    return refuse('bad-parquet')
  }
}
