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
