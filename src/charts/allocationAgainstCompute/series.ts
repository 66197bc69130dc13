import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { StyledLaw } from '../palette.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'

/** A law as a line of parameters against compute. */
export interface AllocationLine extends StyledLaw {
  readonly label: string
  readonly scale: PowerLaw
}

/** A model at the compute of its training. */
export interface PlacedModel {
  readonly id: string
  readonly name: string
  /** FLOPs, and the parameters that the chart's laws speak of. */
  readonly x: number
  readonly y: number
}

export interface AllocationSeries {
  readonly lines: readonly (StyledLaw & {
    readonly label: string
    readonly points: readonly Point[]
  })[]
  readonly models: readonly PlacedModel[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const LEAST_FLOPS = 1e18
const MOST_FLOPS = 1e26

/** The line of one law: its first and last point. */
export function allocationPath({ scale }: Pick<AllocationLine, 'scale'>): readonly Point[] {
  return [LEAST_FLOPS, MOST_FLOPS].map((c) => [c, evaluatePowerLaw(scale, c)])
}

/** Parameters of every law from 1e18 to 1e26 FLOPs, with known models; power laws are straight, two points each. */
export function allocationSeries(
  laws: readonly AllocationLine[],
  models: readonly PlacedModel[],
): AllocationSeries {
  const lines = laws.map(({ id, isFitted, label, scale }) => ({
    ...{ id, isFitted, label },
    points: allocationPath({ scale }),
  }))
  const within = models.filter(({ x }) => x >= LEAST_FLOPS && x <= MOST_FLOPS)
  return {
    lines,
    models: within,
    xDomain: [LEAST_FLOPS, MOST_FLOPS],
    yDomain: logDomain(
      [...lines.flatMap(({ points }) => points.map(([, y]) => y)), ...within.map(({ y }) => y)],
      0.02,
    ),
  }
}
