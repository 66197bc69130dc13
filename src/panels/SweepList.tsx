import { Trash2 } from 'lucide-react'
import { useDashboard } from '../store/dashboardContext.tsx'

/** The sweeps on the page: one is looked at; any can be taken off again. */
export function SweepList() {
  const sweeps = useDashboard((state) => state.sweeps)
  const active = useDashboard((state) => state.activeSweepId)
  const chooseSweep = useDashboard((state) => state.chooseSweep)
  const removeSweep = useDashboard((state) => state.removeSweep)
  if (sweeps.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="section-title">Sweeps</legend>
      {sweeps.map((sweep) => (
        <div
          key={sweep.id}
          className="flex items-center gap-2 rounded-md px-1.5 py-1 has-checked:bg-selected"
        >
          <label className="flex min-w-0 flex-1 items-center gap-2">
            <input
              type="radio"
              name="active-sweep"
              className="accent-accent"
              checked={sweep.id === active}
              onChange={() => {
                chooseSweep(sweep.id)
              }}
            />
            <span className="min-w-0 flex-1 truncate text-sm" title={sweep.name}>
              {sweep.name}
            </span>
            <span className="text-xs text-muted tabular-nums">{sweep.imported.runs.length}</span>
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
      ))}
    </fieldset>
  )
}
