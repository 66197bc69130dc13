import { evaluatePowerLaw, type PowerLaw } from '../../scaling/powerLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'

/** A law as a path through the plane of model scale and tokens. */
export interface PlaneLaw {
  readonly id: string
  readonly label: string
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

export interface AllocationPlaneSeries {
  readonly paths: readonly {
    readonly id: string
    readonly label: string
    readonly points: readonly Point[]
  }[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const LEAST_FLOPS = 1e16
const MOST_FLOPS = 1e26

/**
 * Marks of the allocation plane: the way that each law takes as compute grows from 1e16 to
 * 1e26 FLOPs. Power laws are straight here, so two points each are exact.
 */
export function allocationPlaneSeries(laws: readonly PlaneLaw[]): AllocationPlaneSeries {
  const paths = laws.map(({ id, label, scale, tokens }) => ({
    id,
    label,
    points: [LEAST_FLOPS, MOST_FLOPS].map((c): Point => [
      evaluatePowerLaw(scale, c),
      evaluatePowerLaw(tokens, c),
    ]),
  }))
  return {
    paths,
    xDomain: logDomain(
      paths.flatMap(({ points }) => points.map(([x]) => x)),
      0.02,
    ),
    yDomain: logDomain(
      paths.flatMap(({ points }) => points.map(([, y]) => y)),
      0.02,
    ),
  }
}
