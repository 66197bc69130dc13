import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { lazy, Suspense, type ReactNode } from 'react'
import { Upload } from 'lucide-react'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Working } from '../../components/Working.tsx'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { FailedAddresses } from './FailedAddresses.tsx'
import { useFileReading } from '../state/FileReading.tsx'
import { OpenAddress } from './OpenAddress.tsx'
import { PasteRows } from './PasteRows.tsx'
import { ReplacementNotice } from './ReplacementNotice.tsx'
import { SeveralFiles } from './SeveralFiles.tsx'

const LongLogSql = lazy(() => import('./LongLogSql.tsx'))

/** Ways in for a sweep: drop, choose, paste or open; what could not be read says so here. */
export function AddSweep() {
  const { data, issues: said } = useWords()
  const { add } = data
  const store = useDashboardStore()
  const refused = useDashboard((state) => state.refused)
  const { readings, readFiles } = useFileReading()
  return (
    <section className="flex flex-col gap-2" aria-label={add.label}>
      <FileDrop
        label={add.files}
        onFiles={(files) => {
          void readFiles(
            files.map((file) => ({ name: file.name, file })),
            { kind: 'file' },
          )
        }}
      >
        <span className="pointer-events-none flex items-center gap-2">
          <Upload size={16} aria-hidden />
          <span>
            <span className="font-medium text-accent">{add.files}</span>
            <span className="block text-xs text-muted">{add.orDrop}</span>
          </span>
        </span>
      </FileDrop>
      <div className="flex flex-wrap gap-1.5">
        <PasteRows />
        <OpenAddress />
      </div>
      {readings.map(({ id, what, name, fraction, cancel }) => (
        <Working
          key={id}
          what={add[what](name)}
          fraction={fraction}
          stage={fraction === null || fraction < 1 ? add.waiting : add.finding}
          onStop={cancel}
        />
      ))}
      <FailedAddresses />
      <SeveralFiles />
      <ReplacementNotice />
      {refused.map(({ id, fileName, issues, longLog }) => (
        <Notice
          key={id}
          tone="error"
          onDismiss={() => {
            store.getState().dismissRefusal(id)
          }}
        >
          <PartsText
            of={add.notAdded<ReactNode>(
              <strong className="font-semibold break-all">
                {fileName === '' ? add.earlierVisit : fileName}
              </strong>,
              said.sentences(issues),
            )}
          />
          {longLog !== undefined && (
            <Suspense>
              <LongLogSql fileName={fileName} log={longLog} />
            </Suspense>
          )}
        </Notice>
      ))}
    </section>
  )
}
