import { extent } from 'd3-array'
import { evaluateProfile, axisValue, type IsoFlopProfile } from '../../scaling/isoFlopProfile.ts'
import type { BudgetGroup } from '../../scaling/budgetGroups.ts'
import type { Run } from '../../scaling/run.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'

/** A run as a mark: position in data units and what its tooltip says. */
export interface RunMark {
  readonly run: Run
  readonly x: number
  readonly y: number
  readonly state: 'fitted' | 'outside-window' | 'set-aside'
  /** Loss minus the fitted curve, loss unit; null where there is no curve. */
  readonly residual: number | null
  readonly budget: number
}

export interface BudgetSeries {
  readonly nominalFlops: number
  readonly runs: readonly RunMark[]
  /** The fitted parabola over the range of the runs and a little more, as points. */
  readonly curve: readonly Point[]
  readonly optimum: {
    readonly x: number
    readonly y: number
    readonly interior: boolean
    readonly interval: { readonly low: number; readonly high: number } | null
  } | null
}

export interface IsoFlopSeries {
  readonly budgets: readonly BudgetSeries[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const CURVE_POINTS = 48

/**
 * Marks of the IsoFLOP chart: runs, curves and optima of every budget, in data units
 * (x: the profiles' axis, y: loss). `groups` hold all runs, also those set aside, and pair up
 * with `profiles` by nominal budget; `intervals` are those of the optima along x, if any.
 */
export function isoFlopSeries(
  groups: readonly BudgetGroup[],
  profiles: readonly IsoFlopProfile[],
  setAside: ReadonlySet<string>,
  intervals: ReadonlyMap<number, { readonly low: number; readonly high: number }>,
): IsoFlopSeries {
  const budgets = groups.flatMap((group) => {
    const profile = profiles.find(({ nominalFlops }) => nominalFlops === group.nominalFlops)
    if (profile === undefined) return []
    return [budgetSeries(group, profile, setAside, intervals.get(group.nominalFlops) ?? null)]
  })
  const marks = budgets.flatMap((budget) => budget.runs)
  const shown = marks.filter((mark) => mark.state !== 'set-aside')
  // Runs set aside may lie anywhere (a diverged one far above); they do not stretch the axes.
  const framing = shown.length > 0 ? shown : marks
  const optima = budgets.flatMap(({ optimum }) => (optimum?.interior === true ? [optimum] : []))
  return {
    budgets,
    xDomain: logDomain([...framing.map((mark) => mark.x), ...optima.map(({ x }) => x)]),
    yDomain: logDomain([...framing.map((mark) => mark.y), ...optima.map(({ y }) => y)]),
  }
}

function budgetSeries(
  group: BudgetGroup,
  profile: IsoFlopProfile,
  setAside: ReadonlySet<string>,
  interval: { readonly low: number; readonly high: number } | null,
): BudgetSeries {
  const { axis, fit } = profile
  const fitted = new Set(profile.fitted)
  const parabola = fit.status === 'unfittable' ? null : fit.parabola
  const runs = group.runs.map((run): RunMark => {
    const x = axisValue(run, axis)
    return {
      run,
      x,
      y: run.loss,
      state: setAside.has(run.id) ? 'set-aside' : fitted.has(run) ? 'fitted' : 'outside-window',
      residual: parabola === null ? null : run.loss - evaluateProfile(parabola, x),
      budget: group.nominalFlops,
    }
  })
  const optimum = fit.status === 'fitted' ? fit.optimum : null
  return {
    nominalFlops: group.nominalFlops,
    runs,
    curve:
      parabola === null
        ? []
        : curvePoints(
            profile.fitted.map((run) => axisValue(run, axis)),
            (x) => evaluateProfile(parabola, x),
          ),
    optimum:
      optimum === null
        ? null
        : { x: optimum.at, y: optimum.loss, interior: optimum.interior, interval },
  }
}

function curvePoints(x: readonly number[], curve: (x: number) => number): Point[] {
  const [least = 1, most = 1] = extent(x)
  const low = Math.log(least) - 0.05
  const high = Math.log(most) + 0.05
  return Array.from({ length: CURVE_POINTS }, (_, i) => {
    const at = Math.exp(low + ((high - low) * i) / (CURVE_POINTS - 1))
    return [at, curve(at)] as const
  })
}
