import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Modules of src/ as one that Node can import: `exports` is the text of a module that exports them. */
export async function bundled(exports) {
  const root = join(import.meta.dirname, '..')
  const folder = mkdtempSync(join(root, 'node_modules', '.bench-'))
  const id = 'virtual:bench'
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'bench',
          resolveId: (source) => (source === id ? join(root, 'bench-entry.ts') : null),
          load: (path) => (path === join(root, 'bench-entry.ts') ? exports : null),
        },
      ],
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        minify: false,
        rollupOptions: { input: id, output: { entryFileNames: 'bench.mjs' } },
      },
      ssr: { noExternal: true },
    })
    return await import(pathToFileURL(join(folder, 'bench.mjs')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
