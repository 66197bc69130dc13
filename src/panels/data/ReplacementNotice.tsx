import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { ReactNode } from 'react'
import { Notice } from '../../components/Notice.tsx'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'

/** What a corrected file that was dropped on top changed, and the ways back. */
export function ReplacementNotice() {
  const { data } = useWords()
  const store = useDashboardStore()
  const replacement = useDashboard((state) => state.replacement)
  const stands = useDashboard((state) =>
    state.sweeps.some(({ files }) => files.some((file) => file === state.replacement?.file)),
  )
  if (replacement === null || !stands) return null
  const { fileName, file, difference } = replacement
  return (
    <Notice
      tone="note"
      onDismiss={() => {
        store.getState().dismissReplacement()
      }}
    >
      <PartsText
        of={data.replaced<ReactNode>(
          <strong className="font-semibold break-all">{fileName}</strong>,
          difference,
        )}
      />{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          store.temporal.getState().undo()
          store.getState().addFiles([file], { kind: 'file' }, { besideOthers: true })
        }}
      >
        {data.keepBoth}
      </button>
    </Notice>
  )
}
