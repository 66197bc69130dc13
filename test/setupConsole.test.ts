import { describe, expect, it } from 'vitest'
import { expectConsole } from './setup.ts'
import { makeConsoleGuard } from './setupConsole.ts'

function guarded() {
  const said: unknown[] = []
  const target = {
    error: (...values: unknown[]) => void said.push(...values),
    warn: (...values: unknown[]) => void said.push(...values),
  }
  const guard = makeConsoleGuard(target)
  guard.start()
  return { guard, target, said }
}

describe('the console guard', () => {
  it('has nothing to say of a quiet test', () => {
    expect(guarded().guard.finish()).toEqual([])
  })

  it('reports an error and a warning that were not announced', () => {
    const { guard, target } = guarded()
    target.error('lost %d runs', 3)
    target.warn('slow')
    expect(guard.finish()).toEqual([
      'Unexpected console.error: lost 3 runs',
      'Unexpected console.warn: slow',
    ])
  })

  it('accepts an announced message, however often it comes', () => {
    const { guard, target } = guarded()
    guard.expect('error', /lost \d+ runs/)
    target.error('lost 3 runs')
    target.error('lost 4 runs')
    expect(guard.finish()).toEqual([])
  })

  it('reports an announced message that does not come, or comes at another level', () => {
    const { guard, target } = guarded()
    guard.expect('error', /lost/)
    target.warn('lost')
    expect(guard.finish()).toEqual([
      'Unexpected console.warn: lost',
      'Expected console.error did not come: /lost/',
    ])
  })

  it('gives the console back', () => {
    const { guard, target, said } = guarded()
    target.error('heard')
    guard.finish()
    target.error('passed on')
    expect(said).toEqual(['passed on'])
  })

  it('is the one that watches this test', () => {
    expectConsole('warn', /watched/)
    console.warn('watched')
  })
})
