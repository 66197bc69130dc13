import { parseSync, Visitor, type ESTree } from 'vite'

/**
 * What a source file names in imports, re-exports, dynamic imports, import types, and in
 * `new URL('…', import.meta.url)`, which is how a worker is imported; in the order of the text.
 */
export function importsOf(path: string, text: string): readonly string[] {
  const found: string[] = []
  const add = (node: ESTree.Node | null | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
  }
  const textOf = (node: ESTree.Node | undefined) => text.slice(node?.start, node?.end)
  const addSource = ({ source }: { source: ESTree.Node | null }) => add(source)
  new Visitor({
    ImportDeclaration: addSource,
    ExportNamedDeclaration: addSource,
    ExportAllDeclaration: addSource,
    ImportExpression: addSource,
    TSImportType: addSource,
    NewExpression: ({ callee, arguments: [target, base] }) => {
      if (textOf(callee) === 'URL' && textOf(base) === 'import.meta.url') add(target)
    },
  }).visit(parseSync(path, text).program)
  return found
}
