import { useWords } from '../../components/WordsContext.tsx'
import { useId, useState } from 'react'
import { parseNumber } from '../../notation/parseNumber.ts'

interface BytesPerTokenProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** Bytes per token turn nats/token into bits/byte; asked for, never invented. */
export function BytesPerToken({ value, onChange }: BytesPerTokenProps) {
  const { columns } = useWords()
  const id = useId()
  const [text, setText] = useState(value === null ? '' : String(value))
  const [unreadable, setUnreadable] = useState(false)
  const apply = (): void => {
    if (text.trim() === '') {
      setUnreadable(false)
      if (value !== null) onChange(null)
      return
    }
    const number = parseNumber(text)
    const usable = number !== null && number > 0 && number < 100
    setUnreadable(!usable)
    if (usable && number !== value) onChange(number)
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {columns.bytesPerToken}
      </label>
      <input
        id={id}
        className="text-input max-w-28"
        inputMode="decimal"
        placeholder={columns.notKnown}
        value={text}
        aria-invalid={unreadable}
        aria-describedby={`${id}-message`}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply()
        }}
      />
      <p id={`${id}-message`} className="text-xs text-error" role="status">
        {unreadable ? columns.notBytesPerToken(text) : ''}
      </p>
    </div>
  )
}
