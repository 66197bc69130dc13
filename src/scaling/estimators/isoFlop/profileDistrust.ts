import { min } from 'd3-array'
import { hasDistinct } from '../../../numerics/hasDistinct.ts'
import { median } from '../../../numerics/median.ts'
import { evaluateCurve, type ProfileCurve } from './curves/profileCurve.ts'

/** Why a budget's curve with a minimum should not be believed. */
export type ProfileDistrust =
  /** Three different scales, which any curve of three coefficients meets exactly: nothing is left to judge it by. */
  | { readonly kind: 'three-points' }
  /** The curve explains almost nothing of how the loss varies; `share` is its adjusted R². */
  | { readonly kind: 'explains-nothing'; readonly share: number }
  /** The minimum lies below every run; `gap` is how far, as a share of the lowest loss. */
  | { readonly kind: 'below-every-run'; readonly gap: number }
  /** The robust fit left out so many runs that the curve is one of several. */
  | { readonly kind: 'many-without-weight'; readonly count: number; readonly of: number }

/** Least adjusted R² of a curve that is believed. Runs without any curve come to 0 on average. */
const LEAST_EXPLAINED = 0.25
/** A minimum may lie this far below every run, relatively, besides the dip between two of them ... */
const MOST_GAP = 0.01
/** ... or this share of how far the middle run lies above the lowest, where that is more. */
const MOST_GAP_OF_SPREAD = 0.5
/** Largest share of runs that a believed curve may leave without weight. */
const MOST_WITHOUT_WEIGHT = 1 / 3

/**
 * What speaks against a fitted curve with a minimum; null where nothing does.
 *
 * In this order: fewer than four different x of positive weight; more than a third of the runs
 * without weight; adjusted R² = 1 - (1 - R²)(n - 1)/(n - 3) below 0.25; a minimum that lies below the
 * lowest run by more than 1% and more than half of what the median run lies above it, not counting the
 * dip of the curve between its minimum and the nearest run. The thresholds are ours; `docs/methods.md` says how they were chosen.
 */
export function profileDistrust(
  curve: ProfileCurve,
  minimum: { readonly x: number; readonly y: number },
  x: readonly number[],
  y: readonly number[],
  hasWeight: (i: number) => boolean,
): ProfileDistrust | null {
  const places = x.filter((_, i) => hasWeight(i))
  const n = places.length
  if (!hasDistinct(places, 4, (place) => place)) return { kind: 'three-points' }
  if (x.length - n > MOST_WITHOUT_WEIGHT * x.length) {
    return { kind: 'many-without-weight', count: x.length - n, of: x.length }
  }
  const share = 1 - ((1 - curve.rSquared) * (n - 1)) / (n - 3)
  if (share < LEAST_EXPLAINED) return { kind: 'explains-nothing', share }
  const lowest = min(y) ?? 0
  const most = Math.max(MOST_GAP, MOST_GAP_OF_SPREAD * (median(y) / lowest - 1))
  if (!((lowest - minimum.y) / lowest > most)) return null
  const dip = Math.max(
    0,
    (min(places, (place) => evaluateCurve(curve, place)) ?? minimum.y) - minimum.y,
  )
  const gap = (lowest - minimum.y - dip) / lowest
  return gap > most ? { kind: 'below-every-run', gap } : null
}
