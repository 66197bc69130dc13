import { useId, useState } from 'react'
import { Choice } from '../components/Choice.tsx'
import type { ColumnChoice, ColumnMapping } from '../import/columnMapping.ts'
import { FIELD_UNITS, type Field, type Unit } from '../import/field.ts'
import { FIELD_LABELS } from '../import/fieldLabels.ts'
import { parameterPartChoices } from '../import/parameterParts.ts'
import { parseNumber } from '../import/parseNumber.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import type { LoadedSweep } from '../store/loadedSweep.ts'

const FIELDS = Object.keys(FIELD_UNITS) as Field[]
const NOT_READ = 'none'

/** Which column each field is read from and in which unit; every change is applied at once. */
export function MappingTable({ sweep }: { readonly sweep: LoadedSweep }) {
  const remap = useDashboard((state) => state.remap)
  const { table, mapping, bytesPerToken, imported } = sweep
  const parts = parameterPartChoices(table)
  const change = (field: Field, choice: ColumnChoice | null): void => {
    const { [field]: _, ...others } = mapping
    const next: ColumnMapping = choice === null ? others : { ...others, [field]: choice }
    remap(sweep.id, next, bytesPerToken)
  }
  return (
    <>
      <table className="data-table">
        <caption className="sr-only">Column mapping</caption>
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Field
            </th>
            <th scope="col" className="text-left">
              Column
            </th>
            <th scope="col" className="text-left">
              Unit
            </th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => {
            const choice = mapping[field]
            const columns = table.header.map((heading, index) => ({
              value: String(index),
              text: heading || `column ${index + 1}`,
            }))
            const combined =
              field === 'parameters'
                ? parts.map((part) => ({ value: part.columns.join('+'), text: part.label }))
                : []
            const value = choice === undefined ? NOT_READ : choice.columns.join('+')
            const options = [
              { value: NOT_READ, text: '—' },
              ...combined,
              ...columns.filter((column) => !combined.some((part) => part.value === column.value)),
            ]
            const units = FIELD_UNITS[field]
            return (
              <tr key={field}>
                <th scope="row" className="text-left font-normal">
                  {FIELD_LABELS[field]}
                </th>
                <td>
                  <Choice
                    label={`Column of ${FIELD_LABELS[field]}`}
                    labelHidden
                    value={value}
                    options={options}
                    onChange={(chosen) => {
                      change(
                        field,
                        chosen === NOT_READ
                          ? null
                          : {
                              columns: chosen.split('+').map(Number),
                              unit: choice?.unit ?? units[0],
                            },
                      )
                    }}
                  />
                  {choice?.because !== undefined && (
                    <div className="text-[11px] text-muted">{choice.because}</div>
                  )}
                </td>
                <td>
                  {choice !== undefined && units.length > 1 ? (
                    <Choice<Unit>
                      label={`Unit of ${FIELD_LABELS[field]}`}
                      labelHidden
                      value={choice.unit}
                      options={units.map((unit) => ({ value: unit, text: unit }))}
                      onChange={(unit) => {
                        change(field, { columns: choice.columns, unit })
                      }}
                    />
                  ) : (
                    <span className="text-xs text-muted">
                      {choice?.unit === 'text' || choice?.unit === 'count' ? '' : choice?.unit}
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {(imported.lossUnit === 'nats/token' || bytesPerToken !== null) && (
        <BytesPerToken
          value={bytesPerToken}
          onChange={(value) => {
            remap(sweep.id, mapping, value)
          }}
        />
      )}
      {imported.derivations.length > 0 && (
        <ul className="list-disc pl-4 text-xs text-muted" aria-label="Derived quantities">
          {imported.derivations.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface BytesPerTokenProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** Bytes per token turn nats/token into bits/byte; asked for, never invented. */
function BytesPerToken({ value, onChange }: BytesPerTokenProps) {
  const id = useId()
  const [text, setText] = useState(value === null ? '' : String(value))
  const [unreadable, setUnreadable] = useState(false)
  const apply = (): void => {
    if (text.trim() === '') {
      setUnreadable(false)
      if (value !== null) onChange(null)
      return
    }
    const number = parseNumber(text)
    const usable = number !== null && number > 0 && number < 100
    setUnreadable(!usable)
    if (usable && number !== value) onChange(number)
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        Bytes per token of the validation text, to show the loss in bits/byte
      </label>
      <input
        id={id}
        className="text-input max-w-28"
        inputMode="decimal"
        placeholder="not known"
        value={text}
        aria-invalid={unreadable}
        aria-describedby={`${id}-message`}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply()
        }}
      />
      <p id={`${id}-message`} className="text-xs text-error" role="status">
        {unreadable ? `“${text}” is not a number of bytes per token between 0 and 100.` : ''}
      </p>
    </div>
  )
}
