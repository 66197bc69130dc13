import { useWords } from '../../components/WordsContext.tsx'
import { PLANNER_WORDS, type PlannerWords } from './plannerWords.ts'

/** What the steps of a plan say, in the language of the page. */
export function usePlannerWords(): PlannerWords {
  return PLANNER_WORDS[useWords().language]
}
