import type { LineStyle } from '../palette.ts'

const COLOURS = ['own', 'deepseek', 'chinchilla', 'llama3', 'kaplan', 'epoch'] as const
const DASHES = ['none', '8 4', '2 4'] as const

/** How the i-th corpus is told apart: six colours, then the same dashed. */
export function corpusStyle(index: number): LineStyle {
  const colour = COLOURS[index % COLOURS.length] ?? 'own'
  const dash = DASHES[Math.floor(index / COLOURS.length) % DASHES.length] ?? 'none'
  return { colour: `var(--law-${colour})`, dash, width: 2 }
}
