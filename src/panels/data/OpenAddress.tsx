import { Globe } from 'lucide-react'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { PUBLIC_SWEEPS } from '../../queries/publicSweeps.ts'
import { useFileReading } from '../state/FileReading.tsx'

/** A dialog to open a file by its address, or one of the public sweeps. */
export function OpenAddress() {
  const { web } = useWords().data
  const { openAddress } = useFileReading()
  return (
    <FormDialog
      icon={<Globe size={14} aria-hidden />}
      opens={web.open}
      title={web.title}
      label={web.label}
      submit={web.submit}
      field={(value, setValue) => (
        <input
          className="text-input"
          inputMode="url"
          required
          value={value}
          placeholder="https://…/runs.csv"
          onChange={(event) => {
            setValue(event.currentTarget.value)
          }}
        />
      )}
      onSubmit={(address) => {
        void openAddress(address, null)
      }}
      below={<PublicSweeps />}
    />
  )
}

/** Sweeps that their authors published, each loaded by a click, which closes the dialog that they stand in. */
function PublicSweeps() {
  const { data, publicSweeps } = useWords()
  const { web } = data
  const { openAddress } = useFileReading()
  return (
    <>
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
              onClick={(event) => {
                void openAddress(url, id)
                event.currentTarget.closest('dialog')?.close()
              }}
            >
              {web.load}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
