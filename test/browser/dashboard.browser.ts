import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { HAS_SHARED_DATA, onRealSweeps } from '../fixtures/sharedData.ts'
import { axeFindings, closePage, openPage } from './harness.ts'

let page: Page

afterEach(() => closePage(page))

/** Opens the page and waits until the sample is analysed, intervals included. */
async function openDashboard(options: Parameters<typeof openPage>[0] = {}): Promise<void> {
  page = await openPage(options)
  await page.getByRole('table', { name: 'Fitted laws' }).waitFor()
  await page.locator('[data-band]').first().waitFor({ state: 'attached' })
}

async function value(table: string, row: RegExp): Promise<number> {
  const data = page
    .getByRole('table', { name: table, exact: true })
    .getByRole('row', { name: row })
    .locator('data')
  return Number(await data.first().getAttribute('value'))
}

const addFiles = (...files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0][]) =>
  page.getByLabel('Add sweep files').setInputFiles(files.flat() as string[])

const csvFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

describe('the dashboard in a browser', () => {
  it('opens with the synthetic sample at work, its intervals computed in a worker', async () => {
    await openDashboard()
    expect(await page.getByText('synthetic', { exact: true }).isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-run]').count()).toBe(80)
    await expect.poll(() => value('Fitted laws', /^M/)).toBeCloseTo(0.524, 1)
    const interval = page
      .getByRole('table', { name: 'Recommendation' })
      .getByRole('row', { name: /^M/ })
    expect(await interval.textContent()).toMatch(/\[[\d.]+, [\d.]+\]/)
  })

  it('plans from the keyboard: the slider moves the recommendation and every cursor', async () => {
    await openDashboard()
    const slider = page.getByRole('slider', { name: /Compute budget/ })
    await slider.focus()
    const before = await value('Recommendation', /^M/)
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    expect(await value('Recommendation', /^M/)).toBeGreaterThan(before)
    await page.keyboard.press('Home')
    expect(await value('Recommendation', /Training tokens/)).toBeGreaterThan(0)
    expect(await page.locator('[data-budget-cursor]').first().textContent()).toContain('1.00 × 10⁶')
  })

  it('sets a run aside by a click on it, and brings it back by another', async () => {
    await openDashboard()
    const before = await value('Fitted laws', /^M/)
    const run = page.locator('[data-run]').nth(2)
    await run.click()
    await page.locator('[data-state="set-aside"]').waitFor()
    await expect.poll(() => value('Fitted laws', /^M/)).not.toBe(before)
    await page.locator('[data-state="set-aside"]').click()
    await page.locator('[data-state="set-aside"]').waitFor({ state: 'detached' })
    await expect.poll(() => value('Fitted laws', /^M/)).toBe(before)
  })

  it('drags the budget in a chart', async () => {
    await openDashboard()
    const before = await value('Recommendation', /^M/)
    const cursor = page.locator('[data-budget-cursor] line').first()
    await cursor.scrollIntoViewIfNeeded()
    const box = await cursor.boundingBox()
    if (box === null) throw new Error('no cursor')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x - 40, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    expect(await value('Recommendation', /^M/)).toBeLessThan(before)
  })

  it('explains what is pointed at: a run, a minimum, a law at the budget', async () => {
    await openDashboard()
    await page.locator('[data-run]').nth(34).hover()
    expect(await page.locator('.tooltip').textContent()).toMatch(
      /synthetic-3e18-5.*Loss.*bits\/byte/,
    )
    await page.locator('[data-mark="kaplan"] circle').hover()
    expect(await page.locator('[data-tooltip]').textContent()).toMatch(/^KaplanN = .*D\/N = /)
  })

  it('pastes rows from a spreadsheet', async () => {
    await openDashboard()
    await page.getByRole('button', { name: 'Paste rows' }).click()
    const rows = ['1e8', '2e8', '4e8', '8e8'].map(
      (n, i) => `1e18\t${n}\t${[3.3, 3.1, 3.05, 3.2][i] ?? 3}`,
    )
    await page
      .getByLabel(/Comma-, semicolon- or tab-separated/)
      .fill(['flops\tparams\tloss', ...rows].join('\n'))
    await page.getByRole('button', { name: 'Add rows' }).click()
    await page.getByRole('radio', { name: /Pasted rows/ }).waitFor()
    await expect.poll(() => page.locator('[data-run]').count()).toBe(4)
  })

  it('tells of bad files where they were dropped and loses nothing', async () => {
    await openDashboard()
    const before = await value('Fitted laws', /^M/)
    await addFiles([
      csvFile('empty.csv', ''),
      {
        name: 'picture.png',
        mimeType: 'image/png',
        buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      },
      csvFile('header.csv', 'flops,params,loss\n'),
    ])
    await page.getByText('header.csv was not added.').waitFor()
    expect(await page.getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining('The file is empty'),
      expect.stringContaining('not a kind of file that is read'),
      expect.stringContaining('no row of runs'),
    ])
    await expect.poll(() => value('Fitted laws', /^M/)).toBe(before)
  })

  it.each([
    ['a wide light screen', { width: 1440, height: 900, colorScheme: 'light' }],
    ['a phone in the dark', { width: 390, height: 844, colorScheme: 'dark' }],
  ] as const)(
    'has nothing for axe to find on %s, and does not scroll sideways',
    async (_, options) => {
      await openDashboard(options)
      for (const summary of await page.locator('summary:visible').all()) await summary.click()
      expect(await axeFindings(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
    },
  )

  it('opens the recommendation as a sheet on a phone', async () => {
    await openDashboard({ width: 390, height: 844 })
    const table = page.getByRole('table', { name: 'Recommendation' })
    expect(await table.isVisible()).toBe(false)
    await page.getByRole('button', { name: /Open the recommendation/ }).click()
    expect(await table.isVisible()).toBe(true)
  })
})

const leastSquares = () => page.getByRole('combobox', { name: 'Curve' }).selectOption('parabola')

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('real sweeps dropped on the page'), () => {
  it.each([
    ['marin-comma.csv', 0.4049295],
    ['cs336-isoflops.json', 0.5145795],
  ])('%s shows its N exponent by least squares', async (file, exponent) => {
    await openDashboard()
    await addFiles([`../shared/data/${file}`])
    await page.getByRole('radio', { name: new RegExp(file.split('.')[0] ?? '') }).waitFor()
    await leastSquares()
    await expect.poll(() => value('Fitted laws', /^N/)).toBeCloseTo(exponent, 3)
  })

  it('says what a learning-rate sweep is instead of forcing it into curves', async () => {
    await openDashboard()
    await addFiles(['../shared/data/step-law-dense.csv'])
    await page.getByText('A learning-rate and batch-size sweep').waitFor()
    expect(await page.getByText(/1,911 runs in 17 cells/).isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-run]').count()).toBe(0)
    // The published laws still split the budget.
    await expect.poll(() => page.locator('[data-mark]').count()).toBe(5)
  })

  it('tells of the spike in the Llama sweep, and sets it aside when asked and not before', async () => {
    await openDashboard()
    await addFiles(['../shared/data/llama-ctx2048.csv'])
    await page.getByText('1 run to look at twice').waitFor()
    // The robust fit gives the spike no weight by itself.
    await page.getByText(/runs? (lies|lie) far from the curves and (has|have) no weight/).waitFor()
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
