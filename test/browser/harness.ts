import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

interface PageOptions {
  /** What stands behind the folder of the page: `?data=…`, `#/plan`. */
  readonly path?: string
  /** CSS pixels. */
  readonly width?: number
  /** CSS pixels. */
  readonly height?: number
  /** What the system asks for, as `prefers-color-scheme` tells it to the page. */
  readonly colorScheme?: NonNullable<BrowserContextOptions['colorScheme']>
  /** What is done with the page before it goes to its address. */
  readonly prepare?: (page: Page) => unknown
}

/** Resampling a thousand times would keep a processor busy for the whole of most tests. */
export const FEW_REPLICATES = '#/explore?replicates=60'

const problemsOf = new Map<Page, string[]>()

/**
 * Opens the built page in a browser profile of its own, by default 1280 x 800 and light. Any error,
 * warning or uncaught exception on the page fails the running test; {@link takeConsoleProblems}
 * tells those that a test provokes. `page.goto('?…')` opens another address of the same page.
 */
export async function openPage({
  path = `./${FEW_REPLICATES}`,
  width = 1280,
  height = 800,
  colorScheme = 'light',
  prepare,
}: PageOptions = {}): Promise<Page> {
  const browser = await chromium.connect(inject('browserEndpoint'))
  const context = await browser.newContext({
    baseURL: inject('appUrl'),
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const problems: string[] = []
  problemsOf.set(page, problems)
  page.on('console', (message) => {
    const kind = message.type()
    if (kind === 'error' || kind === 'warning') problems.push(`console ${kind}: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    problems.push(`uncaught: ${String(error)}`)
  })
  await prepare?.(page)
  await page.goto(path)
  return page
}

const folders: string[] = []

/** Adds a file of text to a page, as one that is chosen from the disk: handed over as text, a long one would hold the page up. */
export async function addFile(page: Page, name: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'isoflop-'))
  folders.push(folder)
  const path = join(folder, name)
  await writeFile(path, text)
  await page.getByLabel('Add sweep files').setInputFiles(path)
}

/** The choice of a sweep by its name and what stands beside it. */
export function sweepChoice(page: Page, name: RegExp) {
  return page.getByRole('radio', { name })
}

/** Closes a page that {@link openPage} opened, with its profile. What it said still counts. */
export async function closePage(page: Page): Promise<void> {
  await page.context().browser()?.close()
}

/** What the page has said that would fail the test; after this it no longer does. */
export function takeConsoleProblems(page: Page): readonly string[] {
  return problemsOf.get(page)?.splice(0) ?? []
}

/** What any page has said that fails the running test. */
export function takeAllConsoleProblems(): readonly string[] {
  return [...problemsOf.keys()].flatMap(takeConsoleProblems)
}

/** Closes every page that a file of tests has opened, and removes the files that it wrote. */
export async function closeAll(): Promise<void> {
  await Promise.all([
    ...[...problemsOf.keys()].map(closePage),
    ...folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
  ])
  problemsOf.clear()
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/**
 * What axe finds fault with in a part of the page: rule and first element each. Marks of charts are not looked at one
 * by one: their pictures have names and tables. The page is asked for the faults only; what else axe has seen is long.
 */
export async function axeFindings(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (include) => {
    const exclude = ['svg [data-run]', 'svg [data-optimum]']
    const { violations } = await window.axe.run(
      { include: [include], exclude },
      { resultTypes: ['violations'] },
    )
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  }, part)
}
