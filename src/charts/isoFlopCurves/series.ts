import type { ProfileCurve } from '../../scaling/estimators/isoFlop/curves/profileCurve.ts'
import {
  axisRange,
  axisValue,
  evaluateProfile,
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { BudgetGroup } from '../../scaling/budgets/budgetGroups.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { isOnAxis, logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

/** A run as a mark: position in data units and what its tooltip says. */
export interface RunMark {
  readonly run: Run
  readonly x: number
  /** The loss, or the edge of the plot where the loss lies beyond it. */
  readonly y: number
  /** Where the loss lies beyond the plot: on which side, and whether there is room to write it. */
  readonly beyond: { readonly side: 'above' | 'below'; readonly labelled: boolean } | null
  readonly state: 'fitted' | 'without-weight' | 'outside-window' | 'set-aside'
  /** The budget's fitted curve; null where there is none. */
  readonly curve: ProfileCurve | null
  readonly budget: number
}

/** Loss of a run minus the fitted curve, loss unit; null where there is no curve. */
export function residualOf({ run, x, curve }: RunMark): number | null {
  return curve === null ? null : run.loss - evaluateProfile(curve, x)
}

export interface BudgetSeries {
  readonly nominalFlops: number
  readonly runs: readonly RunMark[]
  /** The fitted curve over the range of the runs and a little more, as points. */
  readonly curve: readonly Point[]
  /** Whether the curve is one to believe; else it is drawn faintly and takes no part in the laws. */
  readonly isTrusted: boolean
  readonly optimum: {
    readonly x: number
    readonly y: number
    /** Whether it is in the laws: trusted, and inside the sampled range. */
    readonly counts: boolean
  } | null
}

/** What is said of a budget's minimum, which comes later than its runs and curve, and changes without them. */
export interface BudgetRanges {
  /** Interval of the optimum along x; null where there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** The part of the curve that wastes little compute; empty where it is not known. */
  readonly flat: readonly Point[]
}

export interface IsoFlopSeries {
  readonly budgets: readonly BudgetSeries[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const CURVE_POINTS = 48
const FLAT_POINTS = 13

/**
 * Marks of the IsoFLOP chart: runs, curves and optima of every budget, in data units
 * (x: the profiles' axis, y: loss). `groups` hold all runs, also those set aside, and pair up
 * with `profiles` by nominal budget.
 */
export function isoFlopSeries(
  groups: readonly BudgetGroup[],
  profiles: readonly IsoFlopProfile[],
  setAside: ReadonlySet<string>,
): IsoFlopSeries {
  const budgets = groups.flatMap((group) => {
    const profile = profiles.find(({ nominalFlops }) => nominalFlops === group.nominalFlops)
    return profile === undefined ? [] : [budgetSeries(group, profile, setAside)]
  })
  const shown = endsOf(budgets, ({ state }) => state !== 'set-aside') ?? endsOf(budgets, () => true)
  // Runs that no curve goes by may lie anywhere (a diverged one far above): they stand at the edge.
  const weighty = endsOf(budgets, ({ state }) => state === 'fitted') ?? shown
  const optima = budgets.flatMap(({ optimum }) => (optimum?.counts === true ? [optimum] : []))
  const xDomain = logDomain([...(shown?.x ?? []), ...optima.map(({ x }) => x)])
  const yDomain = logDomain([...(weighty?.y ?? []), ...optima.map(({ y }) => y)])
  return { budgets: atTheEdge(budgets, xDomain, yDomain), xDomain, yDomain }
}

/** Ends of the places of the marks that count; null where none does. A pass without copies: there may be many. */
function endsOf(
  budgets: readonly BudgetSeries[],
  counts: (mark: RunMark) => boolean,
): { readonly x: readonly [number, number]; readonly y: readonly [number, number] } | null {
  let [left, right, low, high] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
  let isAny = false
  for (const { runs } of budgets) {
    for (const mark of runs) {
      if (!counts(mark)) continue
      isAny = true
      if (isOnAxis(mark.x)) {
        if (mark.x < left) left = mark.x
        if (mark.x > right) right = mark.x
      }
      if (isOnAxis(mark.y)) {
        if (mark.y < low) low = mark.y
        if (mark.y > high) high = mark.y
      }
    }
  }
  return isAny ? { x: [left, right], y: [low, high] } : null
}

/**
 * The ranges of every budget, by its nominal compute: `intervals` are those of the optima along x, `flat` the
 * ranges of x that waste little compute, if any.
 */
export function budgetRanges(
  profiles: readonly IsoFlopProfile[],
  intervals: ReadonlyMap<number, { readonly low: number; readonly high: number }>,
  flat: ReadonlyMap<number, { readonly low: number | null; readonly high: number | null }>,
): ReadonlyMap<number, BudgetRanges> {
  return new Map(
    profiles.map((profile) => [
      profile.nominalFlops,
      {
        interval: intervals.get(profile.nominalFlops) ?? null,
        flat: flatPart(profile, flat.get(profile.nominalFlops) ?? null),
      },
    ]),
  )
}

/** Shares of the plot's width that the written loss of a run beyond it needs, right of its arrowhead, and the name of a curve at its end. */
const LOSS_SHARE = 0.07
const NAME_SHARE = 0.12
/** A curve that ends in this upper share of the plot's height has its name at the edge. */
const EDGE_SHARE = 0.06

/** Runs beyond the plot moved to its edge, with their losses written where neither an arrowhead nor the name of a curve stands. */
function atTheEdge(
  budgets: readonly BudgetSeries[],
  xDomain: Domain,
  [low, high]: Domain,
): BudgetSeries[] {
  const beyond = budgets
    .flatMap((budget) => budget.runs.filter(({ y }) => y > high || y < low))
    .toSorted((a, b) => a.x - b.x)
  if (beyond.length === 0) return [...budgets]
  const width = Math.log(xDomain[1] / xDomain[0])
  const edge = high / (high / low) ** EDGE_SHARE
  const names = budgets.flatMap(({ curve }) => curve.slice(-1)).filter(([, y]) => y > edge)
  const isTaken = (x: number): boolean =>
    names.some(([end]) => {
      const after = Math.log(x / end) / width
      return after > -LOSS_SHARE && after < NAME_SHARE
    })
  const labelled = new Set<string>()
  for (const side of ['above', 'below'] as const) {
    const marks = beyond.filter(({ y }) => (side === 'above') === y > high)
    marks.forEach(({ run, x }, i) => {
      const next = marks[i + 1]?.x ?? Number.POSITIVE_INFINITY
      const isRoom = Math.log(next / x) / width >= LOSS_SHARE
      if (isRoom && (side === 'below' || !isTaken(x))) labelled.add(run.id)
    })
  }
  return budgets.map((budget) => ({
    ...budget,
    runs: budget.runs.map((mark): RunMark => {
      if (mark.y <= high && mark.y >= low) return mark
      const isAbove = mark.y > high
      return {
        ...mark,
        y: isAbove ? high : low,
        beyond: { side: isAbove ? 'above' : 'below', labelled: labelled.has(mark.run.id) },
      }
    }),
  }))
}

function budgetSeries(
  group: BudgetGroup,
  profile: IsoFlopProfile,
  setAside: ReadonlySet<string>,
): BudgetSeries {
  const { axis, fit } = profile
  // Mostly all runs are in the fit, and of many runs a set takes a while.
  const isWhole = profile.fitted.length === profile.runs.length
  const fitted = new Set(isWhole ? [] : profile.fitted)
  const withoutWeight = new Set(profile.withoutWeight)
  const stateOf = (run: Run): RunMark['state'] => {
    if (setAside.has(run.id)) return 'set-aside'
    if (withoutWeight.has(run)) return 'without-weight'
    return isWhole || fitted.has(run) ? 'fitted' : 'outside-window'
  }
  const curve = fit.status === 'unfittable' ? null : fit.curve
  const runs = group.runs.map((run): RunMark => {
    const x = axisValue(run, axis)
    return {
      run,
      x,
      y: run.loss,
      beyond: null,
      state: stateOf(run),
      curve,
      budget: group.nominalFlops,
    }
  })
  const optimum = fit.status === 'fitted' ? fit.optimum : null
  return {
    nominalFlops: group.nominalFlops,
    runs,
    isTrusted: fit.status === 'fitted' && fit.distrust === null,
    curve:
      curve === null
        ? []
        : curvePoints(axisRange(profile.fitted, axis), (x) => evaluateProfile(curve, x)),
    optimum:
      optimum === null
        ? null
        : {
            ...{ x: optimum.at, y: optimum.loss },
            counts: trustedOptimum(profile) !== null,
          },
  }
}

/** The part of a curve within a range, whose ends are those of the runs where they are not known. */
function flatPart(
  { fit, fitted, axis }: IsoFlopProfile,
  range: { readonly low: number | null; readonly high: number | null } | null,
): readonly Point[] {
  if (range === null || fit.status !== 'fitted') return []
  const { low, high } = axisRange(fitted, axis)
  return logGrid(range.low ?? low, range.high ?? high, FLAT_POINTS).map(
    (x) => [x, evaluateProfile(fit.curve, x)] as const,
  )
}

function curvePoints(
  range: { readonly low: number; readonly high: number },
  curve: (x: number) => number,
): Point[] {
  const low = Math.log(range.low) - 0.05
  const high = Math.log(range.high) + 0.05
  return Array.from({ length: CURVE_POINTS }, (_, i) => {
    const at = Math.exp(low + ((high - low) * i) / (CURVE_POINTS - 1))
    return [at, curve(at)] as const
  })
}
