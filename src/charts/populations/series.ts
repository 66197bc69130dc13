import { extent, greatest } from 'd3-array'
import {
  evaluateProfile,
  fitIsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { groupBudgets } from '../../scaling/budgets/budgetGroups.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'

/** Runs of one budget, population by population, in data units (x: scale, y: loss). */
export interface PopulationsSeries {
  readonly nominalFlops: number
  readonly populations: readonly {
    readonly name: string
    readonly points: readonly Point[]
    /** The parabola through these runs alone; empty where they have none. */
    readonly curve: readonly Point[]
  }[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const CURVE_POINTS = 24
const TOLERANCE = 0.1

/**
 * The budget that holds most runs of all populations together, with each population's runs and the
 * robust parabola through them alone; null where no budget is shared.
 */
export function populationsSeries(
  populations: readonly { readonly name: string; readonly runs: readonly Run[] }[],
  metric: ScaleMetric,
): PopulationsSeries | null {
  const all = populations.flatMap(({ runs }) => runs)
  const budget = greatest(groupBudgets(all, TOLERANCE).groups, (group) => group.runs.length)
  if (budget === undefined) return null
  const members = new Set(budget.runs)
  const drawn = populations.map(({ name, runs: ofPopulation }) => {
    const runs = ofPopulation.filter((run) => members.has(run))
    const points = runs.map((run): Point => [run.scale[metric] ?? Number.NaN, run.loss])
    const { fit } = fitIsoFlopProfile({ ...budget, runs }, metric, {
      window: 'all',
      estimator: 'robust-parabola',
    })
    const [low = 1, high = 1] = extent(points, ([x]) => x)
    const curve =
      fit.status === 'unfittable'
        ? []
        : Array.from({ length: CURVE_POINTS }, (_, i): Point => {
            const x = low * (high / low) ** (i / (CURVE_POINTS - 1))
            return [x, evaluateProfile(fit.curve, x)]
          })
    return { name, points, curve }
  })
  const points = drawn.flatMap((population) => population.points)
  return {
    nominalFlops: budget.nominalFlops,
    populations: drawn,
    xDomain: logDomain(points.map(([x]) => x)),
    yDomain: logDomain(points.map(([, y]) => y)),
  }
}
