import { Suspense, useState, type ReactNode } from 'react'

interface DisclosureProps {
  readonly title: string
  /** A few words at the right of the title, in sight also when closed. */
  readonly summary: string
  readonly openAtFirst?: boolean
  readonly children: ReactNode
}

/** A section that opens on demand; what is inside is rendered, and where it is lazy loaded, only while it is open. */
export function Disclosure({ title, summary, openAtFirst = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(openAtFirst)
  return (
    <details
      className="disclosure"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span className="section-title">{title}</span>
        <span className="text-xs text-muted tabular-nums">{summary}</span>
      </summary>
      {open && (
        <div className="flex flex-col gap-2 pt-2">
          <Suspense>{children}</Suspense>
        </div>
      )}
    </details>
  )
}
