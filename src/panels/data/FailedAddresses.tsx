import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { ReactNode } from 'react'
import { Notice } from '../../components/Notice.tsx'
import { useFileReading } from '../state/FileReading.tsx'

/** Addresses that could not be opened, each with why and what can be done. */
export function FailedAddresses() {
  const { page, data } = useWords()
  const { web } = data
  const { failed, openAddress, forgetFailed } = useFileReading()
  return failed.map(({ url, failure, publicId }) => (
    <Notice
      key={url}
      tone="error"
      onDismiss={() => {
        forgetFailed(url)
      }}
    >
      <PartsText
        of={web.notOpened<ReactNode>(
          <strong className="font-semibold break-all">{url}</strong>,
          failure.kind === 'status' ? web.status(failure.status) : web.failures[failure.kind],
        )}
      />{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          void openAddress(url, publicId)
        }}
      >
        {page.tryAgain}
      </button>
    </Notice>
  ))
}
