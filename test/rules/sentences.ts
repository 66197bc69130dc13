import ts from 'typescript'
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

/** What source files outside of `words/` say to people, one line each. */
export function sentencesOutsideWords(files: readonly ProjectFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !SPEAKS.test(path))
    .flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
      const found: string[] = []
      const visit = (node: ts.Node): void => {
        const said = saidAt(node, DRAWN.test(path))
        if (said !== null) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart())
          found.push(`${path}:${line + 1} says “${said.trim().replace(/\s+/g, ' ')}”`)
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
}

function saidAt(node: ts.Node, isDrawn: boolean): string | null {
  if (ts.isJsxText(node)) return hasWords(node.text) ? node.text : null
  if (!ts.isStringLiteralLike(node)) return null
  if (isThrown(node)) return null
  if (isSentence(node.text)) return node.text
  if (!isDrawn || !hasWords(node.text)) return null
  const { parent } = node
  const isSaid =
    (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) &&
    SAID.test(parent.name.getText().replaceAll("'", ''))
  return isSaid ? node.text : null
}

/** A fault of ours is thrown in English, for whoever mends it. */
function isThrown(node: ts.Node): boolean {
  const isError =
    ts.isNewExpression(node.parent) && node.parent.expression.getText().endsWith('Error')
  return isError || (ts.isExpression(node.parent) && isThrown(node.parent))
}
