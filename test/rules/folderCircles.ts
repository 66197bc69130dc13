import { posix } from 'node:path'
import { importsOf } from './importsOf.ts'
import type { ProjectFile } from './projectFiles.ts'

/** The folders of src that import one another in a circle, or depend on such; empty where none do. */
export function folderCircles(files: readonly ProjectFile[]): readonly string[] {
  const left = new Map<string, Set<string>>()
  for (const { path, text } of files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path))) {
    const folder = posix.dirname(path)
    const targets = left.get(folder) ?? new Set()
    left.set(folder, targets)
    for (const specifier of importsOf(path, text)) {
      if (!specifier.startsWith('.')) continue
      const target = posix.dirname(posix.join(folder, specifier))
      if (target !== folder) targets.add(target)
    }
  }
  // What imports nothing that is left cannot be in a circle.
  for (let before = -1; before !== left.size;) {
    before = left.size
    for (const [folder, targets] of left) {
      if ([...targets].every((target) => !left.has(target))) left.delete(folder)
    }
  }
  return [...left.keys()].sort()
}
