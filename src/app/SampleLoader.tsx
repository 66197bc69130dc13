import { useSweepComing } from '../panels/data/useSweepComing.ts'
import { useWords } from '../components/WordsContext.tsx'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { Notice } from '../components/Notice.tsx'
import { sampleSweepQuery, type SampleFile } from '../queries/sampleSweepQuery.ts'
import { useFileReading } from '../panels/state/FileReading.tsx'
import { useDashboard, useDashboardStore } from '../store/dashboardContext.tsx'

/**
 * Loads the sample sweep when the page opens, unless something else is there already, and
 * offers it again when every sweep has been taken off.
 */
export function SampleLoader() {
  const { page } = useWords()
  const store = useDashboardStore()
  const { readFiles } = useFileReading()
  const isComing = useSweepComing()
  const empty = useDashboard((state) => state.sweeps.length === 0)
  const { data, error, refetch } = useQuery(sampleSweepQuery(import.meta.env.BASE_URL))
  const add = useCallback(
    ({ bytes, entry }: SampleFile): void => {
      const file = { name: entry.file, file: new Blob([bytes]) }
      void readFiles([file], { kind: 'sample' }).then(() => {
        // The page begins with the sample; there is nothing before it to go back to.
        if (store.getState().sweeps.length === 1) store.temporal.getState().clear()
      })
    },
    [store, readFiles],
  )
  useEffect(() => {
    if (data !== undefined && store.getState().sweeps.length === 0) add(data)
  }, [data, store, add])
  if (!empty || isComing) return null
  if (error !== null) {
    return (
      <Notice tone="error">
        {page.sampleFailed(error.message)}{' '}
        <button type="button" className="button-quiet" onClick={() => void refetch()}>
          {page.tryAgain}
        </button>
      </Notice>
    )
  }
  if (data === undefined) return null
  return (
    <button
      type="button"
      className="button mb-3"
      onClick={() => {
        add(data)
      }}
    >
      {page.loadSample}
    </button>
  )
}
