import type { JobKind, JobMap, JobMessage } from './protocol.ts'

export interface JobOptions {
  /** Aborting ends the worker at once; the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal
  /** Hears the fraction done, 0..1. */
  readonly onProgress: (fraction: number) => void
}

/** Workers that have nothing to do: started ahead, or done with their job and quicker at the next one. */
const idle: Worker[] = []
/** As many as a page has use for at once. */
const MOST_IDLE = 2

/** Starts a worker that the next job finds ready, while the page has other things to do. */
export function warmUp(): void {
  if (idle.length === 0) idle.push(startWorker())
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Runs one job in a worker that has no other and resolves with its output.
 *
 * Rejects when the worker cannot start, when the job throws (our bug) and when it is aborted.
 */
export function runJob<Kind extends JobKind>(
  kind: Kind,
  input: JobMap[Kind]['input'],
  { signal, onProgress }: JobOptions,
): Promise<JobMap[Kind]['output']> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = idle.pop() ?? startWorker()
    const listening = new AbortController()
    // In a task of its own: to copy 30,000 runs takes as long as to draw the page, which asked for it.
    const handingOver = setTimeout(() => {
      worker.postMessage({ kind, input })
    })
    const end = (): void => {
      clearTimeout(handingOver)
      listening.abort()
      worker.terminate()
    }
    const fail = (message: string): void => {
      end()
      reject(new Error(message))
    }
    const onMessage = ({ data: message }: MessageEvent<JobMessage>): void => {
      if (message.type === 'progress') onProgress(message.fraction)
      else if (message.type === 'failed') fail(message.message)
      else {
        listening.abort()
        if (idle.length < MOST_IDLE) idle.push(worker)
        else worker.terminate()
        resolve(message.output)
      }
    }
    worker.addEventListener('message', onMessage, { signal: listening.signal })
    worker.addEventListener(
      'error',
      (event) => {
        fail(event.message || 'worker did not start')
      },
      { signal: listening.signal },
    )
    signal.addEventListener(
      'abort',
      () => {
        end()
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
      },
      { signal: listening.signal },
    )
  })
}
