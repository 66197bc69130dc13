import { Notice } from '../../components/Notice.tsx'
import { useFileReading } from './FileReading.tsx'

/** Addresses that could not be opened, each with why and what can be done. */
export function FailedAddresses() {
  const { failed, openAddress, forgetFailed } = useFileReading()
  return failed.map(({ url, message, sentence }) => (
    <Notice
      key={url}
      tone="error"
      onDismiss={() => {
        forgetFailed(url)
      }}
    >
      <strong className="font-semibold break-all">{url}</strong> was not opened. {message}{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          void openAddress(url, sentence)
        }}
      >
        Try again
      </button>
    </Notice>
  ))
}
