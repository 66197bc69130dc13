import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFile, closePage, openPage, sweepChoice } from './harness.ts'

let page: Page

const add = (name: string, text: string) => addFile(page, name, text)
const sweep = (name: RegExp) => sweepChoice(page, name)

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

  beforeAll(async () => {
    page = await openPage()
    await page.getByRole('table', { name: 'Fitted laws' }).waitFor()
  })
  afterAll(() => closePage(page))

  it('is read beside the page and becomes runs by the loss that one chooses', async () => {
    await add('log.csv', log)
    await page.getByText(/80,000 rows are steps of 40 runs/).waitFor()
    await page.getByLabel('Loss', { exact: true }).selectOption('lowest loss')
    await page.getByRole('button', { name: /^Undo: change how/ }).waitFor()
  })

  it('can be stopped while it is read, and leaves everything as it was', async () => {
    await sweep(/deepseek/).check()
    await add('longer.csv', `${log}\n${log}\n${log}\n${log}`)
    await page.getByRole('button', { name: 'Stop: Reading longer.csv' }).click()
    await page.getByText('Reading longer.csv').waitFor({ state: 'detached' })
    expect(await sweep(/^longer/).count()).toBe(0)
    expect(await sweep(/deepseek/).isChecked()).toBe(true)
  })
})
