import { useWords } from './WordsContext.tsx'
import { CircleX, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone: 'note' | 'warning' | 'error'
  readonly children: ReactNode
  readonly onDismiss?: () => void
}

const ICONS = { note: Info, warning: TriangleAlert, error: CircleX }

/** A sentence with an icon where something happened; errors are announced. */
export function Notice({ tone, children, onDismiss }: NoticeProps) {
  const { page } = useWords()
  const Icon = ICONS[tone]
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {onDismiss !== undefined && (
        <button type="button" className="icon-button" aria-label={page.dismiss} onClick={onDismiss}>
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
