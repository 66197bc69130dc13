import { LANGUAGES, THEMES } from '../../src/settings/appearance.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { HYPERPARAMETER_RULES } from '../../src/laws/hyperparameterRules.ts'
import { NUMBER_FORMATS } from '../../src/planning/cost/clusterBudget.ts'
import { SCHEDULES } from '../../src/planning/schedule.ts'
import { JUDGES } from '../../src/settings/plannerSettings.ts'
import { ALL_ALLOCATIONS, PUBLISHED_ALLOCATIONS } from '../../src/laws/publishedAllocations.ts'
import { printAddress, readAddress } from '../../src/settings/address.ts'
import {
  DEFAULT_SETTINGS,
  MEASURED_ALIKE,
  VIEW_IDS,
  type PageSettings,
} from '../../src/settings/pageSettings.ts'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import type { SweepChoices } from '../../src/study/choices.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { INTERVAL_METHODS } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { sweepFileOfRuns } from '../fixtures/sweepFileOfRuns.ts'

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true })

const SETTINGS: fc.Arbitrary<PageSettings> = fc.record({
  view: fc.constantFrom(...VIEW_IDS),
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom('browser', ...LANGUAGES),
  computeFlops: double(1e6, 1e28),
  quality: double(0, 2),
  pinBudget: double(1e6, 1e28),
  showsAllCorpora: fc.boolean(),
  plansWithFit: fc.boolean(),
  utilisation: double(0.01, 1),
  comparedLawId: fc.constantFrom(...PUBLISHED_ALLOCATIONS.map(({ id }) => id)),
  showsRatios: fc.boolean(),
  showsEstimators: fc.boolean(),
  flatness: double(0.0001, 0.5),
  measuredAlike: fc.constantFrom(...MEASURED_ALIKE),
  publishedLawId: fc.constantFrom(...ALL_ALLOCATIONS.map(({ id }) => id)),
  plansBetween: fc.boolean(),
  corpusPosition: double(0, 100),
  judgeId: fc.constantFrom(...JUDGES),
  acceleratorId: fc.constantFrom(...ACCELERATORS.map(({ id }) => id)),
  devices: fc.integer({ min: 1, max: 10_000_000 }),
  numberFormat: fc.constantFrom(...NUMBER_FORMATS),
  devicePrice: double(0, 10_000),
  powerUsage: double(1, 5),
  carbonIntensity: double(0, 3000),
  sequenceLength: fc.integer({ min: 1, max: 100_000_000 }),
  vocabulary: fc.integer({ min: 1, max: 100_000_000 }),
  headSize: fc.integer({ min: 8, max: 1024 }),
  kvHeads: fc.integer({ min: 0, max: 1024 }),
  sizeMultiple: fc.integer({ min: 1, max: 4096 }),
  isTied: fc.boolean(),
  shapeRank: fc.integer({ min: 0, max: 20 }),
  aspectRatio: double(10, 1000),
  givenLayers: fc.integer({ min: 0, max: 1000 }),
  givenWidth: fc.integer({ min: 0, max: 1_000_000 }),
  givenFeedForward: fc.integer({ min: 0, max: 10_000_000 }),
  ruleId: fc.constantFrom(...HYPERPARAMETER_RULES.map(({ id }) => id)),
  schedule: fc.constantFrom(...SCHEDULES),
  uniqueTokens: double(0, 1e18),
  servedTokens: double(0, 1e18),
  measuredLoss: double(0, 100),
  ladderFlops: double(1e6, 1e28),
  ladderBudgets: fc.integer({ min: 3, max: 12 }),
  ladderSizes: fc.integer({ min: 4, max: 15 }),
  intervalMethod: fc.constantFrom(...INTERVAL_METHODS),
  replicates: fc.integer({ min: 20, max: 20_000 }),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  level: double(0.5, 0.999),
})

describe('the address', () => {
  it('gives every setting back to the last digit', () => {
    fc.assert(
      fc.property(SETTINGS, (settings) => {
        const { page, wrong } = readAddress(printAddress(settings, {}))
        expect({ ...DEFAULT_SETTINGS, ...page }).toEqual(settings)
        expect(wrong).toEqual([])
      }),
    )
  })

  it('carries the choices about the fit of the sweep that is shown', () => {
    const sweep: SweepChoices = {
      metric: 'N',
      window: { factor: 6 },
      estimator: 'parabola',
      surfaceMethod: 'approach-3',
      budgetCompute: 'realised',
      budgetTolerance: 0.25,
    }
    expect(readAddress(printAddress(DEFAULT_SETTINGS, sweep)).sweep).toEqual(sweep)
  })

  it('says nothing where everything is as the page begins', () => {
    expect(printAddress(DEFAULT_SETTINGS, {})).toBe('#/explore')
    expect(readAddress('')).toEqual({ page: {}, sweep: {}, wrong: [] })
  })

  it.each([
    ['a budget that is no number', 'budget', 'lots'],
    ['an empty budget', 'budget', ''],
    ['a budget beyond all budgets', 'budget', '1e99'],
    ['a level of certainty', 'level', '1'],
    ['half a replicate', 'replicates', '100.5'],
    ['a law that nobody published', 'law', 'mine'],
    ['a flag that is neither', 'ratios', 'perhaps'],
    ['a metric of its own', 'metric', 'P'],
    ['a window that shuts', 'window', '0'],
  ])('leaves out %s alone, and tells it', (_, name, text) => {
    const { page, sweep, wrong } = readAddress(`#/plan?quality=1.5&${name}=${text}&mfu=0.5`)
    expect(page).toEqual({ view: 'plan', quality: 1.5, utilisation: 0.5 })
    expect(sweep).toEqual({})
    expect(wrong).toEqual([{ name, text }])
  })

  it('falls back to the first view for one that there is not, and keeps the rest', () => {
    expect(readAddress('#/dance?budget=1e22')).toEqual({
      ...{ page: { computeFlops: 1e22 }, sweep: {} },
      wrong: [{ name: 'view', text: 'dance' }],
    })
  })
})

describe('a store that begins at an address', () => {
  const file = () =>
    sweepFileOfRuns(makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], span: 4 }), 'runs.csv')
  const address = readAddress('#/plan?budget=1e24&level=0.9&curve=parabola')

  it('has its settings, and its choices for the sweep that comes with the page', () => {
    const store = createDashboardStore(address)
    store.getState().addFiles([file()], { kind: 'sample' })
    const { view, computeFlops, intervals, fits, activeSweepId } = store.getState()
    expect({ view, computeFlops, level: intervals.level }).toEqual({
      ...{ view: 'plan', computeFlops: 1e24, level: 0.9 },
    })
    expect(fits[activeSweepId ?? '']).toEqual({ estimator: 'parabola' })
  })

  it('does not put those choices on a file that a person drops', () => {
    const store = createDashboardStore(address)
    store.getState().addFiles([file()], { kind: 'file' })
    expect(store.getState().fits).toEqual({})
  })
})
