import type { Steps } from '../numerics/steps.ts'

/** Lets the page answer between two pieces of work. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
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
