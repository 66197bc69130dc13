import { useEffect, useState, type ReactNode } from 'react'
import { WordsContext } from '../components/WordsContext.tsx'
import type { Language } from '../settings/appearance.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import { en, type Words } from '../words/en/en.ts'

/** English comes with the page; another language is fetched when it is spoken. */
const FETCH: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => Promise.resolve(en),
  ko: async () => (await import('../words/ko/ko.ts')).ko,
}

/**
 * Lets the page below speak the language that is chosen, or that of the browser. It goes on in the one
 * it spoke until the other is there; nothing is shown before the first is.
 */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useDashboard((state) => state.language)
  const language = chosen === 'browser' ? languageOfBrowser() : chosen
  const [words, setWords] = useState(language === 'en' ? en : null)
  useEffect(() => {
    let isWanted = true
    // What cannot be fetched, because the page is offline, leaves the language as it is.
    void FETCH[language]()
      .catch(() => en)
      .then((fetched) => {
        if (isWanted) setWords(fetched)
      })
    return () => {
      isWanted = false
    }
  }, [language])
  useEffect(() => {
    if (words !== null) document.documentElement.lang = words.language
  }, [words])
  return words === null ? null : <WordsContext value={words}>{children}</WordsContext>
}

function languageOfBrowser(): Language {
  return navigator.language.startsWith('ko') ? 'ko' : 'en'
}
