import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Working } from '../../components/Working.tsx'
import { useLawReplicates, useLawReplicatesProgress } from '../state/LawReplicates.tsx'

/** How far the bootstrap is, with a way to end it, and what became of it. */
export function IntervalProgress() {
  const { page, fit } = useWords()
  const said = fit.intervals
  const { status, failure, replicates, cancel, start } = useLawReplicates()
  const progress = useLawReplicatesProgress()
  if (status === 'computing') {
    return (
      <Working
        what={said.working(progress)}
        fraction={progress}
        stage={said.stage}
        onStop={cancel}
      />
    )
  }
  if (status === 'cancelled') {
    return (
      <p className="flex items-center gap-3 text-xs text-muted">
        {said.cancelled}
        <button type="button" className="button-quiet" onClick={start}>
          {said.compute}
        </button>
      </p>
    )
  }
  if (status === 'failed') {
    return (
      <Notice tone="error">
        {said.failed(failure ?? '')}{' '}
        <button type="button" className="button-quiet" onClick={start}>
          {page.tryAgain}
        </button>
      </Notice>
    )
  }
  if (
    status === 'done' &&
    replicates !== null &&
    replicates.failed > replicates.replicates * 0.05
  ) {
    return <Notice tone="warning">{said.fewer(replicates.failed, replicates.replicates)}</Notice>
  }
  return null
}
