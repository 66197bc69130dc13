/** Turns as tasks of the page, one each, in the order in which they were asked for. */
const waiting: (() => void)[] = []
let isRunning = false

/** Runs work in a task of its own, after what waits already; the function it returns withdraws it. */
export function taskTurns(work: () => void): () => void {
  waiting.push(work)
  if (!isRunning) {
    isRunning = true
    next()
  }
  return () => {
    const at = waiting.indexOf(work)
    if (at >= 0) waiting.splice(at, 1)
  }
}

function next(): void {
  setTimeout(() => {
    const work = waiting.shift()
    if (work === undefined) {
      isRunning = false
      return
    }
    try {
      work()
    } finally {
      next()
    }
  })
}
