import { directAddress } from './directAddress.ts'
import { FetchSweepError } from './fetchSweepError.ts'
import type { FetchMessage, FetchRequest } from './fetchWorker.ts'

/** A file from the web. */
export interface FetchedFile {
  readonly name: string
  readonly file: Blob
}

export interface FetchOptions {
  readonly signal: AbortSignal
  /** Hears the fraction loaded, 0..1; null while the server does not say how much there is. */
  readonly onProgress: (fraction: number | null) => void
}

/**
 * Fetches the file at an address that a person opens, in a worker that has nothing of the page. Rejects
 * with a `FetchSweepError` whose message says what can be done, or with the signal's reason.
 */
export async function fetchSweepFile(address: string, options: FetchOptions): Promise<FetchedFile> {
  const url = webAddress(address)
  if (url === null) throw new FetchSweepError({ kind: 'not-an-address' })
  if (url.origin !== location.origin && !navigator.onLine) {
    throw new FetchSweepError({ kind: 'offline' })
  }
  return { name: fileNameOf(url), file: await fetchInWorker(url, options) }
}

/** The address of a file on the web, as it will be asked for; null where the text is none. */
export function webAddress(address: string): URL | null {
  try {
    const url = new URL(directAddress(address.trim()), location.href)
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}

function fetchInWorker(url: URL, { signal, onProgress }: FetchOptions): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const { port, close } = openWorker()
    const ask = (request: FetchRequest): void => {
      port.postMessage(request)
    }
    const finish = (): void => {
      signal.removeEventListener('abort', abort)
      close()
    }
    const abort = (): void => {
      ask({ type: 'stop' })
      finish()
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    }
    port.onmessage = ({ data }: MessageEvent<FetchMessage>) => {
      if (data.type === 'progress') {
        onProgress(data.total === null ? null : Math.min(1, data.loaded / data.total))
        return
      }
      finish()
      if (data.type === 'failed') reject(new FetchSweepError(data.failure))
      else resolve(data.file)
    }
    signal.addEventListener('abort', abort)
    ask({ type: 'fetch', url: url.href })
  })
}

/** A worker to fetch with: shared, whose console is not the page's, where the browser has them. */
function openWorker(): { readonly port: MessagePort | Worker; readonly close: () => void } {
  if (typeof SharedWorker === 'undefined') {
    const worker = new Worker(new URL('./fetchWorker.ts', import.meta.url), { type: 'module' })
    return {
      port: worker,
      close: () => {
        worker.terminate()
      },
    }
  }
  const { port } = new SharedWorker(new URL('./fetchWorker.ts', import.meta.url), {
    type: 'module',
    name: 'isoflop-fetch',
  })
  return {
    port,
    close: () => {
      port.close()
    },
  }
}

function fileNameOf(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? url.host
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
