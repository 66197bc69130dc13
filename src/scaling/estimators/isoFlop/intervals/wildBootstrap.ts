import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { BudgetGroup } from '../../../budgets/budgetGroups.ts'
import type { Run } from '../../../runs/run.ts'
import { profilesOf } from '../analyseSweep.ts'
import { evaluateCurve } from '../curves/profileCurve.ts'
import { axisValue, type ProfileSet } from '../isoFlopProfile.ts'
import { leverages } from '../linearisedCurves.ts'
import type { ResampledLaws, ResampleInput } from './lawReplicates.ts'
import { partsTaken } from './pairsBootstrap.ts'
import { refitted } from './refitted.ts'

/** A run that the fit follows this closely has hardly a residual to speak of. */
const LEAST_LEFT = 0.01

/**
 * Wild bootstrap: every run stays where it is, its residual is given a random sign and put back on the
 * fitted curve, and curves and laws are fitted anew. Residuals are divided by 1 less the run's leverage: the
 * ends of a grid draw their curve to themselves, and it is they that the minimum turns on. Grids keep their
 * ends, and the noise may differ from run to run.
 *
 * Deterministic in the seed. Sources: Wu 1986, Ann. Stat. 14, 1261; Rademacher signs: Davidson and
 * Flachaire 2008, J. Econometrics 146, 162; leverages (HC3): MacKinnon and White 1985, J. Econometrics 29, 305.
 */
export function wildReplicates(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): ResampledLaws {
  const { groups, settings, seed } = input
  const generator = xoroshiro128plus(seed)
  const ofScale = profilesOf(groups, settings.metric, settings)
  const ofTokens = profilesOf(groups, 'D', settings)
  const parts = { scale: partsTaken(groups, ofScale), tokens: partsTaken(groups, ofTokens) }
  const residuals = { scale: residualsOf(ofScale), tokens: residualsOf(ofTokens) }
  const runs = groups.flatMap((group) => group.runs)
  const draw = () => {
    const signs = new Map(runs.map((run) => [run, uniformInt(generator, 0, 1) * 2 - 1]))
    const signed = (axis: 'scale' | 'tokens'): (BudgetGroup | null)[] =>
      parts[axis].map((part) =>
        part === null
          ? null
          : {
              ...part,
              runs: part.runs.map((run) => {
                const left = residuals[axis].get(run)
                return left === undefined
                  ? run
                  : { ...run, loss: left.curve + (signs.get(run) ?? 1) * left.residual }
              }),
            },
      )
    return { scale: signed('scale'), tokens: signed('tokens') }
  }
  return { ...refitted(input, draw, onProgress), origin: 'wild' }
}

function residualsOf(set: ProfileSet): Map<Run, { curve: number; residual: number }> {
  const taken = leverages(set)
  return new Map(
    set.profiles.flatMap(({ fit, fitted, axis }) => {
      if (fit.status === 'unfittable') return []
      return fitted.map((run) => {
        const curve = evaluateCurve(fit.curve, Math.log(axisValue(run, axis)))
        const left = Math.max(LEAST_LEFT, 1 - (taken.get(run) ?? 0))
        return [run, { curve, residual: (run.loss - curve) / left }] as const
      })
    }),
  )
}
