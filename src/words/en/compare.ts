import { parts } from '../parts.ts'
import { count } from './count.ts'

/** Sweeps beside one another and beside what is published. */
export const compare = {
  title: 'Exponents compared',
  /** `a` and `b` are the growth of scale and of tokens, set as formulas. */
  caption: <Slot>(a: Slot, b: Slot, level: string) =>
    parts<Slot>`How the optimum grows: ${a}, ${b}, of every loaded sweep that has a law (filled, ${level} intervals) and as published (open, with the interval that the paper gives, or none). Groups count the scale differently and do not compare with one another. The line across the first group is DeepSeek’s exponent at the position of the data-quality slider.`,
  scale: 'scale',
  tokens: 'tokens',
  lawless: (sweeps: readonly string[]) =>
    ` Without a law of the scale, and so not here: ${sweeps.join(', ')}.`,
  computing: (sweeps: number) => ` Intervals of ${count(sweeps, 'sweep')} are being computed.`,
  tableLabel: 'Data of the exponents compared',
  description: (sweeps: number, laws: number) =>
    `Exponents of ${count(sweeps, 'loaded sweep')} and ${laws} published laws with their intervals. The table has the numbers.`,
  budgets: (symbol: string, budgets: number) => `${symbol}, ${count(budgets, 'budget')}`,
  scaleExponent: 'scale exponent',
  tokenExponent: 'token exponent',
  law: 'Law',
  corpus: 'Corpus or sweep',
  convention: 'Convention',
  intervalOf: (symbol: string) => `interval of ${symbol}`,
  source: 'Source',
  fittedHere: 'fitted here, with its interval',
}
