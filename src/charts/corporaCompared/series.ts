import {
  evaluateProfile,
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { axisValue } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

/** The curves of one corpus. */
export interface CorpusCurves {
  readonly id: string
  readonly name: string
  readonly curves: readonly { readonly nominalFlops: number; readonly points: readonly Point[] }[]
  readonly runs: readonly { readonly x: number; readonly y: number }[]
  readonly optima: readonly { readonly x: number; readonly y: number }[]
}

export interface SmallMultiples {
  readonly corpora: readonly CorpusCurves[]
  /** Shared by all. */
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const CURVE_POINTS = 40

/** IsoFLOP curves of several corpora on shared axes: a picture each, drawn alike. */
export function smallMultiples(
  corpora: readonly {
    readonly id: string
    readonly name: string
    readonly profiles: readonly IsoFlopProfile[]
  }[],
): SmallMultiples {
  const shown = corpora.map(({ id, name, profiles }): CorpusCurves => {
    const curves = profiles.flatMap(({ axis, fit, runs, nominalFlops }) => {
      if (fit.status === 'unfittable') return []
      const xs = runs.map((run) => axisValue(run, axis))
      const points = logGrid(Math.min(...xs), Math.max(...xs), CURVE_POINTS).map((x): Point => [
        x,
        evaluateProfile(fit.curve, x),
      ])
      return [{ nominalFlops, points }]
    })
    return {
      ...{ id, name, curves },
      runs: profiles.flatMap(({ axis, runs }) =>
        runs.map((run) => ({ x: axisValue(run, axis), y: run.loss })),
      ),
      optima: profiles.flatMap((profile) => {
        const optimum = trustedOptimum(profile)
        return optimum === null ? [] : [{ x: optimum.at, y: optimum.loss }]
      }),
    }
  })
  const points = shown.flatMap(({ curves }) => curves.flatMap((curve) => curve.points))
  return {
    corpora: shown,
    xDomain: logDomain(points.map(([x]) => x)),
    yDomain: logDomain(points.map(([, y]) => y)),
  }
}

/** The minima of one corpus and the law through them. */
export interface CorpusOptima {
  readonly id: string
  readonly name: string
  readonly optima: readonly { readonly x: number; readonly y: number }[]
  readonly line: readonly Point[]
}

export interface OptimaTogether {
  readonly corpora: readonly CorpusOptima[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

/** How far a law is drawn beyond its minima, as a factor of compute. */
const BEYOND = 10

/** Minima of all corpora against compute, each with its law from its first budget to ten times its last. */
export function optimaTogether(
  corpora: readonly {
    readonly id: string
    readonly name: string
    readonly scale: PowerLaw
    readonly range: { readonly low: number; readonly high: number }
    readonly optima: readonly { readonly x: number; readonly y: number }[]
  }[],
): OptimaTogether {
  const shown = corpora.map(({ id, name, scale, range, optima }) => ({
    ...{ id, name, optima },
    line: [range.low, range.high * BEYOND].map((c): Point => [c, evaluatePowerLaw(scale, c)]),
  }))
  const points = shown.flatMap(({ line, optima }) => [
    ...line,
    ...optima.map(({ x, y }): Point => [x, y]),
  ])
  return {
    corpora: shown,
    xDomain: logDomain(points.map(([x]) => x)),
    yDomain: logDomain(points.map(([, y]) => y)),
  }
}

/** One corpus against the one that is referred to: compute over compute, with its interval. */
export interface WorthLine {
  readonly id: string
  readonly name: string
  readonly points: readonly Point[]
  readonly low: readonly Point[]
  readonly high: readonly Point[]
}

/** Domains of a chart of compute multipliers: 1 is always in sight. */
export function worthDomains(lines: readonly WorthLine[]): {
  readonly xDomain: Domain
  readonly yDomain: Domain
} {
  const points = lines.flatMap(({ points: line, low, high }) => [...line, ...low, ...high])
  return {
    xDomain: logDomain(
      points.map(([x]) => x),
      0.01,
    ),
    yDomain: logDomain([...points.map(([, y]) => y), 1], 0.08),
  }
}
