import { createContext, use } from 'react'
import { en } from '../words/en/en.ts'
import type { Words } from '../words/en/en.ts'

/** The language that the page speaks; English where nobody says otherwise. */
export const WordsContext = createContext<Words>(en)

/** Everything that the page says, in the language that it speaks. */
export function useWords(): Words {
  return use(WordsContext)
}
