import { PartsText } from '../components/PartsText.tsx'
import { useWords } from '../components/WordsContext.tsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '../components/Notice.tsx'
import { useFileReading } from '../panels/state/FileReading.tsx'
import { webAddress } from '../queries/fetchSweepFile.ts'
import { isPrivateHost } from '../queries/privateAddress.ts'

/**
 * The file that the address of the page names, `?data=https://…/runs.csv`: the host is named, and
 * nothing is fetched before the person says so. A host of the person's own network is never asked by a
 * page that comes from elsewhere.
 */
export function DataAddress() {
  const { page } = useWords()
  const { openAddress } = useFileReading()
  const address = useMemo(() => new URLSearchParams(location.search).get('data')?.trim() ?? '', [])
  const [isOpen, setOpen] = useState(address !== '')
  const told = useRef(false)
  const url = useMemo(() => webAddress(address), [address])
  const isForbidden =
    url !== null && isPrivateHost(url.hostname) && !isPrivateHost(location.hostname)
  useEffect(() => {
    // What is no address at all fails at once, with the sentence for it.
    if (address === '' || url !== null || told.current) return
    told.current = true
    void openAddress(address, null)
  }, [url, address, openAddress])
  if (!isOpen || url === null) return null
  if (isForbidden) {
    return (
      <Notice
        tone="error"
        onDismiss={() => {
          setOpen(false)
        }}
      >
        <PartsText of={page.forbiddenAddress(<strong className="break-all">{url.host}</strong>)} />
      </Notice>
    )
  }
  return (
    <Notice
      tone="warning"
      onDismiss={() => {
        setOpen(false)
      }}
    >
      <PartsText
        of={page.askedAddress(
          <strong className="break-all">{url.host}</strong>,
          <span className="break-all">{url.href}</span>,
        )}
      />
      <span className="mt-1.5 flex gap-1.5">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            setOpen(false)
            void openAddress(address, null)
          }}
        >
          {page.openIt}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpen(false)
          }}
        >
          {page.doNot}
        </button>
      </span>
    </Notice>
  )
}
