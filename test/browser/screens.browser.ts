import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAS_SHARED_DATA, onRealSweeps } from '../fixtures/sharedData.ts'
import { openDashboard, tableValue } from './dashboardPage.ts'
import { axeFindings, closePage } from './harness.ts'

let page: Page

const value = (table: string, row: RegExp) => tableValue(page, table, row)
const addFiles = (paths: readonly string[]) =>
  page.getByLabel('Add sweep files').setInputFiles([...paths])

/** Finds all that is wrong with the page for who cannot see it or has a small screen, with every part of it open. */
async function faults(): Promise<readonly string[]> {
  for (const summary of await page.locator('summary:visible').all()) await summary.click()
  const found = await axeFindings(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  return overflow > 0 ? [...found, `scrolls sideways by ${overflow} px`] : found
}

describe('the dashboard on a wide light screen', () => {
  beforeAll(async () => {
    page = await openDashboard({ width: 1440, height: 900 })
  })
  afterAll(() => closePage(page))

  it('has nothing for axe to find, and does not scroll sideways', async () => {
    expect(await faults()).toEqual([])
  })
})

describe('the dashboard on a phone in the dark', () => {
  beforeAll(async () => {
    page = await openDashboard({ width: 390, height: 844, colorScheme: 'dark' })
  })
  afterAll(() => closePage(page))

  it('has nothing for axe to find, and does not scroll sideways', async () => {
    expect(await faults()).toEqual([])
  })

  it('opens the recommendation as a sheet', async () => {
    const table = page.getByRole('table', { name: 'Recommendation' })
    expect(await table.isVisible()).toBe(false)
    await page.getByRole('button', { name: /Open the recommendation/ }).click()
    expect(await table.isVisible()).toBe(true)
    await page.getByRole('button', { name: /Close the recommendation/ }).click()
    expect(await table.isVisible()).toBe(false)
  })
})

const leastSquares = () => page.getByRole('combobox', { name: 'Curve' }).selectOption('parabola')

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real sweeps dropped on the page'), () => {
  beforeAll(async () => {
    page = await openDashboard()
  })
  afterAll(() => closePage(page))

  it.each([
    ['marin-comma.csv', 0.4049295],
    ['cs336-isoflops.json', 0.5145795],
  ])('%s shows its N exponent by least squares', async (file, exponent) => {
    await addFiles([`../shared/data/${file}`])
    await page.getByRole('radio', { name: new RegExp(file.split('.')[0] ?? '') }).waitFor()
    await leastSquares()
    await expect.poll(() => value('Fitted laws', /^N/)).toBeCloseTo(exponent, 3)
  })

  it('says what a learning-rate sweep is instead of forcing it into curves', async () => {
    await addFiles(['../shared/data/step-law-dense.csv'])
    await page.getByText('A learning-rate and batch-size sweep').waitFor()
    expect(await page.getByText(/1,911 runs in 17 cells/).isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-run]').count()).toBe(0)
    // The published laws still split the budget.
    await expect.poll(() => page.locator('[data-mark]').count()).toBe(5)
  })

  it('tells of the spike in the Llama sweep, and sets it aside when asked and not before', async () => {
    await addFiles(['../shared/data/llama-ctx2048.csv'])
    await page.getByText('1 run to look at twice').waitFor()
    // The robust fit gives the spike no weight by itself.
    await page
      .getByText(/runs? (lies|lie) far from the curves and (has|have) no weight/)
      .first()
      .waitFor()
    await leastSquares()
    await page.getByRole('combobox', { name: 'Scale' }).selectOption('N')
    await expect.poll(() => value('Fitted laws', /^N/)).toBeCloseTo(0.5425, 3)
    const withSpike = await value('Fitted laws', /^N/)
    await page.getByRole('button', { name: 'Set it aside' }).click()
    await expect.poll(() => value('Fitted laws', /^N/)).toBeCloseTo(0.5515055, 3)
    expect(withSpike).not.toBeCloseTo(0.5515055, 3)
    await page.getByRole('button', { name: /^Undo: set aside a run/ }).click()
    await expect.poll(() => value('Fitted laws', /^N/)).toBe(withSpike)
  })
})
