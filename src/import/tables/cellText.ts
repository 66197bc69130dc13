/** A value of a JSON record, a Parquet column or a sheet as the text of a cell. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return String(value)
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (Array.isArray(value)) return `[${value.length} values]`
  return typeof value === 'object' && value !== null ? '{…}' : ''
}
