import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { BudgetGroup } from '../../../budgets/budgetGroups.ts'
import type { Run } from '../../../runs/run.ts'
import { profilesOf } from '../analyseSweep.ts'
import { evaluateCurve } from '../curves/profileCurve.ts'
import { axisValue, type ProfileSet } from '../isoFlopProfile.ts'
import type { ResampledLaws, ResampleInput } from './lawReplicates.ts'
import { partsTaken } from './pairsBootstrap.ts'
import { refitted } from './refitted.ts'

/**
 * Wild bootstrap: every run stays where it is, its residual is given a random sign and put back on the
 * fitted curve, and curves and laws are fitted anew. Residuals are divided by sqrt(1 - 3/n), n the runs of
 * their budget, since a curve of three coefficients takes that share of the noise. Grids keep their ends,
 * and the noise may differ from run to run.
 *
 * Deterministic in the seed. Sources: Wu 1986, Ann. Stat. 14, 1261; Rademacher signs: Davidson and
 * Flachaire 2008, J. Econometrics 146, 162.
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

function residualsOf({ profiles }: ProfileSet): Map<Run, { curve: number; residual: number }> {
  return new Map(
    profiles.flatMap(({ fit, fitted, axis }) => {
      if (fit.status === 'unfittable') return []
      const share = 1 - 3 / Math.max(4, fitted.length)
      return fitted.map((run) => {
        const curve = evaluateCurve(fit.curve, Math.log(axisValue(run, axis)))
        return [run, { curve, residual: (run.loss - curve) / Math.sqrt(share) }] as const
      })
    }),
  )
}
