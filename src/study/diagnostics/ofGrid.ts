import { extent, mean } from 'd3-array'
import { fitLine } from '../../numerics/fitLine.ts'
import { fitPowerLaw } from '../../scaling/estimators/overCompute/allocationFit.ts'
import {
  budgetFlops,
  type FitSettings,
  type SweepAnalysis,
} from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { evaluateCurve } from '../../scaling/estimators/isoFlop/curves/profileCurve.ts'
import {
  axisValue,
  trustedOptimum,
  type IsoFlopProfile,
  type ProfileOptimum,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { leastSquaresParabola } from '../../scaling/estimators/isoFlop/curves/perBudgetCurves.ts'
import { curveMinimum } from '../../scaling/estimators/isoFlop/curves/profileCurve.ts'
import { diagnostic, type Diagnostic } from './diagnostic.ts'

/** A grid drifts where its centre moves against the optimum by more than this factor over the budgets ... */
const LEAST_DRIFT = Math.log(1.5)
/** ... by so many standard errors. */
const LEAST_T = 3
/** Mean offset of the grid's centre from the optimum, as a factor. */
const LEAST_OFFSET = Math.log(2.5)
/** Ratio of the largest to the smallest scale of a budget from which a parabola is the wrong curve. */
const WIDE = 50
/** Curvature goes with the loss above its floor, as about this power of C; where L(C) is fitted, as its own. */
const USUAL_BEND = -0.17
/** Beside that, the curvature of the curves may change by this factor over the budgets. */
const LEAST_BEND = Math.log(2)

interface Placed {
  readonly profile: IsoFlopProfile
  readonly optimum: ProfileOptimum
  readonly logC: number
  readonly x: readonly number[]
}

/** How the sizes of the budgets lie about the optima: drifting, off-centre, too wide; and how curves bend. */
export function diagnosticsOfGrid(
  { scaleProfiles, laws }: SweepAnalysis,
  settings: FitSettings,
): readonly Diagnostic[] {
  const placed = scaleProfiles.flatMap((profile): Placed[] => {
    const optimum = trustedOptimum(profile)
    if (optimum === null) return []
    const x = profile.runs.map((run) => Math.log(axisValue(run, profile.axis)))
    return [{ profile, optimum, logC: Math.log(budgetFlops(profile, settings)), x }]
  })
  if (placed.length < 3) return []
  const offsets = placed.map(({ x, optimum }) => centreOf(x) - Math.log(optimum.at))
  const logC = placed.map((one) => one.logC)
  const [first = 0, last = 0] = extent(logC)
  const told: Diagnostic[] = []
  const line = fitLine(logC, offsets)
  const drift = line.status === 'fitted' ? line.slope * (last - first) : 0
  const error = line.status === 'fitted' ? (line.slopeStandardError ?? 0) : 0
  const isClear =
    line.status === 'fitted' && Math.abs(line.slope) > LEAST_T * Math.max(error, 1e-12)
  if (Math.abs(drift) > LEAST_DRIFT && isClear) {
    const bias = parabolaBias(placed, laws.scale.status === 'fitted' ? laws.scale.exponent : null)
    const values = [Math.exp(Math.abs(drift)), ...(bias === null ? [] : [bias])]
    told.push(diagnostic('grid-drifts', 'warning', { values }))
  }
  const offset = mean(offsets) ?? 0
  if (Math.abs(offset) > LEAST_OFFSET) {
    told.push(diagnostic('grid-off-centre', 'note', { values: [Math.exp(offset)] }))
  }
  const wide = placed.filter(({ x }) => spanOf(x) > Math.log(WIDE))
  if (wide.length > 0) {
    told.push(
      diagnostic('grid-wide', 'note', {
        budgets: wide.map(({ logC: at }) => Math.exp(at)),
        values: [Math.exp(Math.max(...wide.map(({ x }) => spanOf(x))))],
      }),
    )
  }
  const bends = placed.map(({ profile, optimum }) => Math.log(bendAt(profile, optimum)))
  const bending = bends.every(Number.isFinite) ? fitLine(logC, bends) : null
  const expected =
    laws.loss.status === 'fitted' && laws.loss.form === 'irreducible'
      ? -laws.loss.exponent
      : USUAL_BEND
  if (
    bending?.status === 'fitted' &&
    Math.abs(bending.slope - expected) * (last - first) > LEAST_BEND &&
    Math.abs(bending.slope - expected) >
      LEAST_T * (bending.slopeStandardError ?? Number.POSITIVE_INFINITY)
  ) {
    const factor = Math.exp((bending.slope - expected) * (last - first))
    told.push(diagnostic('curvature-changes', 'note', { values: [factor] }))
  }
  return told
}

function centreOf(x: readonly number[]): number {
  const [low = 0, high = 0] = extent(x)
  return (low + high) / 2
}

function spanOf(x: readonly number[]): number {
  const [low = 0, high = 0] = extent(x)
  return high - low
}

/** Second derivative of the relative loss at the minimum, by ln x. */
function bendAt({ fit }: IsoFlopProfile, { at, loss }: ProfileOptimum): number {
  if (fit.status !== 'fitted') return Number.NaN
  const step = 0.1
  const value = (by: number): number => evaluateCurve(fit.curve, Math.log(at) + by)
  return (value(step) - 2 * value(0) + value(-step)) / step ** 2 / loss
}

/**
 * What a parabola would get wrong on this grid: the exponent of parabolas through the fitted curves' own
 * values at the runs, less that of the curves. Null where curves are parabolas themselves, which hides it.
 */
function parabolaBias(placed: readonly Placed[], exponent: number | null): number | null {
  const points = placed.flatMap(({ profile, logC, x }) => {
    const { fit } = profile
    if (fit.status !== 'fitted' || fit.curve.kind !== 'shape') return []
    const { curve } = fit
    const { form } = leastSquaresParabola({ x, y: x.map((at) => evaluateCurve(curve, at)) })
    const minimum = form === null ? null : curveMinimum(form)
    return minimum === null ? [] : [{ computeFlops: Math.exp(logC), value: Math.exp(minimum.x) }]
  })
  const law = fitPowerLaw(points)
  const own = fitPowerLaw(
    placed.map(({ logC, optimum }) => ({ computeFlops: Math.exp(logC), value: optimum.at })),
  )
  return points.length < placed.length ||
    exponent === null ||
    law.status !== 'fitted' ||
    own.status !== 'fitted'
    ? null
    : law.exponent - own.exponent
}
