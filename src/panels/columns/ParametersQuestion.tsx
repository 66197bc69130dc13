import { useFileReading } from '../state/FileReading.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { parameterPartChoices } from '../../import/columns/parameterParts.ts'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** Where a file counts parameters in two ways that mean different things: which is N, and what each does. */
export function ParametersQuestion({ sweep }: { readonly sweep: LoadedSweep }) {
  const { columns: said, reading } = useWords()
  const { reread } = useFileReading()
  const { table, mapping } = sweep
  const choices = parameterPartChoices(table).filter(({ isAsked }) => isAsked)
  if (choices.length === 0) return null
  const used = mapping.parameters?.columns.join('+')
  const isOpen = mapping.parameters?.because !== undefined
  return (
    <Notice tone={isOpen ? 'warning' : 'note'}>
      {said.whichN}
      <ul className="mt-1 flex flex-col gap-1.5 text-xs">
        {choices.map(({ id, columns }) => {
          const isUsed = columns.join('+') === used
          return (
            <li key={id}>
              <button
                type="button"
                className="button-quiet"
                aria-pressed={isUsed}
                onClick={() => {
                  const parameters = { columns, unit: mapping.parameters?.unit ?? 'parameters' }
                  void reread(sweep.id, { mapping: { ...mapping, parameters } })
                }}
              >
                {reading.parts[id]}
              </button>{' '}
              {said.partEffect(
                table.header[columns[0] ?? 0] ?? '',
                isUsed,
                reading.partEffects[id] ?? '',
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
