import { Notice } from '../../components/Notice.tsx'
import { counted } from '../../format/formatNumber.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import type { RunDifference } from '../../scaling/runs/runDifference.ts'

/** What a corrected file that was dropped on top changed, and the ways back. */
export function ReplacementNotice() {
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
      <strong className="font-semibold break-all">{fileName}</strong> took the place of the earlier
      file: {differenceText(difference)}.{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          store.temporal.getState().undo()
          store.getState().addFiles([file], { kind: 'file' }, { besideOthers: true })
        }}
      >
        Keep both
      </button>
    </Notice>
  )
}

function differenceText({ added, removed, changed, unchanged }: RunDifference): string {
  const parts = [
    added.length > 0 ? `${counted(added.length, 'run')} more` : null,
    removed.length > 0 ? `${counted(removed.length, 'run')} fewer` : null,
    changed.length > 0 ? `${counted(changed.length, 'run')} changed` : null,
  ].filter((part) => part !== null)
  const same = `${counted(unchanged, 'run')} as before`
  return parts.length === 0 ? `nothing changed, ${same}` : `${parts.join(', ')}, ${same}`
}
