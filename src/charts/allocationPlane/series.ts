import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { StyledLaw } from '../palette.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'

/** A law as a path through the plane of model scale (parameters) and tokens per parameter. */
export interface PlaneLaw extends StyledLaw {
  readonly label: string
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

export interface AllocationPlaneSeries {
  readonly paths: readonly (StyledLaw & {
    readonly label: string
    readonly points: readonly Point[]
  })[]
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
  const paths = laws.map((law) => ({
    ...{ id: law.id, isFitted: law.isFitted, label: law.label },
    points: planePath(law),
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

/** The path of one law: its first and last point. */
export function planePath({ scale, tokens }: Pick<PlaneLaw, 'scale' | 'tokens'>): readonly Point[] {
  return [LEAST_FLOPS, MOST_FLOPS].map((c) => {
    const parameters = evaluatePowerLaw(scale, c)
    return [parameters, evaluatePowerLaw(tokens, c) / parameters]
  })
}
