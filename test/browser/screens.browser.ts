import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoFlopCsv } from '../fixtures/isoFlopCsv.ts'
import { HAS_SHARED_DATA, onRealSweeps } from '../fixtures/sharedData.ts'
import { openDashboard, tableValue } from './dashboardPage.ts'
import { addFile, axeFindings, closePage, sweepChoice } from './harness.ts'

let page: Page

const value = (table: string, row: RegExp) => tableValue(page, table, row)
const addFiles = (paths: readonly string[]) =>
  page.getByLabel('Add sweep files').setInputFiles([...paths])

/** Opens whatever is folded away. */
const unfold = () =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })

describe.each([
  ['a wide light screen', { width: 1440, height: 900, colorScheme: 'light' }],
  ['a phone in the dark', { width: 390, height: 844, colorScheme: 'dark' }],
] as const)('the dashboard on %s', (_, options) => {
  const isNarrow = options.width < 1024

  beforeAll(async () => {
    page = await openDashboard(options)
  })
  afterAll(() => closePage(page))

  it('has nothing for axe to find, and does not scroll sideways', async () => {
    await unfold()
    expect(await axeFindings(page)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('has nothing for axe to find in what says that something went wrong, and the dialogs', async () => {
    const bad = isoFlopCsv()
      .replace(/\n([^,]+),[^,]+,/, '\n$1,x,')
      .replace(/3\.\d+$/, '99')
    if (isNarrow) await page.getByRole('button', { name: 'Data and columns' }).click()
    await addFile(page, 'bad.csv', bad)
    await sweepChoice(page, /^bad/).waitFor()
    await addFile(page, 'empty.csv', '')
    await page.getByText('empty.csv was not added.').waitFor()
    await unfold()
    await page
      .getByRole('complementary', { name: 'Data' })
      .getByText(/Line 2, column/)
      .first()
      .waitFor()
    expect(await axeFindings(page, 'aside[aria-label="Data"]')).toEqual([])
    await page.getByRole('button', { name: 'Open URL' }).click()
    expect(await axeFindings(page, 'dialog[open]')).toEqual([])
    await page.keyboard.press('Escape')
    if (isNarrow) await page.getByRole('button', { name: 'Data and columns' }).click()
  })

  if (!isNarrow) return
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
