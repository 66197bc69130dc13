import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

// Installed, built, or left by an editor: not part of the project. Of what is hidden, only .ci is.
const NOT_OURS = /^(?:node_modules|dist|coverage|\.(?!ci$).*|.*\.log)$/

/** One file of the project: its path from the top with forward slashes, and its text. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

/** Reads every file of the project under `folder` ('' for all), what is not part of it left out. */
export function projectFiles(folder: string): readonly ProjectFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((entry) => {
      const path = join(ROOT, folder, entry.name)
      if (entry.isDirectory()) return projectFiles(relative(ROOT, path))
      if (!entry.isFile()) return []
      return [
        {
          path: relative(ROOT, path).split(sep).join('/'),
          text: readFileSync(path, 'utf8'),
        },
      ]
    })
}
