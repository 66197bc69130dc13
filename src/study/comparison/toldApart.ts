import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { SurfaceMethod } from '../../scaling/estimators/surface/fitSurface.ts'
import type { MethodLaws } from '../methodLaws.ts'
import {
  excludesZero,
  exponentDifference,
  type Compared,
  type CorpusLaws,
  type Incomparable,
} from './pair.ts'

/** The difference of two sweeps' exponents by one estimator. */
export interface DifferenceByMethod {
  readonly id: ProfileEstimator | SurfaceMethod
  readonly compared: Compared | Incomparable
}

/** Estimators that are as noisy as single runs, or stand for another that is there. */
const NO_SAY: ReadonlySet<string> = new Set<DifferenceByMethod['id']>([
  ...(['akima', 'approach-1', 'approach-3-absolute'] as const),
])

/**
 * Whether two exponents are told apart: every estimator with a say has an interval of the difference that leaves zero out,
 * on the same side. One that says so alone says something of itself. Null where none has an interval.
 */
export function toldApart(differences: readonly DifferenceByMethod[]): boolean | null {
  const said = differences.flatMap(({ id, compared }) => {
    if (NO_SAY.has(id) || typeof compared === 'string') return []
    const excludes = excludesZero(compared)
    return excludes === null ? [] : [{ excludes, sign: Math.sign(compared.value) }]
  })
  const [first] = said
  if (first === undefined) return null
  return said.every(({ excludes, sign }) => excludes && sign === first.sign)
}

/** A corpus with every estimator on it. */
export type CorpusMethods = CorpusLaws & { readonly methods: readonly MethodLaws[] }

/** The difference of the scale's exponents by every estimator that both corpora have laws by. */
export function differencesByMethod(
  a: CorpusMethods,
  b: CorpusMethods,
  level: number,
): readonly DifferenceByMethod[] {
  return a.methods.flatMap(({ id, laws, replicates }) => {
    const same = b.methods.find((method) => method.id === id)
    if (laws === null || same?.laws == null) return []
    const compared = exponentDifference(
      { ...a, ...laws, replicates },
      { ...b, ...same.laws, replicates: same.replicates },
      'scale',
      level,
    )
    return [{ id, compared }]
  })
}
