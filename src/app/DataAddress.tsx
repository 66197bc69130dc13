import { useEffect, useRef } from 'react'
import { useFileReading } from '../panels/FileReading.tsx'

/** Opens the file that the address of the page names: `?data=https://…/runs.csv`, once. */
export function DataAddress() {
  const { openAddress } = useFileReading()
  const opened = useRef(false)
  useEffect(() => {
    const address = new URLSearchParams(location.search).get('data')
    if (address === null || address.trim() === '' || opened.current) return
    opened.current = true
    void openAddress(address, '')
  }, [openAddress])
  return null
}
