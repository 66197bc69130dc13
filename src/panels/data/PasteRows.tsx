import { ClipboardPaste } from 'lucide-react'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { useFileReading } from '../state/FileReading.tsx'

/** A dialog to paste rows into. */
export function PasteRows() {
  const { paste } = useWords().data
  const { readFiles } = useFileReading()
  return (
    <FormDialog
      icon={<ClipboardPaste size={14} aria-hidden />}
      opens={paste.open}
      title={paste.title}
      label={paste.label}
      submit={paste.add}
      field={(value, setValue) => (
        <textarea
          className="text-input h-56 font-mono text-xs"
          value={value}
          placeholder={'flops,params,tokens,loss\n1e18,2.1e8,7.9e8,3.31\n1e18,4.4e8,3.8e8,3.27'}
          onChange={(event) => {
            setValue(event.currentTarget.value)
          }}
        />
      )}
      onSubmit={(text) => {
        void readFiles([{ name: paste.name, file: new Blob([text]) }], { kind: 'pasted' })
      }}
    />
  )
}
