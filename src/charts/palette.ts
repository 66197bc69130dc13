import { interpolateViridis } from 'd3-scale-chromatic'
import type { CSSProperties } from 'react'

/** How a law's line is told apart: colour (a CSS variable with a light and a dark form) and dash. */
export interface LineStyle {
  readonly colour: string
  readonly dash: string
  readonly width: number
}

/** The fit to the person's own runs: thick, solid, the colour of ink. */
export const FITTED_STYLE: LineStyle = { colour: 'var(--law-own)', dash: 'none', width: 2.5 }

/** A value that a law tends to and never reaches. */
export const ASYMPTOTE_STYLE: LineStyle = {
  colour: 'var(--color-muted)',
  dash: '2 4',
  width: 1.2,
}

/** All splits of one compute budget. */
export const ISO_COMPUTE_STYLE: LineStyle = {
  colour: 'var(--color-muted)',
  dash: 'none',
  width: 1.5,
}

const STYLES: Readonly<Record<string, LineStyle>> = {
  deepseek: { colour: 'var(--law-deepseek)', dash: 'none', width: 1.6 },
  'chinchilla-2': { colour: 'var(--law-chinchilla)', dash: '10 4', width: 1.6 },
  kaplan: { colour: 'var(--law-kaplan)', dash: '4 3', width: 1.6 },
  besiroglu: { colour: 'var(--law-epoch)', dash: '8 3 2 3', width: 1.6 },
  'llama-3': { colour: 'var(--law-llama3)', dash: '1.5 3.5', width: 2 },
  // Between the person's own corpora.
  between: { colour: 'var(--law-own)', dash: '6 3', width: 2 },
}

/** A law as its line tells it apart. */
export interface StyledLaw {
  readonly id: string
  /** Whether it was fitted to the runs that are shown. */
  readonly isFitted: boolean
}

/** Line style of a law; a published one without a style of its own is drawn muted. */
export function styleOf({ id, isFitted }: StyledLaw): LineStyle {
  return isFitted ? FITTED_STYLE : lawStyle(id)
}

/** Line style of a published law by its id. */
export function lawStyle(id: string): LineStyle {
  return STYLES[id] ?? { colour: 'var(--color-muted)', dash: '2 2', width: 1.6 }
}

/**
 * Colour of the index-th of `count` budgets in ascending order, as CSS custom properties for
 * the class `budget-ink`: viridis, cut so that every step keeps 3:1 against its card.
 */
export function budgetInk(index: number, count: number): CSSProperties {
  const position = count > 1 ? index / (count - 1) : 0.5
  return {
    '--ink-light': interpolateViridis(0.55 * position),
    '--ink-dark': interpolateViridis(0.45 + 0.55 * position),
  } as CSSProperties
}

const METHOD_STYLES: Readonly<Record<string, LineStyle>> = {
  'shared-shape': { colour: 'var(--law-own)', dash: '10 3', width: 1.8 },
  'weighted-parabola': { colour: 'var(--law-chinchilla)', dash: 'none', width: 1.6 },
  'robust-parabola': { colour: 'var(--law-chinchilla)', dash: '8 4', width: 1.6 },
  parabola: { colour: 'var(--law-chinchilla)', dash: '2 3', width: 1.6 },
  akima: { colour: 'var(--law-llama3)', dash: '1.5 3.5', width: 1.8 },
  surface: { colour: 'var(--law-deepseek)', dash: 'none', width: 1.6 },
  'approach-3': { colour: 'var(--law-deepseek)', dash: '8 4', width: 1.6 },
  'approach-3-absolute': { colour: 'var(--law-deepseek)', dash: '2 3', width: 1.6 },
}

/** Line style of an estimator: a colour a family, a dash each; the one in use is the fit's own line. */
export function methodStyle(id: string, isInUse: boolean): LineStyle {
  if (isInUse) return FITTED_STYLE
  return METHOD_STYLES[id] ?? { colour: 'var(--color-muted)', dash: '2 2', width: 1.6 }
}
