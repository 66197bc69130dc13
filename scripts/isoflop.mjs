#!/usr/bin/env node
// `npm run -s isoflop -- …`, or `isoflop …` as a bin: the analysis without a screen. What it runs is
// bundled once from the same source as the page, and again when that changes.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { ensureInstalled, ROOT } from './install.mjs'

const BUNDLE = join(ROOT, 'dist-cli', 'main.mjs')

/** When the newest file of a folder was written, ms since 1970. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).reduce(
    (latest, entry) =>
      entry.isFile()
        ? Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs)
        : latest,
    statSync(join(ROOT, 'package-lock.json')).mtimeMs,
  )
}

if (!existsSync(BUNDLE) || statSync(BUNDLE).mtimeMs < newest(join(ROOT, 'src'))) {
  // Standard output is the report's; what installing says goes to standard error.
  console.log = console.error
  const problem = ensureInstalled()
  if (problem) {
    console.error(problem)
    process.exit(2)
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { build } = await import('vite')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/main.ts',
      target: 'node20',
      outDir: 'dist-cli',
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' } },
    },
  })
}

await import(pathToFileURL(BUNDLE).href)
