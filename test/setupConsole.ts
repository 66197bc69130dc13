import { format } from 'node:util'

/** The console's two ways of saying that something is wrong. */
export type ConsoleLevel = 'error' | 'warn'

interface Call {
  readonly level: ConsoleLevel
  readonly text: string
}

interface Expectation {
  readonly level: ConsoleLevel
  readonly pattern: RegExp
}

/** Listens to console.error and console.warn for as long as one test runs. */
export interface ConsoleGuard {
  /** Takes the place of console.error and console.warn, and forgets what was said before. */
  readonly start: () => void
  /** Announces a message: it may come any number of times, but at least once. */
  readonly expect: (level: ConsoleLevel, pattern: RegExp) => void
  /** Gives the console back; one sentence for every message that was not announced or did not come. */
  readonly finish: () => readonly string[]
}

/** Makes a guard for `target`, the console that is listened to. */
export function makeConsoleGuard(target: Pick<Console, ConsoleLevel>): ConsoleGuard {
  const original = { error: target.error, warn: target.warn }
  let calls: Call[] = []
  let expectations: Expectation[] = []

  const listen =
    (level: ConsoleLevel) =>
    (...values: readonly unknown[]) => {
      calls.push({ level, text: format(...values) })
    }
  const matches = (call: Call, { level, pattern }: Expectation) =>
    call.level === level && pattern.test(call.text)

  return {
    start: () => {
      calls = []
      expectations = []
      target.error = listen('error')
      target.warn = listen('warn')
    },
    expect: (level, pattern) => {
      expectations.push({ level, pattern })
    },
    finish: () => {
      Object.assign(target, original)
      return [
        ...calls
          .filter((call) => !expectations.some((expectation) => matches(call, expectation)))
          .map(({ level, text }) => `Unexpected console.${level}: ${text}`),
        ...expectations
          .filter((expectation) => !calls.some((call) => matches(call, expectation)))
          .map(
            ({ level, pattern }) => `Expected console.${level} did not come: ${String(pattern)}`,
          ),
      ]
    },
  }
}
