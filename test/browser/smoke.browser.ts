import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { closePage, openPage, takeConsoleProblems } from './harness.ts'

describe('the built page', () => {
  let page: Page

  beforeAll(async () => {
    page = await openPage()
  })
  afterAll(() => closePage(page))

  it('opens under its name with one main region and a quiet console', async () => {
    expect(await page.title()).toContain('Isoflop')
    await page.getByRole('main').waitFor()
    expect(await page.getByRole('main').count()).toBe(1)
  })

  it('fetches at most 250 kB of scripts, compressed, before anybody asks for more', async () => {
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => (/\.js$/.exec(name) === null ? [] : [name])),
    )
    // What the worker reads files with is its own, and holds up nothing.
    const ofPage = scripts.filter((name) => !/worker/i.test(name))
    expect(ofPage.length).toBeGreaterThan(0)
    const sizes = await Promise.all(
      ofPage.map(
        async (name) =>
          gzipSync(new Uint8Array(await (await fetch(name)).arrayBuffer()), { level: 9 }).length,
      ),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000)
  })

  it('is watched: a warning, an error and an uncaught exception are all noticed', async () => {
    const thrown = page.waitForEvent('pageerror')
    await page.evaluate(() => {
      console.warn('a planted warning')
      console.error('a planted error')
      setTimeout(() => {
        throw new Error('a planted exception')
      })
    })
    await thrown
    expect(takeConsoleProblems(page)).toEqual([
      'console warning: a planted warning',
      'console error: a planted error',
      'uncaught: Error: a planted exception',
    ])
  })
})
