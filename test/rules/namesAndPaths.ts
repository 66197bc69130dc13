import type { ProjectFile } from './projectFiles.ts'

const VAGUE_FOLDERS = new Set(['utils', 'helpers', 'lib', 'types', 'hooks'])

// Where a machine keeps its owner's work. What stands before it keeps out addresses on the web and
// paths relative to a folder of that name.
const MACHINE_PATH = /(?<![\w.-])\/(?:home|Users|root|work|workspace|mnt)\/|\b[A-Z]:\\Users\\/

/** The folders of `files` that are named for a kind of code and not for a subject. */
export function vagueFolders(files: readonly ProjectFile[]): readonly string[] {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1))
  const vague = folders.filter((names) => names.some((name) => VAGUE_FOLDERS.has(name)))
  return [...new Set(vague.map((names) => names.join('/')))]
}

/** `path:line` of every line that names an absolute path on somebody's machine. */
export function machinePaths(files: readonly ProjectFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (MACHINE_PATH.test(line) ? [`${path}:${index + 1}`] : [])),
  )
}
