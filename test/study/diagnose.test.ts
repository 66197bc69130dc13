import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/study/diagnostics/diagnose.ts'
import { diagnostic, DIAGNOSTIC_CODES } from '../../src/study/diagnostics/diagnostic.ts'
import { studyMethods } from '../../src/study/methodLaws.ts'
import { DEFAULT_CHOICES, NO_DECISIONS, type StudyChoices } from '../../src/study/choices.ts'
import { replicatesOf, studyOf } from '../../src/study/study.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { en } from '../../src/words/en/en.ts'
import { ko } from '../../src/words/ko/ko.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const BUDGETS = [1e18, 3e18, 1e19, 3e19, 1e20, 3e20]
const CHOICES: StudyChoices = { ...DEFAULT_CHOICES, replicates: 100 }

interface Told {
  readonly choices?: StudyChoices
  readonly extrapolation?: number
  readonly lossUnit?: string
}

const remembered = new WeakMap<readonly Run[], ReturnType<typeof diagnose>>()

/** Every case is asked for twice: what was told of its runs is remembered. */
function told(runs: readonly Run[], how: Told = {}): ReturnType<typeof diagnose> {
  const before = remembered.get(runs)
  const found = before ?? diagnosed(runs, how)
  remembered.set(runs, found)
  return found
}

function diagnosed(
  runs: readonly Run[],
  { choices = CHOICES, extrapolation, lossUnit }: Told = {},
) {
  const study = studyOf(runs, NO_DECISIONS, choices)
  return diagnose(study, choices, {
    replicates: replicatesOf(study, choices, () => undefined),
    methods: studyMethods({ ...study, choices }, () => undefined),
    lossUnit: lossUnit ?? 'bits/byte',
    extrapolation: extrapolation ?? 1,
  })
}

function codes(runs: readonly Run[], how?: Told): readonly string[] {
  return told(runs, how ?? {}).map(({ code }) => code)
}

function sweep(options: Partial<Parameters<typeof makeIsoFlopRuns>[0]> = {}): readonly Run[] {
  return makeIsoFlopRuns({
    budgets: BUDGETS,
    sizes: 9,
    span: 6,
    noise: seededNoise(11, 0.002),
    ...options,
  })
}

/** Scales pulled towards those of the first budget, so that the grid lags behind the optimum. */
function drifting(): readonly Run[] {
  return BUDGETS.flatMap((budget, k) =>
    makeIsoFlopRuns({
      budgets: [budget],
      sizes: 9,
      span: 6,
      centre: 0.75 ** k,
      noise: seededNoise(20 + k, 0.0002),
    }).map((run) => ({ ...run, id: `${k}-${run.id}` })),
  )
}

describe('a sweep that is as it should be', () => {
  it('has nothing said against it but what it lacks', () => {
    expect(codes(sweep())).toEqual([])
  })
})

