/** A power of one of the exponents of a law: `^α`, `^(−α)`. Nothing that a file may hold looks like it. */
const POWER = /\^(\(−[αβγ]\)|[αβγ])/

/** A sentence with the powers in its formulas set as such. */
export function Powers({ text }: { readonly text: string }) {
  return text
    .split(POWER)
    .map((part, i) =>
      i % 2 === 1 ? <sup key={`${i}-${part}`}>{part.replaceAll(/[()]/g, '')}</sup> : part,
    )
}
