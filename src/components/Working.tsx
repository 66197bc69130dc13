import { useWords } from './WordsContext.tsx'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'

interface WorkingProps {
  /** What happens: "Reading runs.csv". */
  readonly what: string
  /** 0..1; null while it is not known. */
  readonly fraction: number | null
  /** What is being done when nothing moves, as a sentence. */
  readonly stage: string
  readonly onStop: () => void
}

/** Nothing having moved for this long is said, ms. */
const PATIENCE = 10_000

/** Long work that is under way: how far it is, a way to stop it, and a word when nothing moves. */
export function Working({ what, fraction, stage, onStop }: WorkingProps) {
  const { working } = useWords().page
  const [stuckAt, setStuckAt] = useState<number | null | 'moving'>('moving')
  useEffect(() => {
    const timer = setTimeout(() => {
      setStuckAt(fraction)
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
    }
  }, [fraction])
  const isStuck = stuckAt === fraction
  return (
    <div className="flex flex-col gap-1 text-xs">
      <div className="flex items-center gap-2">
        <label className="min-w-0 flex-1">
          <span className="block truncate">{what}</span>
          <progress className="progress" value={fraction ?? undefined} max={1} />
        </label>
        <button
          type="button"
          className="icon-button"
          aria-label={working.stop(what)}
          onClick={onStop}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      {isStuck && (
        <p role="status" className="text-muted">
          {working.stuck(stage, PATIENCE / 1000)}{' '}
          <button type="button" className="button-quiet" onClick={onStop}>
            {working.stopIt}
          </button>
        </p>
      )}
    </div>
  )
}
