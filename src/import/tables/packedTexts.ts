/** Many texts as one, because a thread or a database copies one long text in no time and many short ones slowly. */
export interface PackedTexts {
  readonly text: string
  /** Where each ends. */
  readonly ends: Uint32Array
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length)
  let end = 0
  texts.forEach((one, i) => {
    end += one.length
    ends[i] = end
  })
  return { text: texts.join(''), ends }
}

/** The text at a place. */
export function textAt({ text, ends }: PackedTexts, place: number): string {
  return text.slice(ends[place - 1] ?? 0, ends[place])
}
