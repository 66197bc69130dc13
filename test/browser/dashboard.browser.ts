import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDashboard, tableValue } from './dashboardPage.ts'
import { addFile, closePage, sweepChoice } from './harness.ts'

let page: Page

const value = (table: string, row: RegExp) => tableValue(page, table, row)

const addFiles = (...files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0][]) =>
  page.getByLabel('Add sweep files').setInputFiles(files.flat() as string[])

const csvFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

/** The sample, whatever stands beside it, at a budget that all charts show. */
async function sampleAtItsBudget() {
  await page.getByRole('radio', { name: /deepseek/ }).check()
  await page.getByRole('slider', { name: /Compute budget/ }).fill('20')
}

beforeAll(async () => {
  page = await openDashboard()
})
afterAll(() => closePage(page))

describe('the dashboard in a browser', () => {
  it('opens with the synthetic sample at work, its intervals computed in a worker', async () => {
    await sampleAtItsBudget()
    expect(await page.getByText('synthetic', { exact: true }).isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-run]').count()).toBe(80)
    await expect.poll(() => value('Fitted laws', /^M/)).toBeCloseTo(0.524, 1)
    const interval = page
      .getByRole('table', { name: 'Recommendation' })
      .getByRole('row', { name: /^M/ })
    expect(await interval.textContent()).toMatch(/\[[\d.]+, [\d.]+\]/)
  })

  it('plans from the keyboard: the slider moves the recommendation and every cursor', async () => {
    await sampleAtItsBudget()
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
    await sampleAtItsBudget()
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
    await sampleAtItsBudget()
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
    await sampleAtItsBudget()
    await page.locator('[data-run]').nth(34).hover()
    expect(await page.locator('.tooltip').textContent()).toMatch(
      /synthetic-3e18-5.*Loss.*bits\/byte/,
    )
    await page.locator('[data-mark="kaplan"] circle').hover()
    expect(await page.locator('[data-tooltip]').textContent()).toMatch(/^KaplanN = .*D\/N = /)
  })

  it('pastes rows from a spreadsheet', async () => {
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
    await sampleAtItsBudget()
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
})

describe('a long training log', () => {
  const steps = 2000
  const text = ['run,step,tokens,loss,params']
  for (let run = 0; run < 40; run++) {
    for (let step = 1; step <= steps; step++) {
      const loss = 2 + run / 100 + 3 / Math.sqrt(step)
      text.push(`run-${run},${step},${step * 524288},${loss.toFixed(6)},${1e8 * (1 + run)}`)
    }
  }
  const log = text.join('\n')

  it('is read beside the page and becomes runs by the loss that one chooses', async () => {
    await addFile(page, 'log.csv', log)
    await page.getByText(/80,000 rows are steps of 40 runs/).waitFor()
    await page.getByLabel('Loss', { exact: true }).selectOption('lowest loss')
    await page.getByRole('button', { name: /^Undo: change how/ }).waitFor()
  })

  it('can be stopped while it is read, and leaves everything as it was', async () => {
    await sweepChoice(page, /deepseek/).check()
    await addFile(page, 'longer.csv', `${log}\n${log}\n${log}\n${log}`)
    await page.getByRole('button', { name: 'Stop: Reading longer.csv' }).click()
    await page.getByText('Reading longer.csv').waitFor({ state: 'detached' })
    expect(await sweepChoice(page, /^longer/).count()).toBe(0)
    expect(await sweepChoice(page, /deepseek/).isChecked()).toBe(true)
  })
})
