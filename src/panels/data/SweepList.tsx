import { Copy, Download, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { saveText } from '../../export/saveText.ts'
import { byteSize, counted, dayOf } from '../../format/formatNumber.ts'
import { issueSentence } from '../../import/issues/issueSentence.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** The sweeps on the page: one is looked at; each can be renamed, copied, exported and taken off. */
export function SweepList() {
  const sweeps = useDashboard((state) => state.sweeps)
  const keeping = useDashboard((state) => state.keeping)
  if (sweeps.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="section-title">Sweeps</legend>
        {sweeps.map((sweep) => (
          <SweepRow key={sweep.id} sweep={sweep} />
        ))}
      </fieldset>
      {keeping.status === 'kept' && (
        <p className="text-[11px] text-muted">
          Your sweeps are kept in this browser until you remove them. Nothing is sent anywhere.
        </p>
      )}
      {keeping.status === 'failed' && (
        <p className="text-xs text-error" role="alert">
          {keeping.sentence}
        </p>
      )}
    </div>
  )
}

function SweepRow({ sweep }: { readonly sweep: LoadedSweep }) {
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
          {counted(imported.runs.length, 'run')}
        </span>
      </label>
      {active && (
        <div className="flex items-center">
          <span className="min-w-0 flex-1 truncate text-[11px] text-muted tabular-nums">
            {dayOf(addedAt)}, {byteSize(bytes)}
            {files.length > 1 && `, ${files.length} files`}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={`Rename ${name}`}
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
            aria-label={`Duplicate ${name}`}
            onClick={() => {
              store.getState().duplicateSweep(id)
            }}
          >
            <Copy size={13} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={`Export the runs of ${name} as CSV`}
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
            aria-label={`Remove ${name}`}
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
        aria-label={`New name of ${sweep.name}`}
        // eslint-disable-next-line jsx-a11y-x/no-autofocus -- it comes because a person asked to rename
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
        Rename
      </button>
    </form>
  )
}

/** Said at the sweep itself, because one without runs does not take the place on screen. */
function NoRuns({ sweep }: { readonly sweep: LoadedSweep }) {
  const [first, ...others] = sweep.imported.issues
  return (
    <p role="alert" className="text-xs break-words text-error">
      No run could be read. {first === undefined ? '' : issueSentence(first)}
      {others.length > 0 && ` And ${others.length} more: choose the sweep to see its issues.`}
    </p>
  )
}
