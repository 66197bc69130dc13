/** Work that pauses at every `yield`, with the fraction done, so that a page may answer in between. */
export type Steps<Result> = Generator<number, Result>

/** Does all of the work at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
