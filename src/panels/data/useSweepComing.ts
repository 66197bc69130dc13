import { useQuery } from '@tanstack/react-query'
import { sampleSweepQuery } from '../../queries/sampleSweepQuery.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useFileReading } from '../state/FileReading.tsx'

/**
 * Whether there is no sweep because the first is still on its way: room is kept for what it will show, so
 * that nothing jumps when it comes.
 */
export function useSweepComing(): boolean {
  const isEmpty = useDashboard((state) => state.sweeps.length === 0)
  const { stage } = useFileReading()
  const { error } = useQuery(sampleSweepQuery(import.meta.env.BASE_URL))
  return isEmpty && (stage === 'reading' || (stage === 'nothing-yet' && error === null))
}
