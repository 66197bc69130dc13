import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ISOFLOP_ESTIMATORS, SURFACE_ESTIMATORS } from '../../src/scaling/estimators/estimators.ts'
import { DIAGNOSTIC_CODES } from '../../src/study/diagnostics/diagnostic.ts'

const METHODS = readFileSync(new URL('../../docs/methods.md', import.meta.url), 'utf8')

describe('docs/methods.md', () => {
  it.each(DIAGNOSTIC_CODES)('has the paragraph that the page links to for %s', (code) => {
    expect(METHODS.includes(`\n### ${code}\n`)).toBe(true)
  })

  it.each([...ISOFLOP_ESTIMATORS, ...SURFACE_ESTIMATORS].map(({ id }) => id))(
    'says what the estimator %s is',
    (id) => {
      expect(METHODS.includes(`\`${id}\``)).toBe(true)
    },
  )
})
