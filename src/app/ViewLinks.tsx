import { useWords } from '../components/WordsContext.tsx'
import { viewAddress } from '../settings/address.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import { VIEWS } from '../views/views.ts'

/** The views as links: each has an address of its own, and everything else stays as it is. */
export function ViewLinks() {
  const { views } = useWords().page
  const view = useDashboard((state) => state.view)
  const showView = useDashboard((state) => state.showView)
  return (
    <nav aria-label={views.label} className="flex shrink-0 gap-0.5">
      {VIEWS.map(({ id }) => (
        <a
          key={id}
          href={viewAddress(id)}
          title={views[id].shows}
          className="view-link"
          aria-current={id === view ? 'page' : undefined}
          onClick={(event) => {
            // A new tab or window is the browser's; here only the view changes.
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
            event.preventDefault()
            showView(id)
          }}
        >
          {views[id].name}
        </a>
      ))}
    </nav>
  )
}
