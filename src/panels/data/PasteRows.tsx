import { useWords } from '../../components/WordsContext.tsx'
import { ClipboardPaste } from 'lucide-react'
import { useRef, useState } from 'react'
import { useFileReading } from '../state/FileReading.tsx'

/** A dialog to paste rows into. */
export function PasteRows() {
  const { page, data } = useWords()
  const { paste } = data
  const { readFiles } = useFileReading()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const close = (): void => {
    dialog.current?.close()
  }
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          dialog.current?.showModal()
        }}
      >
        <ClipboardPaste size={14} aria-hidden /> {paste.open}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="paste-title">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void readFiles([{ name: paste.name, file: new Blob([text]) }], { kind: 'pasted' })
            setText('')
            close()
          }}
        >
          <h2 id="paste-title" className="text-[15px] font-semibold">
            {paste.title}
          </h2>
          <label className="flex flex-col gap-1 text-xs text-muted">
            {paste.label}
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
              {page.close}
            </button>
            <button type="submit" className="button button-primary">
              {paste.add}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
