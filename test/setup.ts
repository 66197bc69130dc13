import { afterEach, beforeEach } from 'vitest'
import { type ConsoleLevel, makeConsoleGuard } from './setupConsole.ts'

const guard = makeConsoleGuard(console)

beforeEach(guard.start)

afterEach(() => {
  const problems = guard.finish()
  if (problems.length > 0) throw new Error(problems.join('\n'))
})

/**
 * Says that the running test makes the console say something: without it, any console.error or
 * console.warn fails the test. The test fails too when the announced message does not come.
 */
export function expectConsole(level: ConsoleLevel, pattern: RegExp): void {
  guard.expect(level, pattern)
}
