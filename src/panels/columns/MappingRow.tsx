import { useWords } from '../../components/WordsContext.tsx'
import { Choice } from '../../components/Choice.tsx'
import type { ColumnChoice } from '../../import/columns/columnMapping.ts'
import { FIELD_UNITS, type Field, type Unit } from '../../import/fields/field.ts'
import type { ParameterPartChoice } from '../../import/columns/parameterParts.ts'

interface MappingRowProps {
  readonly field: Field
  readonly header: readonly string[]
  /** Sums of columns that are offered beside single ones. */
  readonly parts: readonly ParameterPartChoice[]
  readonly choice: ColumnChoice | null
  readonly onChange: (choice: ColumnChoice | null) => void
}

const NOT_READ = 'none'

/** One field of the mapping: its column, its unit where there is a choice, why it was guessed. */
export function MappingRow({ field, header, parts, choice, onChange }: MappingRowProps) {
  const { columns: said, reading } = useWords()
  const label = reading.fields[field]
  const units = FIELD_UNITS[field]
  const sums = parts.map((part) => ({
    value: part.columns.join('+'),
    text: reading.parts[part.id],
  }))
  const columns = header.map((heading, index) => ({
    value: String(index),
    text: heading || said.columnNumber(index + 1),
  }))
  const options = [
    { value: NOT_READ, text: '—' },
    ...sums,
    ...columns.filter((column) => sums.every((sum) => sum.value !== column.value)),
  ]
  return (
    <tr>
      <th scope="row" className="text-left align-top font-normal">
        {label}
      </th>
      <td className="flex flex-col items-start gap-1">
        <Choice
          label={said.columnOf(label)}
          labelHidden
          value={choice?.columns.join('+') ?? NOT_READ}
          options={options}
          onChange={(chosen) => {
            const chosenColumns = chosen.split('+').map(Number)
            const unit = choice?.unit ?? units[0]
            onChange(chosen === NOT_READ ? null : { columns: chosenColumns, unit })
          }}
        />
        {choice !== null && units.length > 1 && (
          <Choice<Unit>
            label={said.unitOf(label)}
            labelHidden
            value={choice.unit}
            options={units.map((unit) => ({ value: unit, text: unit }))}
            onChange={(unit) => {
              onChange({ columns: choice.columns, unit })
            }}
          />
        )}
        {choice?.because !== undefined && (
          <span className="text-[11px] break-all text-muted">
            {reading.because(choice.because)}
          </span>
        )}
      </td>
    </tr>
  )
}
