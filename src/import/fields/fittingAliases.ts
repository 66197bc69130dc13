import { FIELD_UNITS, type Field, type Unit } from './field.ts'
import { FIELD_ALIASES } from './fieldAliases.ts'
import { squash, type Heading } from './heading.ts'
import { unitOfWord } from './unitWords.ts'

/** An alias that a heading is one of. */
export interface FittingAlias {
  /** Where it stands among those of its field. */
  readonly alias: number
  /** The unit that alias and heading tell. */
  readonly unit: Unit
}

/** A field's aliases, to be looked up by the text of a heading. */
interface AliasTable {
  readonly ofText: ReadonlyMap<string, number>
  readonly patterns: readonly { readonly alias: number; readonly pattern: RegExp }[]
}

const TABLES = Object.fromEntries(
  Object.entries(FIELD_ALIASES).map(([field, aliases]): [string, AliasTable] => [
    field,
    {
      ofText: new Map(
        aliases
          .flatMap(({ heading }, alias): [string, number][] =>
            typeof heading === 'string' ? [[squash(heading), alias]] : [],
          )
          // Of two aliases that are spelt alike the first counts.
          .toReversed(),
      ),
      patterns: aliases.flatMap(({ heading: pattern }, alias) =>
        pattern instanceof RegExp ? [{ alias, pattern }] : [],
      ),
    },
  ]),
) as Record<Field, AliasTable>

/** The aliases of a field that a heading is one of, each once, in no order. */
export function fittingAliases(field: Field, { whole, forms }: Heading): readonly FittingAlias[] {
  const { ofText, patterns } = TABLES[field]
  const found = new Map<number, Unit>()
  const fits = (alias: number | undefined, unit?: Unit) => {
    if (alias === undefined || found.has(alias)) return
    found.set(alias, unit ?? FIELD_ALIASES[field][alias]?.unit ?? FIELD_UNITS[field][0])
  }
  for (const { squashed } of forms) fits(ofText.get(squashed))
  for (const { alias, pattern } of patterns) if (pattern.test(whole)) fits(alias)
  for (const [i, { endings }] of forms.entries()) {
    for (const { base, ending } of endings) {
      const unit = unitOfWord(field, ending)
      if (unit === null) continue
      fits(ofText.get(squash(base)), unit)
      if (i > 0) continue
      for (const { alias, pattern } of patterns) if (pattern.test(base)) fits(alias, unit)
    }
  }
  return [...found].map(([alias, unit]) => ({ alias, unit }))
}
