import type { ReactNode, Ref } from 'react'

interface ScrollRegionProps {
  readonly label: string
  readonly children: ReactNode
  /** Extra classes, such as a greatest height. */
  readonly className?: string
  /** The box itself, for what needs to know where it is scrolled to. */
  readonly ref?: Ref<HTMLDivElement>
}

/** A box that scrolls when its content is too large, reachable by the keyboard. */
export function ScrollRegion({ label, children, className = '', ref }: ScrollRegionProps) {
  return (
    <div
      ref={ref}
      role="region"
      aria-label={label}
      tabIndex={0}
      className={`overflow-auto ${className}`}
    >
      {children}
    </div>
  )
}
