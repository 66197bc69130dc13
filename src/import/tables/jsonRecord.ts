/** An object of JSON, or a row of a Parquet file. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Whether a value is an object with keys, and no list, date or bytes. */
export function isRecord(value: unknown): value is JsonRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !ArrayBuffer.isView(value)
  )
}
