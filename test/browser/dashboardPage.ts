import type { Page } from 'playwright-core'
import { openPage } from './harness.ts'

/** Opens the page and waits until the sample is analysed, intervals included. */
export async function openDashboard(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(options)
  await page.getByRole('table', { name: 'Fitted laws' }).waitFor()
  await page.locator('[data-band]').first().waitFor({ state: 'attached' })
  return page
}

/** The first number in a row of a table, to all its digits. */
export async function tableValue(page: Page, table: string, row: RegExp): Promise<number> {
  const data = page
    .getByRole('table', { name: table, exact: true })
    .getByRole('row', { name: row })
    .locator('data')
  return Number(await data.first().getAttribute('value'))
}