describe('each diagnostic', () => {
  const unscaled = sweep().map((run) => ({ ...run, learningRate: 3e-4, batchTokens: 5e5 }))
  const of = (
    code: string,
    runs: readonly Run[],
    how?: Told,
  ): [string, readonly Run[], Told | undefined] => [code, runs, how]
  const cases = [
    of(
      'optimum-at-edge',
      [...sweep({ budgets: BUDGETS.slice(0, 5) }), ...sweep({ budgets: [1e21], centre: 8 })].map(
        (run, i) => ({ ...run, id: String(i) }),
      ),
    ),
    of('few-budgets', sweep({ budgets: BUDGETS.slice(0, 3) })),
    of('few-runs', sweep({ sizes: 4 })),
    of('far-extrapolation', sweep(), { extrapolation: 150 }),
    of('grid-drifts', drifting()),
    of('grid-off-centre', sweep({ centre: 3.2, span: 30, sizes: 13 })),
    of('grid-wide', sweep({ span: 70, sizes: 13 })),
    of(
      'compute-disagrees',
      sweep().map((run) => ({ ...run, tokens: run.tokens * 1.5 })),
    ),
    of('learning-rate-unscaled', unscaled),
    of('batch-unscaled', unscaled),
    of(
      'embedding-share',
      sweep().map((run) => ({ ...run, scale: { ...run.scale, '6N1': 4 * (run.scale.N ?? 0) } })),
      { choices: { ...CHOICES, metric: 'N' } },
    ),
    of(
      'nats-across-corpora',
      sweep().map((run, i) => ({ ...run, corpus: i % 2 === 0 ? 'a' : 'b' })),
      { lossUnit: 'nats/token' },
    ),
    of(
      'runs-without-weight',
      sweep().map((run, i) => (i === 4 ? { ...run, loss: run.loss * 2 } : run)),
    ),
    of(
      'repetitions',
      [...sweep(), ...sweep({ noise: seededNoise(12, 0.002) })].map((run, i) => ({
        ...run,
        id: String(i),
        seed: String(Number(i >= 54)),
      })),
    ),
    of(
      'no-budgets',
      sweep().map((run, i) => ({
        ...run,
        computeFlops: run.computeFlops * 1.37 ** i,
        tokens: run.tokens * 1.37 ** i,
      })),
    ),
  ]

  it.each(cases)(
    '%s is told of a sweep that has it',
    (code: string, runs: readonly Run[], how: Told | undefined) => {
      expect(codes(runs, how ?? {})).toContain(code)
    },
  )

  it.each(cases)(
    '%s has a sentence in both languages, with no figure missing',
    (code, runs, how) => {
      const one = told(runs, how ?? {}).find((found) => found.code === code)
      if (one === undefined) throw new Error(`no ${code}`)
      for (const { diagnostics } of [en, ko]) {
        expect(diagnostics.sentence(one)).not.toMatch(/NaN|undefined|Infinity/)
      }
    },
  )
})

describe('the sentence of a diagnostic', () => {
  it.each(DIAGNOSTIC_CODES)('%s is whole in both languages whatever its figures', (code) => {
    const found = diagnostic(code, 'warning', {
      ...{ budgets: [1e18, 3e18], runs: ['one', 'two'], values: [0.7, 0.78, 0.79] },
      of: 'robust-parabola parabola',
    })
    for (const { diagnostics } of [en, ko]) {
      const sentence = diagnostics.sentence(found)
      expect(sentence).not.toMatch(/NaN|undefined|Infinity/)
      expect(sentence.length).toBeGreaterThan(20)
    }
  })
})

describe('the grid that drifts', () => {
  it('is told with the bias that a parabola has on it', () => {
    const one = told(drifting()).find(({ code }) => code === 'grid-drifts')
    const parabola = studyOf(
      drifting().map((run) => run),
      NO_DECISIONS,
      { ...CHOICES, estimator: 'parabola' },
    ).analysis?.laws.scale
    const shape = studyOf(drifting(), NO_DECISIONS, CHOICES).analysis?.laws.scale
    if (parabola?.status !== 'fitted' || shape?.status !== 'fitted') throw new Error('no law')
    // The estimate is of noise-free runs; the difference of the two fits has their noise in it.
    expect(
      Math.abs((one?.values[1] ?? Number.NaN) - (parabola.exponent - shape.exponent)),
    ).toBeLessThan(0.01)
  })
})

describe('diagnostics', () => {
  it('are ranked: warnings first, the gravest before the others', () => {
    const found = told(sweep({ budgets: BUDGETS.slice(0, 3), span: 10, sizes: 13 }), {
      extrapolation: 500,
    })
    const severities = found.map(({ severity }) => severity)
    expect(severities).toEqual(severities.toSorted().reverse())
    const warnings = found
      .filter(({ severity }) => severity === 'warning')
      .map(({ code }) => DIAGNOSTIC_CODES.indexOf(code))
    expect(warnings).toEqual(warnings.toSorted((one, other) => one - other))
  })
})
