import type { FetchFailure } from './fetchSweepError.ts'

/** What the page asks of the worker: to fetch one address, or to stop. */
export type FetchRequest =
  | { readonly type: 'fetch'; readonly url: string }
  | { readonly type: 'stop' }

/** What the worker answers. */
export type FetchMessage =
  | { readonly type: 'progress'; readonly loaded: number; readonly total: number | null }
  | { readonly type: 'done'; readonly file: Blob }
  | { readonly type: 'failed'; readonly failure: FetchFailure }

/** The end of a message channel that this worker talks through. */
interface Port {
  postMessage: (message: FetchMessage) => void
  onmessage: ((event: MessageEvent<FetchRequest>) => void) | null
}

/** Larger files would fill the memory of the page. */
const LARGEST = 200_000_000

/**
 * Fetches the one address that a person opens. It is a worker apart from the page: the page's own policy
 * forbids it other hosts, and what browsers write of failed requests goes to the worker's console. It
 * has nothing of the page but the address.
 */
async function load(url: string, port: Port, signal: AbortSignal): Promise<void> {
  const fail = (failure: FetchFailure): void => {
    if (!signal.aborted) port.postMessage({ type: 'failed', failure })
  }
  try {
    const response = await fetch(url, {
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer', signal },
    })
    if (!response.ok || response.body === null) {
      fail({ kind: 'status', status: response.status })
      return
    }
    const coded = response.headers.has('content-encoding')
    const length = Number(response.headers.get('content-length'))
    const total = coded || !(length > 0) ? null : length
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const reader = response.body.getReader()
    let loaded = 0
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value)
      loaded += next.value.length
      if (loaded > LARGEST) {
        await reader.cancel()
        fail({ kind: 'too-large' })
        return
      }
      port.postMessage({ type: 'progress', loaded, total })
    }
    port.postMessage({ type: 'done', file: new Blob(pieces) })
  } catch {
    fail({ kind: 'blocked' })
  }
}

function serve(port: Port): void {
  const stop = new AbortController()
  port.onmessage = ({ data }) => {
    if (data.type === 'stop') stop.abort()
    else void load(data.url, port, stop.signal)
  }
}

// Shared between pages where the browser has such workers, else the page's own.
if ('onconnect' in self) {
  self.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports
    if (port !== undefined) serve(port)
  })
} else serve(self)
