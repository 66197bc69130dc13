import { parseSync, Visitor, type ESTree } from 'vite'
import type { ProjectFile } from './projectFiles.ts'

/** Rooms that draw: what they say to a person comes from `words/`, to the last label. */
const DRAWN = /^src\/(?:app|views|panels|charts|components)\//
/** The command line speaks English in its own grammar; `words/` is where sentences are. */
const SPEAKS = /^src\/(?:words|cli)\//
/** Units, names and examples of input, which every language writes so. */
const TERMS = new Set('Isoflop FLOPs tokens opt thinsp https runs csv ZFLOP days'.split(' '))
/** Attributes and properties that a person reads or hears. */
const SAID =
  /^(?:aria-label|aria-valuetext|title|placeholder|label|caption|heading|description|legend|tableLabel|runsLabel|xTitle|yTitle|text|summary|stage|sentence|message)$/

const hasWords = (text: string) =>
  (text.match(/\p{L}{2,}/gu) ?? []).some((word) => !TERMS.has(word))
/** Three words or more, begun with a capital and ended like a sentence. */
const isSentence = (text: string) =>
  /^[“A-Z][^\n]*\p{L}+ \p{L}+[^\n]* [^\n]*[.!?]$/u.test(text.trim())

/** What source files outside of `words/` say to people, one line each, in the order of the text. */
export function sentencesOutsideWords(files: readonly ProjectFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !SPEAKS.test(path))
    .flatMap(({ path, text }) =>
      [...saidIn(path, text)]
        .toSorted(([first], [second]) => first - second)
        .map(([offset, said]) => {
          const line = text.slice(0, offset).split('\n').length
          return `${path}:${line} says “${said.trim().replace(/\s+/g, ' ')}”`
        }),
    )
}

/** What one file says to people, by where it stands in the text. */
function saidIn(path: string, text: string): ReadonlyMap<number, string> {
  const isDrawn = DRAWN.test(path)
  const found = new Map<number, string>()
  // A fault of ours is thrown in English, for whoever mends it.
  let thrownErrors = 0
  const isError = ({ callee }: ESTree.NewExpression) =>
    text.slice(callee.start, callee.end).endsWith('Error')
  const say = (node: ESTree.Node | null, isSaid: (said: string) => boolean) => {
    const said = node && textOf(node)
    if (said !== null && thrownErrors === 0 && isSaid(said)) found.set(node?.start ?? 0, said)
  }
  const sayNamed = (name: ESTree.Node, value: ESTree.Node | null) => {
    const isSaid = SAID.test(text.slice(name.start, name.end).replaceAll("'", ''))
    if (isDrawn && isSaid) say(value, hasWords)
  }
  new Visitor({
    NewExpression: (node) => void (thrownErrors += isError(node) ? 1 : 0),
    'NewExpression:exit': (node) => void (thrownErrors -= isError(node) ? 1 : 0),
    JSXText: (node) => say(node, hasWords),
    JSXAttribute: ({ name, value }) => sayNamed(name, value),
    Property: ({ key, value }) => sayNamed(key, value),
    Literal: (node) => say(node, isSentence),
    TemplateLiteral: (node) => say(node, isSentence),
  }).visit(parseSync(path, text).program)
  return found
}

/** The text of a literal without gaps; null for all else. */
function textOf(node: ESTree.Node): string | null {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? null
  return null
}
