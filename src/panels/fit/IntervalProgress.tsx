import { Notice } from '../../components/Notice.tsx'
import { Working } from '../../components/Working.tsx'
import { formatPercent } from '../../format/formatNumber.ts'
import { useLawReplicates, useLawReplicatesProgress } from '../state/LawReplicates.tsx'

/** How far the bootstrap is, with a way to end it, and what became of it. */
export function IntervalProgress() {
  const { status, failure, replicates, cancel, start } = useLawReplicates()
  const progress = useLawReplicatesProgress()
  if (status === 'computing') {
    return (
      <Working
        what={`Intervals: ${formatPercent(progress, 2)} of the resamples`}
        fraction={progress}
        stage="Runs are being drawn anew and the curves fitted to them."
        onStop={cancel}
      />
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
