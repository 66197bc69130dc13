import { useWords } from '../../components/WordsContext.tsx'
import { useState } from 'react'
import { sourceOfTable } from '../../import/sources/sourceOfTable.ts'
import { useDashboardStore } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { newId } from '../../store/newId.ts'

/** More runs are not typed one by one. */
const MOST_RUNS = 60

/**
 * For a log that does not say how large its models are, or how long they were trained: the numbers
 * typed run by run. They become a small table of their own, joined to the log by the names.
 */
export function TypeNumbers({ sweep }: { readonly sweep: LoadedSweep }) {
  const said = useWords().columns.typed
  const store = useDashboardStore()
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const nameColumn = sweep.mapping.name?.columns[0]
  const code = sweep.imported.issues[0]?.code
  if (code !== 'no-scale-column' && code !== 'no-compute-or-tokens') return null
  if (nameColumn === undefined || sweep.table.rows.length > MOST_RUNS) return null
  const names = [...new Set(sweep.table.rows.map(({ cells }) => (cells[nameColumn] ?? '').trim()))]
  const columns =
    code === 'no-scale-column'
      ? sweep.mapping.tokens === undefined && sweep.mapping.computeFlops === undefined
        ? ['params', 'tokens']
        : ['params']
      : ['tokens']
  const key = (name: string, column: string): string => `${column}\u0000${name}`
  const isComplete = names.every((name) =>
    columns.every((column) => (typed.get(key(name, column)) ?? '').trim() !== ''),
  )
  return (
    <form
      className="flex flex-col gap-2"
      aria-label={said.label}
      onSubmit={(event) => {
        event.preventDefault()
        const rows = names.map((name, i) => ({
          line: i + 2,
          cells: [name, ...columns.map((column) => typed.get(key(name, column)) ?? '')],
        }))
        const table = { header: ['name', ...columns], rows }
        const result = sourceOfTable({ status: 'read', table, issues: [] }, said.name)
        if (result.status === 'refused') return
        const { source, issues } = result
        const file = { id: newId(), name: said.name, bytes: 0, source, issues }
        store.getState().addFiles([file], { kind: 'pasted' })
      }}
    >
      <p className="max-w-prose text-sm text-muted">{said.explain}</p>
      <table className="data-table max-w-md">
        <thead>
          <tr>
            <th scope="col" className="text-left">
              {said.run}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="text-left">
                {column === 'params' ? said.parameters : said.tokens}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row" className="text-left font-normal break-all">
                {name}
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <input
                    className="text-input w-28"
                    aria-label={column === 'params' ? said.parametersOf(name) : said.tokensOf(name)}
                    value={typed.get(key(name, column)) ?? ''}
                    onChange={(event) => {
                      setTyped(new Map(typed).set(key(name, column), event.currentTarget.value))
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="submit" className="button self-start" disabled={!isComplete}>
        {said.use}
      </button>
    </form>
  )
}
