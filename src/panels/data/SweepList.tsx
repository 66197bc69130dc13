import { useWords } from '../../components/WordsContext.tsx'
import { Copy, Download, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { saveText } from '../../export/saveText.ts'
import { dayOf } from '../../format/formatNumber.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** The sweeps on the page: one is looked at; each can be renamed, copied, exported and taken off. */
export function SweepList() {
  const { list } = useWords().data
  const sweeps = useDashboard((state) => state.sweeps)
  const keeping = useDashboard((state) => state.keeping)
  if (sweeps.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="section-title">{list.title}</legend>
        {sweeps.map((sweep) => (
          <SweepRow key={sweep.id} sweep={sweep} />
        ))}
      </fieldset>
      {keeping.status === 'kept' && <p className="text-[11px] text-muted">{list.kept}</p>}
      {keeping.status === 'failed' && (
        <p className="text-xs text-error" role="alert">
          {list[keeping.reason]}
        </p>
      )}
    </div>
  )
}

function SweepRow({ sweep }: { readonly sweep: LoadedSweep }) {
  const { data, language } = useWords()
  const { list } = data
  const store = useDashboardStore()
  const active = useDashboard((state) => state.activeSweepId === sweep.id)
  const [renaming, setRenaming] = useState(false)
  const { id, name, imported, files, addedAt } = sweep
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <div className="rounded-md px-1.5 py-1 has-checked:bg-selected">
      <label className="flex min-w-0 items-center gap-2">
        <input
          type="radio"
          name="active-sweep"
          className="accent-accent"
          checked={active}
          onChange={() => {
            store.getState().chooseSweep(id)
          }}
        />
        <span className="min-w-0 flex-1 truncate text-sm" title={name}>
          {name}
        </span>
        <span className="text-xs whitespace-nowrap text-muted tabular-nums">
          {list.runs(imported.runs.length)}
        </span>
      </label>
      {active && (
        <div className="flex items-center">
          <span className="min-w-0 flex-1 truncate text-[11px] text-muted tabular-nums">
            {list.added(dayOf(addedAt, language), bytes, files.length)}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={list.renameOf(name)}
            aria-expanded={renaming}
            onClick={() => {
              setRenaming(!renaming)
            }}
          >
            <Pencil size={13} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={list.duplicateOf(name)}
            onClick={() => {
              store.getState().duplicateSweep(id)
            }}
          >
            <Copy size={13} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={list.exportOf(name)}
            disabled={imported.runs.length === 0}
            onClick={() => {
              void import('../../export/sweepCsv.ts').then(({ sweepCsv }) => {
                saveText(`${name}.csv`, sweepCsv(imported), 'text/csv')
              })
            }}
          >
            <Download size={13} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={list.removeOf(name)}
            onClick={() => {
              store.getState().removeSweep(id)
            }}
          >
            <Trash2 size={13} aria-hidden />
          </button>
        </div>
      )}
      {active && renaming && (
        <Rename
          sweep={sweep}
          onDone={() => {
            setRenaming(false)
          }}
        />
      )}
      {imported.runs.length === 0 && <NoRuns sweep={sweep} />}
    </div>
  )
}

function Rename({ sweep, onDone }: { readonly sweep: LoadedSweep; readonly onDone: () => void }) {
  const { list } = useWords().data
  const store = useDashboardStore()
  const [text, setText] = useState(sweep.name)
  return (
    <form
      className="flex gap-1.5 py-1 pl-5"
      onSubmit={(event) => {
        event.preventDefault()
        store.getState().renameSweep(sweep.id, text)
        onDone()
      }}
    >
      <input
        className="text-input min-w-0 flex-1 text-xs"
        aria-label={list.newNameOf(sweep.name)}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it comes because a person asked to rename
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      <button type="submit" className="button">
        {list.rename}
      </button>
    </form>
  )
}

/** Said at the sweep itself, because one without runs does not take the place on screen. */
function NoRuns({ sweep }: { readonly sweep: LoadedSweep }) {
  const { data, issues } = useWords()
  const [first, ...others] = sweep.imported.issues
  return (
    <p role="alert" className="text-xs break-words text-error">
      {data.list.noRun(first === undefined ? '' : issues.sentence(first), others.length)}
    </p>
  )
}
