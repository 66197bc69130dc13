import { useMemo } from 'react'
import { lruMemoize } from 'reselect'
import { ACCELERATORS, type Accelerator } from '../../laws/accelerators.ts'
import { CHINCHILLA_SURFACE } from '../../laws/chinchilla.ts'
import { EPOCH_SURFACE } from '../../laws/epoch.ts'
import type { ArchitectureChoices } from '../../planning/architecture/candidates.ts'
import type { Cluster, NumberFormat, Prices } from '../../planning/cost/clusterBudget.ts'
import { lossAtOptimum } from '../../planning/cost/choiceCost.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { surfaceInParameters } from '../../planning/surfaceInParameters.ts'
import type { TrainingPlan } from '../../planning/trainingPlan.ts'
import type { ParametricLoss } from '../../scaling/forms/parametricLoss.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import { selectOwnRule, selectSweep } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import { architectureChoices, givenShape, trainingPlanAt } from '../state/sharedEvaluations.ts'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import {
  usePlanLaws,
  usePredictedLoss,
  useRecommendation,
  type PlanLaws,
} from '../state/usePlan.ts'
import type { JudgeId } from '../../settings/plannerSettings.ts'

/** A loss surface that choices are judged by, in parameters with C = 6ND. */
export interface Judge {
  readonly id: JudgeId
  readonly surface: ParametricLoss
  readonly unit: LossUnit
  /** Noise of its runs, relative to the loss; null where it is published without. */
  readonly noise: number | null
}

const PUBLISHED = {
  besiroglu: EPOCH_SURFACE,
  'chinchilla-3': CHINCHILLA_SURFACE,
} as const

/** The chosen surface; a published one where the sweep has none of its own. */
export function useJudge(): Judge {
  const chosen = useDashboard((state) => state.judgeId)
  const own = useOwnJudge()
  return useMemo((): Judge => {
    if (chosen === 'own' && own !== null) return own
    const id = chosen === 'own' ? 'besiroglu' : chosen
    return { id, surface: PUBLISHED[id], unit: 'nats/token', noise: null }
  }, [chosen, own])
}

/** The sweep's own surface as a judge; null where it has none that is determined. */
export function useOwnJudge(): Judge | null {
  const { checks } = useStudyChecks()
  const sweep = useOfSweep(selectSweep)
  return useMemo(() => {
    const surface = checks?.surface ?? null
    if (surface?.fit.status !== 'fitted' || surface.fit.degeneracy !== null || sweep === null) {
      return null
    }
    return {
      id: 'own',
      surface: surfaceInParameters(surface.fit.surface, surface.metric),
      unit: sweep.imported.lossUnit,
      noise: surface.fit.noise,
    }
  }, [checks, sweep])
}

/** The cluster and the prices that are set. */
export function useCluster(): { readonly cluster: Cluster; readonly prices: Prices } {
  const id = useDashboard((state) => state.acceleratorId)
  const devices = useDashboard((state) => state.devices)
  const format = useDashboard((state) => state.numberFormat)
  const utilisation = useDashboard((state) => state.utilisation)
  const deviceHour = useDashboard((state) => state.devicePrice)
  const powerUsage = useDashboard((state) => state.powerUsage)
  const carbonIntensity = useDashboard((state) => state.carbonIntensity)
  return clusterOf(id, devices, format, utilisation, deviceHour, powerUsage, carbonIntensity)
}

const clusterOf = lruMemoize(
  (
    id: string,
    devices: number,
    format: NumberFormat,
    utilisation: number,
    deviceHour: number,
    powerUsage: number,
    carbonIntensity: number,
  ): { readonly cluster: Cluster; readonly prices: Prices } => ({
    cluster: { accelerator: acceleratorOf(id), devices, format, utilisation },
    prices: { deviceHour, powerUsage, carbonIntensity },
  }),
)

/** An accelerator by its id, which the settings have checked. */
export function acceleratorOf(id: string): Accelerator {
  const found = ACCELERATORS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no accelerator ${id}`)
  return found
}

/** What shapes must keep to, as it is set. */
export function useArchitectureChoices(): ArchitectureChoices {
  const sequenceLength = useDashboard((state) => state.sequenceLength)
  const vocabulary = useDashboard((state) => state.vocabulary)
  const headSize = useDashboard((state) => state.headSize)
  const kvHeads = useDashboard((state) => state.kvHeads)
  const multiple = useDashboard((state) => state.sizeMultiple)
  const isTied = useDashboard((state) => state.isTied)
  const aspectRatio = useDashboard((state) => state.aspectRatio)
  return architectureChoices(
    sequenceLength,
    vocabulary,
    headSize,
    kvHeads,
    multiple,
    isTied,
    aspectRatio,
  )
}

/** The plan at the budget and what it was made of. Evaluates; never fits. */
export function useTrainingPlan(): {
  readonly plan: TrainingPlan
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
} {
  const laws = usePlanLaws()
  const recommendation = useRecommendation(laws)
  const computeFlops = useDashboard((state) => state.computeFlops)
  const shapeRank = useDashboard((state) => state.shapeRank)
  const ruleId = useDashboard((state) => state.ruleId)
  const architecture = useArchitectureChoices()
  const given = givenShape(
    useDashboard((state) => state.givenLayers),
    useDashboard((state) => state.givenWidth),
    useDashboard((state) => state.givenFeedForward),
  )
  const { cluster, prices } = useCluster()
  const predicted = usePredictedLoss(laws)
  const judge = useJudge()
  const lossInNats =
    predicted?.unit === 'nats/token'
      ? predicted.estimate.value
      : predicted === null && judge.unit === 'nats/token'
        ? lossAtOptimum(judge.surface, computeFlops)
        : null
  const { parametersEquivalent } = recommendation
  const plan = trainingPlanAt(
    computeFlops,
    6 * parametersEquivalent,
    architecture,
    given,
    shapeRank,
    ruleId,
    useOfSweep(selectOwnRule),
    cluster,
    prices,
    lossInNats,
  )
  return { plan, laws, recommendation }
}

/** The accelerator that is planned with. */
export function useAcceleratorInUse(): Accelerator {
  return acceleratorOf(useDashboard((state) => state.acceleratorId))
}
