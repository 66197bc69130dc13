import { useLayoutEffect } from 'react'
import { useDashboard } from '../store/dashboardContext.tsx'

/** Puts the theme in use on the document, following the system where the person has not chosen. */
export function ThemeOnPage() {
  const theme = useDashboard((state) => state.theme)
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = (): void => {
      document.documentElement.dataset['theme'] =
        theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => {
      dark.removeEventListener('change', apply)
    }
  }, [theme])
  return null
}
