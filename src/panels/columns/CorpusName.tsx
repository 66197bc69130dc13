import { useFileReading } from '../state/FileReading.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { useState } from 'react'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** What the runs were trained on, typed, where no column says it. */
export function CorpusName({ sweep }: { readonly sweep: LoadedSweep }) {
  const { columns } = useWords()
  const { reread } = useFileReading()
  const [text, setText] = useState(sweep.corpus)
  const apply = (): void => {
    if (text.trim() !== sweep.corpus) void reread(sweep.id, { corpus: text.trim() })
  }
  return (
    <label className="flex flex-col gap-1 text-xs text-muted">
      {columns.corpus}
      <span className="flex gap-1.5">
        <input
          className="text-input min-w-0 flex-1"
          value={text}
          placeholder={columns.notSaid}
          onChange={(event) => {
            setText(event.currentTarget.value)
          }}
          onBlur={apply}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply()
          }}
        />
        <button
          type="button"
          className="button"
          onClick={() => {
            setText(sweep.name)
            void reread(sweep.id, { corpus: sweep.name })
          }}
        >
          {columns.asTheFile}
        </button>
      </span>
    </label>
  )
}
