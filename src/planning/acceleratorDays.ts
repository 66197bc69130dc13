import type { Accelerator } from '../laws/accelerators.ts'

/**
 * Device-days that a budget takes: C / (dense peak * utilisation * 86,400 s), at the bf16 peak
 * (fp16 where a chip has no bf16). NaN for a chip with neither.
 */
export function acceleratorDays(
  computeFlops: number,
  { denseFlops }: Accelerator,
  utilisation: number,
): number {
  const peak = denseFlops.bf16 ?? denseFlops.fp16 ?? Number.NaN
  return computeFlops / (peak * utilisation * 86_400)
}
