import { afterAll, afterEach } from 'vitest'
import { closeAll, takeAllConsoleProblems } from './harness.ts'

afterEach(() => {
  const problems = takeAllConsoleProblems()
  if (problems.length > 0) throw new Error(problems.join('\n'))
})

afterAll(closeAll)
