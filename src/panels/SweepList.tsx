import { Trash2 } from 'lucide-react'
import { issueSentence } from '../import/issueSentence.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import type { LoadedSweep } from '../store/loadedSweep.ts'

/** The sweeps on the page: one is looked at; any can be taken off again. */
export function SweepList() {
  const sweeps = useDashboard((state) => state.sweeps)
  if (sweeps.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="section-title">Sweeps</legend>
      {sweeps.map((sweep) => (
        <SweepRow key={sweep.id} sweep={sweep} />
      ))}
    </fieldset>
  )
}

function SweepRow({ sweep }: { readonly sweep: LoadedSweep }) {
  const active = useDashboard((state) => state.activeSweepId === sweep.id)
  const chooseSweep = useDashboard((state) => state.chooseSweep)
  const removeSweep = useDashboard((state) => state.removeSweep)
  const { runs } = sweep.imported
  return (
    <div className="rounded-md px-1.5 py-1 has-checked:bg-selected">
      <div className="flex items-center gap-2">
        <label className="flex min-w-0 flex-1 items-center gap-2">
          <input
            type="radio"
            name="active-sweep"
            className="accent-accent"
            checked={active}
            onChange={() => {
              chooseSweep(sweep.id)
            }}
          />
          <span className="min-w-0 flex-1 truncate text-sm" title={sweep.name}>
            {sweep.name}
          </span>
          <span className="text-xs text-muted tabular-nums">{runs.length}</span>
        </label>
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove ${sweep.name}`}
          onClick={() => {
            removeSweep(sweep.id)
          }}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
      {runs.length === 0 && <NoRuns sweep={sweep} />}
    </div>
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
