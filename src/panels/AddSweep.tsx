import { ClipboardPaste, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { FileDrop } from '../components/FileDrop.tsx'
import { Notice } from '../components/Notice.tsx'
import { useDashboard, useDashboardStore } from '../store/dashboardContext.tsx'
import { issueSentence } from '../import/issueSentence.ts'

/** Ways in for a sweep: drop, choose or paste; what could not be read says so here. */
export function AddSweep() {
  const store = useDashboardStore()
  const refused = useDashboard((state) => state.refused)
  const addFiles = async (files: readonly File[]): Promise<void> => {
    // One after the other, so that the last file dropped is the one that is shown.
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        store.getState().addFile(bytes, file.name, { kind: 'file' })
      } catch {
        store.getState().addRefusal(file.name, [{ severity: 'refused', code: 'unreadable-file' }])
      }
    }
  }
  return (
    <section className="flex flex-col gap-2" aria-label="Add sweeps">
      <FileDrop
        label="Add sweep files"
        onFiles={(files) => {
          void addFiles(files)
        }}
      >
        <span className="pointer-events-none flex items-center gap-2">
          <Upload size={16} aria-hidden />
          <span>
            <span className="font-medium text-accent">Add sweep files</span>
            <span className="block text-xs text-muted">or drop CSV, TSV, JSON anywhere</span>
          </span>
        </span>
      </FileDrop>
      <PasteRows />
      {refused.map(({ id, fileName, issues }) => (
        <Notice
          key={id}
          tone="error"
          onDismiss={() => {
            store.getState().dismissRefusal(id)
          }}
        >
          <strong className="font-semibold break-all">{fileName}</strong> was not added.{' '}
          {issues.map(issueSentence).join(' ')}
        </Notice>
      ))}
    </section>
  )
}

function PasteRows() {
  const store = useDashboardStore()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const close = (): void => {
    dialog.current?.close()
  }
  return (
    <>
      <button
        type="button"
        className="button self-start"
        onClick={() => {
          dialog.current?.showModal()
        }}
      >
        <ClipboardPaste size={14} aria-hidden /> Paste rows
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="paste-title">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            store
              .getState()
              .addFile(new TextEncoder().encode(text), 'Pasted rows', { kind: 'pasted' })
            setText('')
            close()
          }}
        >
          <h2 id="paste-title" className="text-[15px] font-semibold">
            Paste rows with their header
          </h2>
          <label className="flex flex-col gap-1 text-xs text-muted">
            Comma-, semicolon- or tab-separated, as a spreadsheet copies them, or JSON
            <textarea
              className="text-input h-56 font-mono text-xs"
              value={text}
              placeholder={'flops,params,tokens,loss\n1e18,2.1e8,7.9e8,3.31\n1e18,4.4e8,3.8e8,3.27'}
              onChange={(event) => {
                setText(event.currentTarget.value)
              }}
            />
          </label>
          <div className="flex justify-end gap-2">
            <button type="button" className="button" onClick={close}>
              Close
            </button>
            <button type="submit" className="button button-primary">
              Add rows
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
