import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/import/fields/field.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { SCALE_METRICS } from '../../src/scaling/runs/scaleMetric.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { sweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { DEFAULT_CHOICES, NO_DECISIONS } from '../../src/study/choices.ts'
import { studyOf } from '../../src/study/study.ts'
import { derivationTexts } from '../fixtures/inEnglish.ts'
import { OWN_SWEEPS } from '../fixtures/ownSweeps.ts'
import { dropped } from '../fixtures/readSweep.ts'

describe.each(OWN_SWEEPS)('$name, dropped as it is', (expected) => {
  const { table, mapping, sweep } = dropped(expected.text)
  const grouping = groupBudgets(sweep.runs, 0.1)

  it('gives its runs from the columns that are meant', () => {
    const heading = (field: Field) => table.header[mapping[field]?.columns[0] ?? -1] ?? '-'
    expect(table.rows).toHaveLength(expected.rows)
    expect(sweep.runs).toHaveLength(expected.runs)
    const fields: Field[] = ['loss', 'parameters', 'computeFlops', 'tokens']
    expect(fields.map(heading).join(', ')).toBe(expected.headings)
    for (const run of sweep.runs) {
      const metrics = SCALE_METRICS.filter((metric) => run.scale[metric] !== undefined)
      expect(metrics.join(' ')).toBe(expected.metrics)
    }
    const leftOut = new Set(
      sweep.issues.flatMap(({ severity, line }) => (severity === 'row-left-out' ? [line] : [])),
    )
    expect(leftOut.size).toBe(expected.rows - expected.runs)
  })

  it('says what was derived', () => {
    const derived = derivationTexts(sweep.derivations)
    expect(derived).toHaveLength(expected.derived.length)
    expected.derived.forEach((pattern, i) => {
      expect(derived[i]).toMatch(pattern)
    })
  })

  it('is the kind of sweep that it was made as', () => {
    expect(sweepKind(sweep.runs, grouping)).toBe(expected.kind)
  })

  it('has runs to look at twice only where some were spoilt', () => {
    const proposals =
      expected.kind === 'isoflop' ? proposeSetAside(sweep.runs, grouping.groups) : []
    expect(proposals.map(({ reason }) => reason.kind)).toEqual(expected.proposals)
  })

  it('gives the exponents that it was made with, or none', () => {
    const { analysis } = studyOf(sweep.runs, NO_DECISIONS, DEFAULT_CHOICES)
    const { scale, tokens } = analysis?.laws ?? {}
    if (expected.exponents === null) {
      expect(scale?.status === 'fitted').toBe(false)
      return
    }
    if (scale?.status !== 'fitted' || tokens?.status !== 'fitted') throw new Error('no law')
    expect(scale.exponent).toBeCloseTo(expected.exponents.a, 2)
    expect(tokens.exponent).toBeCloseTo(expected.exponents.b, 2)
    expect(scale.count).toBe(5)
  })
})
