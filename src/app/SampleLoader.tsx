import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Notice } from '../components/Notice.tsx'
import { sampleSweepQuery } from '../queries/sampleSweepQuery.ts'
import { useDashboard, useDashboardStore } from '../store/dashboardContext.tsx'

/** Loads the sample sweep when the page opens, unless something else is there already. */
export function SampleLoader() {
  const store = useDashboardStore()
  const empty = useDashboard((state) => state.sweeps.length === 0)
  const { data, error, refetch } = useQuery(sampleSweepQuery(import.meta.env.BASE_URL))
  useEffect(() => {
    if (data === undefined || store.getState().sweeps.length > 0) return
    store
      .getState()
      .addFile(data.bytes, data.entry.file, { kind: 'sample', sentence: data.entry.origin })
  }, [data, store])
  if (error === null || !empty) return null
  return (
    <Notice tone="error">
      The sample sweep could not be loaded: {error.message}. Your own files still work.{' '}
      <button type="button" className="button-quiet" onClick={() => void refetch()}>
        Try again
      </button>
    </Notice>
  )
}
