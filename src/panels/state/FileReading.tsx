import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useState, type ReactNode } from 'react'
import { useStore, type StoreApi } from 'zustand'
import { createFileReading, type FileReadingState } from '../../reading/fileReading.ts'
import { useDashboardStore } from '../../store/dashboardContext.tsx'

const FileReadingContext = createContext<StoreApi<FileReadingState> | null>(null)

/** Hands the reading of files down to whatever takes a file or shows how far one is. */
export function FileReadingProvider({ children }: { readonly children: ReactNode }) {
  const store = useDashboardStore()
  const client = useQueryClient()
  const [reading] = useState(() => createFileReading(store, client))
  return <FileReadingContext value={reading}>{children}</FileReadingContext>
}

/** The readings of the page. Throws outside a provider. */
export function useFileReading(): FileReadingState {
  const reading = use(FileReadingContext)
  if (reading === null) throw new Error('useFileReading needs a FileReadingProvider above it')
  return useStore(reading)
}
