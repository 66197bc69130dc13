import { useState, type ReactNode } from 'react'
import { usePlannerWords } from './usePlannerWords.ts'

interface CopyButtonProps {
  /** The text, made when asked for. */
  readonly text: () => string | Promise<string>
  readonly children: ReactNode
}

/** Copies a text, and says whether it did. */
export function CopyButton({ text, children }: CopyButtonProps) {
  const { copy } = usePlannerWords()
  const [done, setDone] = useState<'copied' | 'failed' | null>(null)
  const put = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text())
      setDone('copied')
    } catch {
      setDone('failed')
    }
  }
  return (
    <span className="inline-flex items-center gap-2">
      <button
        type="button"
        className="button"
        onClick={() => {
          void put()
        }}
      >
        {children}
      </button>
      <span role="status" className={`text-xs ${done === 'failed' ? 'text-error' : 'text-muted'}`}>
        {done === null ? '' : copy[done]}
      </span>
    </span>
  )
}
