import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useStudyChecks } from '../state/StudyChecks.tsx'

/** What stands in place of a check that is not there yet, or that failed. */
export function ChecksState() {
  const { checks: said } = useWords()
  const { failure } = useStudyChecks()
  return failure === null ? (
    <p className="text-xs text-muted">{said.waiting}</p>
  ) : (
    <Notice tone="error">{said.failed(failure)}</Notice>
  )
}
