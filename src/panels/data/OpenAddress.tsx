import { Globe } from 'lucide-react'
import { useRef, useState } from 'react'
import { PUBLIC_SWEEPS } from '../../queries/publicSweeps.ts'
import { useFileReading } from './FileReading.tsx'

/** A dialog to open a file by its address, or one of the public sweeps. */
export function OpenAddress() {
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
        <Globe size={14} aria-hidden /> Open URL
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="address-title">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void openAddress(address, '')
            setAddress('')
            close()
          }}
        >
          <h2 id="address-title" className="text-[15px] font-semibold">
            Open from the web
          </h2>
          <label className="flex flex-col gap-1 text-xs text-muted">
            Address of a file. It is fetched from there by this browser; nothing is sent but the
            request itself.
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
              Close
            </button>
            <button type="submit" className="button button-primary">
              Open
            </button>
          </div>
        </form>
        <h3 className="section-title mt-4">Public sweeps</h3>
        <p className="text-xs text-muted">
          They stay where their authors put them; licences are as stated there.
        </p>
        <ul className="mt-2 flex flex-col gap-3" aria-label="Public sweeps">
          {PUBLIC_SWEEPS.map(({ id, name, what, licence, citation, url, mapping }) => (
            <li key={id} className="flex items-start gap-3 text-xs">
              <div className="min-w-0 flex-1">
                <p className="text-sm font-medium">{name}</p>
                <p>{what}</p>
                <p className="text-muted">
                  {citation}. Licence: {licence}. Read as: {mapping}.
                </p>
                <p className="break-all text-muted">{url}</p>
              </div>
              <button
                type="button"
                className="button shrink-0"
                aria-label={`Load ${name}`}
                onClick={() => {
                  void openAddress(url, `${what} ${citation}. Licence: ${licence}.`)
                  close()
                }}
              >
                Load
              </button>
            </li>
          ))}
        </ul>
      </dialog>
    </>
  )
}
