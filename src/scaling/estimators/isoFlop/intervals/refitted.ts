import type { BudgetGroup } from '../../../budgets/budgetGroups.ts'
import { LOSS_LAW, type LossPoint } from '../../overCompute/lossLaw.ts'
import { fitPowerLaw, type PowerLawFit } from '../../overCompute/allocationFit.ts'
import { budgetFlops, fitLaws, profilesOf } from '../analyseSweep.ts'
import { lawByProjection, type LawPoint, type LawProjection } from '../lawThroughOptima.ts'
import {
  fitIsoFlopProfiles,
  interiorOptimum,
  type ProfileAxis,
  type ProfileSet,
} from '../isoFlopProfile.ts'
import {
  emptyOptima,
  emptyPowerLaw,
  keepPowerLaw,
  type ResampledLaws,
  type ResampleInput,
} from './lawReplicates.ts'

/** Budgets of one resample along each axis; null for one that takes no part. */
export interface DrawnGroups {
  readonly scale: readonly (BudgetGroup | null)[]
  readonly tokens: readonly (BudgetGroup | null)[]
}

/** Share of the work that goes into optima, roughly; the rest is the law of the loss. */
const OPTIMA_SHARE = 0.6

/** Curves and laws of every resample that `draw` gives. `onProgress` hears the fraction done. */
export function refitted(
  input: ResampleInput,
  draw: () => DrawnGroups,
  onProgress: (fraction: number) => void,
): Omit<ResampledLaws, 'origin'> {
  const { groups, settings, lossForm, replicates, seed } = input
  const scale = emptyPowerLaw(replicates)
  const tokens = emptyPowerLaw(replicates)
  const optima = emptyOptima(input)
  const optimaOfResamples: LossPoint[][] = []
  const whole = {
    scale: profilesOf(groups, settings.metric, settings),
    tokens: profilesOf(groups, 'D', settings),
  }
  const { projections } = fitLaws(whole.scale, whole.tokens, settings)
  const every = Math.max(1, Math.floor(replicates / 50))
  let failed = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = draw()
    const sets = {
      scale: profilesOfDrawn(drawn.scale, settings.metric, input, whole.scale),
      tokens: profilesOfDrawn(drawn.tokens, 'D', input, whole.tokens),
    }
    for (const axis of ['scale', 'tokens'] as const) {
      sets[axis].profiles.forEach((profile) => {
        const optimum = interiorOptimum(profile)
        const record = optima.find(({ nominalFlops }) => nominalFlops === profile.nominalFlops)
        if (optimum === null || record === undefined) return
        record[axis][replicate] = optimum.at
        if (axis === 'scale') record.loss[replicate] = optimum.loss
      })
    }
    const points = {
      scale: interiorOptima(sets.scale, settings),
      tokens: interiorOptima(sets.tokens, settings),
    }
    const law = lawAs(projections.scale, points.scale)
    if (law.status === 'unfittable') failed++
    keepPowerLaw(scale, replicate, law)
    keepPowerLaw(tokens, replicate, lawAs(projections.tokens, points.tokens))
    optimaOfResamples.push(points.scale)
    if ((replicate + 1) % every === 0) onProgress((OPTIMA_SHARE * (replicate + 1)) / replicates)
  }
  const loss = LOSS_LAW.resample({ form: lossForm, optima: optimaOfResamples }, (fraction) => {
    onProgress(OPTIMA_SHARE + (1 - OPTIMA_SHARE) * fraction)
  })
  return { scale, tokens, loss, optima, replicates, seed, failed }
}

function profilesOfDrawn(
  drawn: readonly (BudgetGroup | null)[],
  axis: ProfileAxis,
  { settings }: ResampleInput,
  { shape }: ProfileSet,
): ProfileSet {
  return fitIsoFlopProfiles(
    drawn.filter((group) => group !== null),
    axis,
    settings,
    shape?.isWhole ?? null,
  )
}

/** A resample's curve is not judged anew: its budget was, and every interior minimum counts. */
function interiorOptima(
  { profiles }: ProfileSet,
  settings: ResampleInput['settings'],
): (LawPoint & LossPoint)[] {
  return profiles.flatMap((profile) => {
    const optimum = interiorOptimum(profile)
    if (optimum === null) return []
    const computeFlops = budgetFlops(profile, settings)
    return [{ computeFlops, value: optimum.at, loss: optimum.loss }]
  })
}

/** The law with the weights of the sweep's own, where the resample has all of its optima; else ordinary. */
function lawAs(projection: LawProjection | null, points: readonly LawPoint[]): PowerLawFit {
  return projection?.matrix.columns === points.length
    ? lawByProjection(points, projection)
    : fitPowerLaw(points)
}
