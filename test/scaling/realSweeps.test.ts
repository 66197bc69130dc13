import { describe, expect, it } from 'vitest'
import { fitPowerLaw } from '../../src/scaling/estimators/overCompute/allocationFit.ts'
import {
  analyseSweep,
  budgetFlops,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { IsoFlopProfile } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { sweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { dropped } from '../fixtures/readSweep.ts'
import {
  HAS_SHARED_DATA,
  onRealSweeps,
  sharedFile,
  sharedReference,
} from '../fixtures/sharedData.ts'

const IN_N: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'parabola',
  budgetCompute: 'nominal',
}
const NARROW: FitSettings = { ...IN_N, window: { factor: 6 } }

/** A real sweep as the page analyses it when its file is dropped: proposals set aside. */
function analysed(file: string, settings: FitSettings) {
  const { runs } = dropped(sharedFile(file)).sweep
  const grouping = groupBudgets(runs, 0.1)
  const proposals = proposeSetAside(runs, grouping.groups)
  const aside = new Set(proposals.map(({ runId }) => runId))
  const groups = grouping.groups.map((group) => {
    const kept = group.runs.filter((run) => !aside.has(run.id))
    const realisedFlops = kept.reduce((sum, run) => sum + run.computeFlops, 0) / kept.length
    return { ...group, runs: kept, realisedFlops }
  })
  const { scaleProfiles, tokensProfiles } = analyseSweep(groups, settings)
  return {
    runs,
    proposals,
    a: exponentOf(scaleProfiles, settings),
    b: exponentOf(tokensProfiles, settings),
    scaleProfiles,
    tokensProfiles,
  }
}

/** The law through every interior optimum, as the references have it: distrusted curves too. */
function exponentOf(profiles: readonly IsoFlopProfile[], settings: FitSettings): number {
  const law = fitPowerLaw(
    profiles.flatMap((profile) =>
      profile.fit.status === 'fitted' && profile.fit.optimum.interior
        ? [{ computeFlops: budgetFlops(profile, settings), value: profile.fit.optimum.at }]
        : [],
    ),
  )
  if (law.status !== 'fitted') throw new Error('no law')
  return law.exponent
}

interface ReferenceOptimum {
  readonly n: number
  readonly interior?: boolean
  readonly ok?: boolean
  readonly xopt?: number
  readonly N_opt?: number
  readonly lmin?: number
  readonly L_min?: number
}

function expectOptima(
  profiles: ReturnType<typeof analysed>['scaleProfiles'],
  reference: readonly ReferenceOptimum[],
): void {
  expect(profiles).toHaveLength(reference.length)
  reference.forEach((expected, i) => {
    const profile = profiles[i]
    if (profile?.fit.status !== 'fitted') throw new Error('no optimum')
    const { optimum } = profile.fit
    expect(profile.fitted.length).toBe(expected.n)
    expect(optimum.interior).toBe(expected.interior ?? expected.ok)
    expect(optimum.at / (expected.xopt ?? expected.N_opt ?? NaN)).toBeCloseTo(1, 3)
    expect(optimum.loss).toBeCloseTo(expected.lmin ?? expected.L_min ?? NaN, 5)
  })
}

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real IsoFLOP sweeps, dropped as they are'), () => {
  const reference = HAS_SHARED_DATA ? sharedReference() : {}

  it.each([
    ['all runs of a budget', IN_N, 'all_runs'],
    ['a factor 6 around the best run', NARROW, 'window_factor_6'],
  ] as const)('give Chinchilla’s N exponent and optima over %s', (_, settings, key) => {
    const expected = (
      reference['chinchilla-epoch:A2'] as Record<
        string,
        { N_law: { exponent: number }; budgets: ReferenceOptimum[] }
      >
    )[key]
    const sweep = analysed('chinchilla-epoch.csv', settings)
    expect(sweep.a).toBeCloseTo(expected?.N_law.exponent ?? NaN, 6)
    expectOptima(sweep.scaleProfiles, expected?.budgets ?? [])
  })

  it.each(['marin-comma', 'marin-dclm'])(
    'give the exponents and optima of %s in N and in D',
    (key) => {
      const expected = reference[key] as {
        profiles: ReferenceOptimum[]
        D_profiles: ReferenceOptimum[]
        N_law: { exponent: number }
        D_law_own: { exponent: number }
      }
      const sweep = analysed(`${key}.csv`, IN_N)
      expect(sweep.a).toBeCloseTo(expected.N_law.exponent, 4)
      expect(sweep.b).toBeCloseTo(expected.D_law_own.exponent, 4)
      expectOptima(sweep.scaleProfiles, expected.profiles)
      expectOptima(sweep.tokensProfiles, expected.D_profiles)
    },
  )

  it.each(['llama-ctx2048', 'llama-ctx16384'])('give the exponents and optima of %s', (key) => {
    const expected = reference[key] as {
      nominal_C: { exponent: number }
      authors_mean_C: { N: { exponent: number }; D: { exponent: number } }
      budgets: ReferenceOptimum[]
    }
    const nominal = analysed(`${key}.csv`, IN_N)
    expect(nominal.a).toBeCloseTo(expected.nominal_C.exponent, 6)
    expectOptima(
      nominal.scaleProfiles,
      expected.budgets.map((budget) => ({ ...budget, interior: true })),
    )
    const realised = analysed(`${key}.csv`, { ...IN_N, budgetCompute: 'realised' })
    expect(realised.a).toBeCloseTo(expected.authors_mean_C.N.exponent, 5)
    expect(realised.b).toBeCloseTo(expected.authors_mean_C.D.exponent, 5)
  })

  it.each([
    'porian-refinedweb-1-kaplan-counting',
    'porian-refinedweb-2-with-head',
    'porian-refinedweb-3-scaled-warmup',
    'porian-refinedweb-4-matched-decay',
    'porian-refinedweb-5-tuned',
  ])('give the parabola exponents of %s over all runs and over the window', (key) => {
    const expected = reference[key] as { parabola_all_a: number; parabola_window6_a: number }
    expect(analysed(`${key}.csv`, IN_N).a).toBeCloseTo(expected.parabola_all_a, 4)
    expect(analysed(`${key}.csv`, NARROW).a).toBeCloseTo(expected.parabola_window6_a, 4)
  })

  it('give the noise-free CS336 sweep’s exponent', () => {
    const expected = reference['cs336-isoflops'] as { approach2_a: number }
    expect(analysed('cs336-isoflops.json', IN_N).a).toBeCloseTo(expected.approach2_a, 6)
  })

  it('lead to one proposal in all: the spike that the Llama authors left out', () => {
    const files = [
      'chinchilla-epoch.csv',
      'marin-comma.csv',
      'marin-dclm.csv',
      'cs336-isoflops.json',
    ]
    for (const file of [...files, 'llama-ctx16384.csv']) {
      expect([file, analysed(file, IN_N).proposals]).toEqual([file, []])
    }
    const { proposals, runs } = analysed('llama-ctx2048.csv', IN_N)
    expect(proposals.map(({ reason }) => reason.kind)).toEqual(['spiked'])
    const spike = runs.find((run) => run.id === proposals[0]?.runId)
    // Its 3e19 budget has 36 finished runs and the reference used 35: all but this one.
    expect(spike?.scale.N).toBe(1223934208)
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real sweeps of other kinds'), () => {
  it.each([
    ['step-law-dense.csv', 'hyperparameters'],
    ['gemstones-hot.jsonl', 'scattered'],
    ['overtraining-c4-refinedweb.csv', 'scattered'],
  ])('%s is recognised as %s and not forced into IsoFLOP curves', (file, kind) => {
    const { runs } = dropped(sharedFile(file)).sweep
    expect(sweepKind(runs, groupBudgets(runs, 0.1))).toBe(kind)
  })
})
