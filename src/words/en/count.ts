import { wholeNumber } from '../../format/formatNumber.ts'

/** A count with its noun: `1 run`, `1,911 runs`. */
export function count(number: number, noun: string): string {
  return `${wholeNumber(number)} ${noun}${number === 1 ? '' : 's'}`
}
