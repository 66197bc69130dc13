import { describe, expect, it } from 'vitest'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import { fitSurface } from '../../src/scaling/estimators/surface/fitSurface.ts'
import { surfaceReplicates } from '../../src/scaling/estimators/surface/surfaceReplicates.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { dropped } from '../fixtures/readSweep.ts'
import {
  HAS_SHARED_DATA,
  onRealSweeps,
  sharedFile,
  sharedReference,
} from '../fixtures/sharedData.ts'

function fitted(runs: readonly Run[], method: 'approach-3' | 'approach-3-absolute' | 'surface') {
  const fit = fitSurface(runs, 'N', method)
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  return fit
}

/** Epoch's fit leaves out the five runs of highest loss. */
function epochRuns(): readonly Run[] {
  return dropped(sharedFile('chinchilla-epoch.csv'))
    .sweep.runs.toSorted((one, other) => one.loss - other.loss)
    .slice(0, 240)
}

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('surfaces of real sweeps'), () => {
  it('have the exact Huber minimum of Epoch’s 240 runs', () => {
    const { surface, objective } = fitted(epochRuns(), 'approach-3')
    expect(objective).toBeCloseTo(0.0010182740178, 13)
    expect(surface.E).toBeCloseTo(1.8172181, 6)
    expect(surface.A / 477.8258).toBeCloseTo(1, 6)
    expect(surface.B / 2143.4174).toBeCloseTo(1, 6)
    expect(surface.alpha).toBeCloseTo(0.3473105, 7)
    expect(surface.beta).toBeCloseTo(0.3671724, 7)
  })

  it('have the published point of Epoch by least absolute deviations', () => {
    const { surface } = fitted(epochRuns(), 'approach-3-absolute')
    expect(surface.A).toBeCloseTo(482.01, 2)
    expect(surface.B).toBeCloseTo(2085.436, 2)
    expect(surface.alpha).toBeCloseTo(0.34781, 5)
    expect(surface.beta).toBeCloseTo(0.36585, 5)
  })

  it('have intervals like those of 4,000 resamples elsewhere', () => {
    const runs = epochRuns()
    const fit = fitted(runs, 'approach-3')
    const drawn = surfaceReplicates(runs, 'N', fit, { replicates: 1500, seed: 1 }, () => undefined)
    const reference = sharedReference()['chinchilla-epoch:bootstrap4000-ci95'] as Record<
      'E' | 'alpha' | 'beta',
      readonly [number, number]
    >
    for (const key of ['E', 'alpha', 'beta'] as const) {
      const [low, high] = reference[key]
      const own = percentiles(drawn[key], 0.95)
      expect(Math.abs((own?.low ?? Number.NaN) - low)).toBeLessThan(0.15 * (high - low))
      expect(Math.abs((own?.high ?? Number.NaN) - high)).toBeLessThan(0.15 * (high - low))
    }
  })

  it('have intervals as wide as SciPy’s where the valley is flat, and no refit stops early', () => {
    const { runs } = dropped(sharedFile('porian-refinedweb-5-tuned.csv')).sweep
    const fit = fitted(runs, 'approach-3')
    const drawn = surfaceReplicates(runs, 'N', fit, { replicates: 1000, seed: 1 }, () => undefined)
    // 1,000 resamples, each by BFGS with the exact gradient from the minimum, restarted until nothing falls (SciPy 1.17).
    const reference = { E: [2.904, 3.309], alpha: [0.408, 1.117], beta: [0.561, 0.827] } as const
    for (const key of ['E', 'alpha', 'beta'] as const) {
      const [low, high] = reference[key]
      const own = percentiles(drawn[key], 0.95)
      expect(Math.abs((own?.low ?? Number.NaN) - low)).toBeLessThan(0.1 * (high - low))
      expect(Math.abs((own?.high ?? Number.NaN) - high)).toBeLessThan(0.1 * (high - low))
    }
  })

  it('are nowhere higher than the reference’s objective', () => {
    const reference = sharedReference()
    const all = dropped(sharedFile('chinchilla-epoch.csv')).sweep.runs
    const isIsoFlop = ({ name }: Run) => name.startsWith('isoflop-')
    const objectives = [
      [fitted(all, 'approach-3').objective, reference['chinchilla-epoch:A3-all']?.['obj']],
      ...(['marin-comma', 'marin-dclm'] as const).map((key) => [
        fitted(dropped(sharedFile(`${key}.csv`)).sweep.runs.filter(isIsoFlop), 'approach-3')
          .objective,
        (reference[key] as { A3: { obj: number } }).A3.obj,
      ]),
      [
        fitted(dropped(sharedFile('gemstones-hot.jsonl')).sweep.runs, 'approach-3').objective,
        reference['gemstones-hot']?.['objective_sum'],
      ],
    ] as [number, number][]
    for (const [own, theirs] of objectives) expect(own).toBeLessThanOrEqual(theirs * (1 + 1e-9))
  })

  it('have the five coefficients that the CS336 sweep was made from', () => {
    const { surface } = fitted(dropped(sharedFile('cs336-isoflops.json')).sweep.runs, 'surface')
    const truth = { E: 2.69, A: 1606.4, B: 3210.7, alpha: 0.34, beta: 0.36 }
    for (const [key, value] of Object.entries(truth)) {
      expect(surface[key as keyof typeof truth] / value).toBeCloseTo(1, 6)
    }
  })
})
