import type { ReactNode } from 'react'

interface ScrollRegionProps {
  readonly label: string
  readonly children: ReactNode
  /** Extra classes, such as a greatest height. */
  readonly className?: string
}

/** A box that scrolls when its content is too large, reachable by the keyboard. */
export function ScrollRegion({ label, children, className = '' }: ScrollRegionProps) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className={`overflow-auto ${className}`}>
      {children}
    </div>
  )
}
