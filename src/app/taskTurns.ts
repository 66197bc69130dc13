import type { PageTurns } from '../panels/state/InTurn.tsx'

/** Turns as tasks of the page, one each, in the order in which they were asked for. */
const waiting: (() => void)[] = []
let isRunning = false

/** Tasks of the page in which its regions are drawn. */
export const TASK_TURNS: PageTurns = { afterOthers, beforeOthers }

/** Runs work in a task of its own, after what waits already; the function it returns withdraws it. */
function afterOthers(work: () => void): () => void {
  waiting.push(work)
  return begin(work)
}

/** The same before what waits already: for what a person looks at first. */
function beforeOthers(work: () => void): () => void {
  waiting.unshift(work)
  return begin(work)
}

function begin(work: () => void): () => void {
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
