import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../../scripts/findBrowser.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served. */
    appUrl: string
    /** Where the running browser listens. */
    browserEndpoint: string
  }
}

/** Builds the page as it is published, serves it, and starts one browser for all browser tests. */
export default async function setUpBrowser(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(NO_BROWSER)

  const outDir = await mkdtemp(join(tmpdir(), 'isoflop-page-'))
  // Vitest sets NODE_ENV to test, which would build React's slower development form.
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  await build({
    logLevel: 'warn',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
  })
  if (NODE_ENV !== undefined) process.env['NODE_ENV'] = NODE_ENV
  const server = await preview({
    logLevel: 'silent',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const appUrl = server.resolvedUrls?.local[0]
  if (appUrl === undefined) throw new Error('The built page is not served anywhere.')
  const browser = await chromium.launchServer({
    executablePath,
    args: BROWSER_ARGUMENTS,
    handleSIGINT: false,
  })
  project.provide('appUrl', appUrl)
  project.provide('browserEndpoint', browser.wsEndpoint())

  return async () => {
    await browser.close()
    await server.close()
    await rm(outDir, { recursive: true, force: true })
  }
}
