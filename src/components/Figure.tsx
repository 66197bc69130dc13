import { useWords } from './WordsContext.tsx'
import { useId, useState, type ReactNode } from 'react'
import { Powers } from './Powers.tsx'
import { ScrollRegion } from './ScrollRegion.tsx'
import { Table2 } from 'lucide-react'

interface FigureProps {
  readonly title: ReactNode
  /** What was done to make the picture, in a sentence or two. */
  readonly caption: ReactNode
  readonly legend?: ReactNode
  readonly controls?: ReactNode
  /** The numbers behind the picture, shown when asked for, and what they are called. */
  readonly table: ReactNode
  readonly tableLabel: string
  readonly children: ReactNode
}

/** A chart with its title, controls, legend, caption, and the table of its numbers on demand. */
export function Figure({
  title,
  caption,
  legend,
  controls,
  table,
  tableLabel,
  children,
}: FigureProps) {
  const { page } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section
      className="card flex min-w-0 flex-col gap-1.5 p-3 sm:p-4"
      aria-labelledby={`${id}-title`}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 id={`${id}-title`} className="mr-auto text-[15px] font-semibold">
          {title}
        </h2>
        <button
          type="button"
          className="button-quiet"
          aria-expanded={open}
          aria-controls={`${id}-table`}
          onClick={() => {
            setOpen(!open)
          }}
        >
          <Table2 size={14} aria-hidden />
          {page.showTable(open)}
        </button>
      </header>
      {controls !== undefined && (
        // On a narrow screen the picture comes first.
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 max-lg:order-1">
          {controls}
        </div>
      )}
      {children}
      {legend}
      <p className="text-xs leading-relaxed text-muted">
        {typeof caption === 'string' ? <Powers text={caption} /> : caption}
      </p>
      <div id={`${id}-table`} hidden={!open}>
        {open && (
          <ScrollRegion label={tableLabel} className="max-h-96">
            {table}
          </ScrollRegion>
        )}
      </div>
    </section>
  )
}
