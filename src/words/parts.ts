/** A message with places for what the page draws: a number, a symbol, a name in bold. */
export type Parts<Slot> = readonly (string | Slot)[]

/** Tags a message with slots, so that each language puts them where its grammar wants them. */
export function parts<Slot>(
  texts: TemplateStringsArray,
  ...slots: readonly (string | Slot)[]
): Parts<Slot> {
  return texts.flatMap((text, i): (string | Slot)[] => {
    const slot = slots[i]
    const before = text === '' ? [] : [text]
    return slot === undefined ? before : [...before, slot]
  })
}
