import type { Steps } from '../numerics/steps.ts'

/**
 * Lets the page answer between two pieces of work. By a message to itself: a browser makes timers that
 * follow one another wait 4 ms each.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Does work with pauses, and lets the page answer in each. Ends with the signal's reason when it is aborted. */
export async function inPieces<Result>(
  steps: Steps<Result>,
  onProgress: (fraction: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    onProgress(step.value)
    await nextTask()
    signal?.throwIfAborted()
  }
}
