import { useFileReading } from '../state/FileReading.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { ColumnChoice, ColumnMapping } from '../../import/columns/columnMapping.ts'
import { FIELD_UNITS, type Field } from '../../import/fields/field.ts'
import { recognisePreset } from '../../import/columns/presets.ts'
import { parameterPartChoices } from '../../import/columns/parameterParts.ts'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { BytesPerToken } from './BytesPerToken.tsx'
import { CorpusName } from './CorpusName.tsx'
import { MappingRow } from './MappingRow.tsx'

const FIELDS = Object.keys(FIELD_UNITS) as Field[]
/** Fields that are always in sight: a sweep lives from them. */
const ESSENTIAL: ReadonlySet<Field> = new Set(['computeFlops', 'parameters', 'tokens', 'loss'])

/** Which column each field is read from and in which unit; every change is applied at once. */
export default function MappingTable({ sweep }: { readonly sweep: LoadedSweep }) {
  const { columns, reading } = useWords()
  const { reread } = useFileReading()
  const { table, mapping, bytesPerToken, imported } = sweep
  const parts = parameterPartChoices(table)
  const change = (field: Field, choice: ColumnChoice | null): void => {
    const { [field]: _, ...others } = mapping
    const next: ColumnMapping = choice === null ? others : { ...others, [field]: choice }
    void reread(sweep.id, { mapping: next })
  }
  const preset = recognisePreset(table.header)
  const [shown, others] = FIELDS.reduce<[Field[], Field[]]>(
    ([read, unread], field) =>
      mapping[field] !== undefined || ESSENTIAL.has(field)
        ? [[...read, field], unread]
        : [read, [...unread, field]],
    [[], []],
  )
  const rows = { header: table.header, mapping, parts, onChange: change }
  return (
    <>
      {preset !== null && <p className="text-xs text-muted">{columns.recognised(preset.id)}</p>}
      <FieldTable caption={columns.mapping} fields={shown} {...rows} />
      {others.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-xs text-muted">
            {columns.moreFields(others.length)}
          </summary>
          <FieldTable caption={columns.unread} fields={others} {...rows} />
        </details>
      )}
      {(imported.lossUnit === 'nats/token' || bytesPerToken !== null) && (
        <BytesPerToken
          value={bytesPerToken}
          onChange={(value) => {
            void reread(sweep.id, { bytesPerToken: value })
          }}
        />
      )}
      {mapping.corpus === undefined && <CorpusName sweep={sweep} />}
      {imported.derivations.length > 0 && (
        <ul className="list-disc pl-4 text-xs text-muted" aria-label={columns.derived}>
          {imported.derivations.map((derivation, i) => (
            <li key={i}>{reading.derivation(derivation)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface FieldTableProps {
  readonly caption: string
  readonly fields: readonly Field[]
  readonly header: readonly string[]
  readonly mapping: ColumnMapping
  readonly parts: ReturnType<typeof parameterPartChoices>
  readonly onChange: (field: Field, choice: ColumnChoice | null) => void
}

function FieldTable({ caption, fields, header, mapping, parts, onChange }: FieldTableProps) {
  const { columns } = useWords()
  return (
    <table className="data-table mapping-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="text-left">
            {columns.field}
          </th>
          <th scope="col" className="text-left">
            {columns.columnAndUnit}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <MappingRow
            key={field}
            field={field}
            header={header}
            parts={field === 'parameters' ? parts : []}
            choice={mapping[field] ?? null}
            onChange={(choice) => {
              onChange(field, choice)
            }}
          />
        ))}
      </tbody>
    </table>
  )
}
