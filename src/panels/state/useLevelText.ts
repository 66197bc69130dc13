import { levelText } from '../../format/formatNumber.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'

/** The nominal coverage of the intervals on the page, as it is set: "95%". */
export function useLevelText(): string {
  return levelText(useDashboard((state) => state.intervals.level))
}
