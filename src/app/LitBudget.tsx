import { useEffect } from 'react'
import { useDashboard } from '../store/dashboardContext.tsx'

/**
 * Lights the pointed-at budget in all charts and tables by one rule in a style sheet of its own:
 * no chart draws anything again.
 */
export function LitBudget() {
  const litBudget = useDashboard((state) => state.litBudget)
  useEffect(() => {
    if (litBudget === null) return
    const sheet = new CSSStyleSheet()
    sheet.insertRule(`svg [data-budget]:not([data-budget="${litBudget}"]) { opacity: 0.18 }`)
    sheet.insertRule(`tr[data-budget="${litBudget}"] { background: var(--color-selected) }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [litBudget])
  return null
}
