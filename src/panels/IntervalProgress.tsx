import { Notice } from '../components/Notice.tsx'
import { formatPercent } from '../format/formatNumber.ts'
import { useLawReplicates, useLawReplicatesProgress } from './LawReplicates.tsx'

/** How far the bootstrap is, with a way to end it, and what became of it. */
export function IntervalProgress() {
  const { status, failure, replicates, cancel, start } = useLawReplicates()
  const progress = useLawReplicatesProgress()
  if (status === 'computing') {
    return (
      <div className="flex items-center gap-3 text-xs text-muted">
        <progress className="progress" value={progress} aria-label="Bootstrap intervals" />
        <span className="tabular-nums">Intervals: {formatPercent(progress, 2)}</span>
        <button type="button" className="button-quiet" onClick={cancel}>
          Cancel
        </button>
      </div>
    )
  }
  if (status === 'cancelled') {
    return (
      <p className="flex items-center gap-3 text-xs text-muted">
        Intervals were cancelled.
        <button type="button" className="button-quiet" onClick={start}>
          Compute intervals
        </button>
      </p>
    )
  }
  if (status === 'failed') {
    return (
      <Notice tone="error">
        The intervals could not be computed: {failure}{' '}
        <button type="button" className="button-quiet" onClick={start}>
          Try again
        </button>
      </Notice>
    )
  }
  if (
    status === 'done' &&
    replicates !== null &&
    replicates.failed > replicates.replicates * 0.05
  ) {
    return (
      <Notice tone="warning">
        {replicates.failed} of {replicates.replicates} resamples gave no law; they are not in the
        intervals, which are therefore too narrow.
      </Notice>
    )
  }
  return null
}
