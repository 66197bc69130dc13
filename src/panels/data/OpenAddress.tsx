import { useWords } from '../../components/WordsContext.tsx'
import { Globe } from 'lucide-react'
import { useRef, useState } from 'react'
import { PUBLIC_SWEEPS } from '../../queries/publicSweeps.ts'
import { useFileReading } from '../state/FileReading.tsx'

/** A dialog to open a file by its address, or one of the public sweeps. */
export function OpenAddress() {
  const { page, data, publicSweeps } = useWords()
  const { web } = data
  const { openAddress } = useFileReading()
  const dialog = useRef<HTMLDialogElement>(null)
  const [address, setAddress] = useState('')
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
        <Globe size={14} aria-hidden /> {web.open}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="address-title">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void openAddress(address, null)
            setAddress('')
            close()
          }}
        >
          <h2 id="address-title" className="text-[15px] font-semibold">
            {web.title}
          </h2>
          <label className="flex flex-col gap-1 text-xs text-muted">
            {web.label}
            <input
              className="text-input"
              inputMode="url"
              required
              value={address}
              placeholder="https://…/runs.csv"
              onChange={(event) => {
                setAddress(event.currentTarget.value)
              }}
            />
          </label>
          <div className="flex justify-end gap-2">
            <button type="button" className="button" onClick={close}>
              {page.close}
            </button>
            <button type="submit" className="button button-primary">
              {web.submit}
            </button>
          </div>
        </form>
        <h3 className="section-title mt-4">{web.publicTitle}</h3>
        <p className="text-xs text-muted">{web.publicNote}</p>
        <ul className="mt-2 flex flex-col gap-3" aria-label={web.publicTitle}>
          {PUBLIC_SWEEPS.map(({ id, licence, citation, url }) => (
            <li key={id} className="flex items-start gap-3 text-xs">
              <div className="min-w-0 flex-1">
                <p className="text-sm font-medium">{publicSweeps[id].name}</p>
                <p>{publicSweeps[id].what}</p>
                <p className="text-muted">
                  {web.licence(citation, licence, publicSweeps[id].mapping)}
                </p>
                <p className="break-all text-muted">{url}</p>
              </div>
              <button
                type="button"
                className="button shrink-0"
                aria-label={web.loadOf(publicSweeps[id].name)}
                onClick={() => {
                  void openAddress(url, id)
                  close()
                }}
              >
                {web.load}
              </button>
            </li>
          ))}
        </ul>
      </dialog>
    </>
  )
}
