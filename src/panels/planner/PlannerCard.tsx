import { useId, type ReactNode } from 'react'

interface PlannerCardProps {
  readonly title: string
  readonly children: ReactNode
}

/** A step of the plan: a card with a heading. */
export function PlannerCard({ title, children }: PlannerCardProps) {
  const id = useId()
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4" aria-labelledby={id}>
      <h2 id={id} className="text-[15px] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Fields of a step, side by side where there is room. */
export function PlannerFields({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] items-start gap-x-3 gap-y-1.5">
      {children}
    </div>
  )
}

/** What must be known of a step, set small. */
export function PlannerNote({ children }: { readonly children: ReactNode }) {
  return <p className="text-xs leading-relaxed text-muted">{children}</p>
}
