/** Learning-rate schedules, by how the rate falls over training. */
export const SCHEDULES = ['multi-step', 'cosine', 'wsd'] as const
export type ScheduleId = (typeof SCHEDULES)[number]

/** What a schedule is laid over. */
export interface Training {
  readonly tokens: number
  readonly batchTokens: number
  /** Peak learning rate. */
  readonly learningRate: number
}

/** Steps of linear warm-up (DeepSeek-AI 2024, section 2.3; that it is linear is said of DeepSeek-V2-Lite). */
export const WARMUP_STEPS = 2000
/** Shares of the tokens at which the multi-step schedule falls, and to what share of the peak (ibid.). */
const MULTI_STEP = [
  { after: 0.8, factor: 0.316 },
  { after: 0.9, factor: 0.1 },
] as const
/** Where the cosine ends, as a share of the peak (Hoffmann et al. 2022, arXiv:2203.15556, appendix B). */
const COSINE_FLOOR = 0.1
/** Share of the tokens over which warmup-stable-decay decays, and where it ends (Hu et al. 2024, arXiv:2404.06395, section 4). */
const WSD_DECAY = 0.1
const WSD_FLOOR = 0.1

/** Training steps, at least one. */
export function stepsOf({ tokens, batchTokens }: Training): number {
  return Math.max(1, Math.round(tokens / batchTokens))
}

/**
 * Share of the peak learning rate after a share of the steps, 0..1. Warm-up is 2,000 steps, or a tenth of training where
 * that is less.
 */
export function rateFactor(schedule: ScheduleId, share: number, steps: number): number {
  const warmup = Math.min(WARMUP_STEPS, steps / 10) / steps
  if (share < warmup) return share / warmup
  switch (schedule) {
    case 'multi-step':
      return MULTI_STEP.findLast(({ after }) => share >= after)?.factor ?? 1
    case 'cosine': {
      const done = (share - warmup) / (1 - warmup)
      return COSINE_FLOOR + ((1 - COSINE_FLOOR) * (1 + Math.cos(Math.PI * done))) / 2
    }
    case 'wsd': {
      const decayed = (share - (1 - WSD_DECAY)) / WSD_DECAY
      return decayed <= 0 ? 1 : WSD_FLOOR ** decayed
    }
  }
}

/** One point of a schedule. */
export interface SchedulePoint {
  readonly step: number
  readonly tokens: number
  readonly learningRate: number
}

/** A schedule at so many steps, evenly, with the beginning, the end and every bend among them. */
export function schedulePoints(
  schedule: ScheduleId,
  training: Training,
  count: number,
): readonly SchedulePoint[] {
  const steps = stepsOf(training)
  const warmup = Math.min(WARMUP_STEPS, steps / 10) / steps
  const even = Array.from({ length: count }, (_, i) => i / (count - 1))
  const bends =
    schedule === 'multi-step'
      ? MULTI_STEP.flatMap(({ after }) => [after - 1e-9, after])
      : schedule === 'wsd'
        ? [1 - WSD_DECAY]
        : []
  const shares = [...new Set([...even, warmup, ...bends])].sort((a, b) => a - b)
  return shares.map((share) => ({
    step: Math.round(share * steps),
    tokens: share * training.tokens,
    learningRate: training.learningRate * rateFactor(schedule, share, steps),
  }))
}
