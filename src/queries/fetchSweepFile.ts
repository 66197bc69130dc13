import { directAddress } from './directAddress.ts'
import { FetchSweepError, type FetchFailure } from './fetchSweepError.ts'

/** A file from the web. */
export interface FetchedFile {
  readonly name: string
  readonly file: Blob
}

export interface FetchOptions {
  readonly signal: AbortSignal
  /** Hears the fraction loaded, 0..1; null while the server does not say how much there is. */
  readonly onProgress: (fraction: number | null) => void
  /** Address of `fetch.html`, the only part of the page that may reach other hosts. */
  readonly frameUrl: string
}

/** The frame is a file of the page itself; when it does not answer, it is not there. */
const FRAME_PATIENCE = 15_000

type FrameMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly loaded: number; readonly total: number | null }
  | { readonly type: 'done'; readonly file: Blob }
  | ({ readonly type: 'failed' } & FetchFailure)

/**
 * Fetches the file at an address that a person opens: one of the page's own host, or by way of a
 * sandboxed frame any other. Rejects with a `FetchSweepError` whose message says what can be done,
 * or with the signal's reason.
 */
export async function fetchSweepFile(address: string, options: FetchOptions): Promise<FetchedFile> {
  const url = webAddress(address)
  if (url === null) throw new FetchSweepError({ kind: 'not-an-address' })
  const isOwn = url.origin === location.origin
  if (!isOwn && !navigator.onLine) throw new FetchSweepError({ kind: 'offline' })
  const file = isOwn ? await fetchOwn(url, options.signal) : await fetchInFrame(url, options)
  return { name: fileNameOf(url), file }
}

function webAddress(address: string): URL | null {
  try {
    const url = new URL(directAddress(address.trim()), location.href)
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}

async function fetchOwn(url: URL, signal: AbortSignal): Promise<Blob> {
  let response: Response
  try {
    response = await fetch(url, { signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new FetchSweepError({ kind: 'blocked' })
  }
  if (!response.ok) throw new FetchSweepError({ kind: 'status', status: response.status })
  return response.blob()
}

function fetchInFrame(url: URL, { signal, onProgress, frameUrl }: FetchOptions): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.referrerPolicy = 'no-referrer'
    frame.title = 'Opens a file from the web'
    frame.hidden = true
    frame.src = frameUrl
    const fail = (error: Error): void => {
      finish()
      reject(error)
    }
    const abort = (): void => {
      fail(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    }
    const patience = setTimeout(() => {
      fail(new FetchSweepError({ kind: 'blocked' }))
    }, FRAME_PATIENCE)
    const listen = ({ source, data }: MessageEvent<FrameMessage>): void => {
      if (source !== frame.contentWindow || source === null) return
      if (data.type === 'ready') {
        clearTimeout(patience)
        frame.contentWindow?.postMessage({ type: 'fetch', url: url.href }, '*')
      } else if (data.type === 'progress') {
        onProgress(data.total === null ? null : Math.min(1, data.loaded / data.total))
      } else if (data.type === 'failed') {
        fail(new FetchSweepError(data))
      } else {
        finish()
        resolve(data.file)
      }
    }
    const finish = (): void => {
      clearTimeout(patience)
      window.removeEventListener('message', listen)
      signal.removeEventListener('abort', abort)
      frame.remove()
    }
    window.addEventListener('message', listen)
    signal.addEventListener('abort', abort)
    document.body.append(frame)
  })
}

function fileNameOf(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? url.host
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
