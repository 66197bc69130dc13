import { planner as english } from '../../words/en/planner.ts'
import { planner as korean } from '../../words/ko/planner.ts'

/** What the steps of a plan say, in every language; it comes with the Plan view and not with the page. */
export const PLANNER_WORDS = { en: english, ko: korean }

/** The sentences of the steps of a plan. */
export type PlannerWords = typeof english
