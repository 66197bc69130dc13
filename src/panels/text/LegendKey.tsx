import type { ReactNode } from 'react'
import type { LineStyle } from '../../charts/palette.ts'

/** A legend's entry for a line: a sample of it and what it is. */
export function LineKey({
  style,
  children,
}: {
  readonly style: LineStyle
  readonly children: ReactNode
}) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <LineSample style={style} />
      {children}
    </li>
  )
}

function LineSample({ style }: { readonly style: LineStyle }) {
  return (
    <svg width={26} height={8} aria-hidden>
      <line
        x1={1}
        x2={25}
        y1={4}
        y2={4}
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={style.dash}
        strokeLinecap="round"
      />
    </svg>
  )
}

interface LawKeyProps {
  readonly style: LineStyle
  readonly isCompared: boolean
  readonly onCompare: () => void
  readonly children: ReactNode
}

/** A legend's entry for a published law, which a click brings forward. */
export function LawKey({ style, isCompared, onCompare, children }: LawKeyProps) {
  return (
    <li>
      <button
        type="button"
        className={`inline-flex min-h-6 cursor-pointer items-center gap-1.5 rounded ${isCompared ? 'font-medium text-ink' : 'text-muted'}`}
        aria-pressed={isCompared}
        onClick={onCompare}
      >
        <LineSample style={style} />
        {children}
      </button>
    </li>
  )
}

interface MarkKeyProps {
  readonly mark: 'disc' | 'square' | 'ring' | 'cross' | 'arrow' | 'diamond' | 'hollow-diamond'
  readonly children: ReactNode
}

const SHAPES: Readonly<Record<MarkKeyProps['mark'], ReactNode>> = {
  disc: <circle cx={6} cy={6} r={3.4} fill="currentColor" />,
  square: (
    <rect
      x={2.8}
      y={2.8}
      width={6.4}
      height={6.4}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.3}
    />
  ),
  arrow: <path d="M6,2L10.5,10H1.5Z" fill="currentColor" />,
  ring: <circle cx={6} cy={6} r={3.2} fill="none" stroke="currentColor" strokeWidth={1.3} />,
  cross: <path d="M2.5,2.5L9.5,9.5M2.5,9.5L9.5,2.5" stroke="currentColor" strokeWidth={1.4} />,
  diamond: <path d="M6,1L11,6L6,11L1,6Z" fill="currentColor" />,
  'hollow-diamond': (
    <path d="M6,1.5L10.5,6L6,10.5L1.5,6Z" fill="none" stroke="currentColor" strokeWidth={1.4} />
  ),
}

/** A legend's entry for a mark. */
export function MarkKey({ mark, children }: MarkKeyProps) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg width={12} height={12} aria-hidden className="text-muted">
        {SHAPES[mark]}
      </svg>
      {children}
    </li>
  )
}

/** A legend: a plain list that wraps. */
export function Legend({ children }: { readonly children: ReactNode }) {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">{children}</ul>
  )
}
