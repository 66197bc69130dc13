import { percentiles } from '../../numerics/percentileInterval.ts'
import type { FittedSurface } from '../methodLaws.ts'
import { diagnostic, type Diagnostic } from './diagnostic.ts'

/** The interval of an exponent may span this factor before the valley counts as flat. */
const FLAT = 2

/** What the loss surface tells of itself: that it is none, or that it is hardly determined. */
export function diagnosticsOfSurface(
  surface: FittedSurface | null,
  level: number,
): readonly Diagnostic[] {
  if (surface?.fit.status !== 'fitted') return []
  const { fit, replicates } = surface
  if (fit.degeneracy !== null) {
    return [diagnostic('surface-degenerate', 'warning', { of: fit.degeneracy })]
  }
  const factors = (['alpha', 'beta'] as const).map((key) => {
    const ends = replicates === null ? null : percentiles(replicates[key], level)
    return ends === null || !(ends.low > 0) ? 1 : ends.high / ends.low
  })
  const widest = Math.max(...factors)
  return widest > FLAT ? [diagnostic('surface-flat', 'warning', { values: [widest] })] : []
}
