import type { JobKind, JobMap, JobMessage } from './protocol.ts'

export interface JobOptions {
  /** Aborting ends the worker at once; the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal
  /** Hears the fraction done, 0..1. */
  readonly onProgress: (fraction: number) => void
}

let spare: Worker | null = null

/** Starts a worker that the next job finds ready, while the page has other things to do. */
export function warmUp(): void {
  spare ??= startWorker()
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Runs one job in a worker of its own and resolves with its output.
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
    const worker = spare ?? startWorker()
    spare = null
    const finish = (): void => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
    }
    const fail = (message: string): void => {
      finish()
      reject(new Error(message))
    }
    const abort = (): void => {
      finish()
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    }
    signal.addEventListener('abort', abort)
    worker.addEventListener('message', (event: MessageEvent<JobMessage>) => {
      const message = event.data
      if (message.type === 'progress') onProgress(message.fraction)
      else if (message.type === 'failed') fail(message.message)
      else {
        finish()
        resolve(message.output)
      }
    })
    worker.addEventListener('error', (event) => {
      fail(event.message || 'worker did not start')
    })
    worker.postMessage({ kind, input })
  })
}
