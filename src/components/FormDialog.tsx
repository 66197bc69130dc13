import { useId, useRef, useState, type ReactNode } from 'react'
import { useWords } from './WordsContext.tsx'

interface FormDialogProps {
  readonly icon: ReactNode
  /** Of the button that opens it. */
  readonly opens: string
  readonly title: string
  readonly label: string
  readonly submit: string
  /** The one field of the form, under its label. */
  readonly field: (value: string, setValue: (value: string) => void) => ReactNode
  /** Hears what was typed; the field is empty and the dialog closed after it. */
  readonly onSubmit: (value: string) => void
  /** What stands below the form. */
  readonly below?: ReactNode
}

/** A button that opens a dialog in which one thing is typed. */
export function FormDialog({
  icon,
  opens,
  title,
  label,
  submit,
  field,
  onSubmit,
  below,
}: FormDialogProps) {
  const { page } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [value, setValue] = useState('')
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
        {icon} {opens}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit(value)
            setValue('')
            close()
          }}
        >
          <h2 id={id} className="text-[15px] font-semibold">
            {title}
          </h2>
          <label className="flex flex-col gap-1 text-xs text-muted">
            {label}
            {field(value, setValue)}
          </label>
          <div className="flex justify-end gap-2">
            <button type="button" className="button" onClick={close}>
              {page.close}
            </button>
            <button type="submit" className="button button-primary">
              {submit}
            </button>
          </div>
        </form>
        {below}
      </dialog>
    </>
  )
}
