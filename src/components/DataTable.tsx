import type { ReactNode } from 'react'

export interface TableColumn<Row> {
  readonly key: string
  readonly heading: ReactNode
  /** Numbers are set right with aligned digits, words left. */
  readonly numeric: boolean
  readonly cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  readonly caption: string
  /** Hides the caption from sight where a heading beside it says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Height of rows above and below that are not drawn, pixels, and how many rows there are in all. */
  readonly beyond?: { readonly above: number; readonly below: number; readonly count: number }
  /** Attributes of a row: its budget, so that pointing lights it, and handlers. */
  readonly rowAttributes?: (row: Row) => Record<string, unknown>
}

/** A plain table with a caption; its first column heads the rows. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  beyond,
  rowAttributes,
}: DataTableProps<Row>) {
  return (
    <table
      className="data-table"
      aria-rowcount={beyond === undefined ? undefined : beyond.count + 1}
    >
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.numeric ? 'text-right' : 'text-left'}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {beyond !== undefined && beyond.above > 0 && <Spacer height={beyond.above} />}
        {rows.map((row) => (
          <tr key={rowKey(row)} {...rowAttributes?.(row)}>
            {columns.map((column, i) => {
              const className = column.numeric ? 'text-right tabular-nums' : 'text-left'
              return i === 0 ? (
                <th key={column.key} scope="row" className={`font-normal ${className}`}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={className}>
                  {column.cell(row)}
                </td>
              )
            })}
          </tr>
        ))}
        {beyond !== undefined && beyond.below > 0 && <Spacer height={beyond.below} />}
      </tbody>
    </table>
  )
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td />
    </tr>
  )
}
