import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { axeFindings, closePage, FEW_REPLICATES, openPage, takeConsoleProblems } from './harness.ts'

let page: Page
let web: Server
let webUrl = ''
/** Requests that the page itself sent to another host, and those that the stand-in for the web had. */
let outside: string[] = []
let asked: string[] = []

const CSV = [
  'name,flops,params,tokens,loss',
  ...makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map(
    ({ name, computeFlops, scale, tokens, loss }) =>
      [name, computeFlops, scale.N, tokens, loss].join(','),
  ),
].join('\n')

// A local server stands in for the web: files that any site may read, and files that none may.
beforeAll(async () => {
  web = createServer(({ url = '' }, response) => {
    asked.push(url)
    if (url.startsWith('/open/')) response.setHeader('Access-Control-Allow-Origin', '*')
    response.statusCode = url.includes('missing') ? 404 : 200
    response.end(CSV)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  webUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
})
afterAll(() => {
  web.close()
})
afterEach(() => closePage(page))

async function open(query = '', prepare?: (opened: Page) => unknown): Promise<void> {
  outside = []
  asked = []
  const own = new URL(inject('appUrl')).origin
  page = await openPage({
    path: `./${query}${FEW_REPLICATES}`,
    prepare: async (opened) => {
      opened.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (origin !== own && protocol.startsWith('http')) outside.push(request.url())
      })
      await prepare?.(opened)
    },
  })
  await page.getByRole('table', { name: 'Fitted laws' }).waitFor()
}

const add = (name: string, text: string | Buffer) =>
  page
    .getByLabel('Add sweep files')
    .setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }])

async function textOf(download: Download): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const sweep = (name: RegExp) => page.getByRole('radio', { name })

describe('a sweep from the web', () => {
  const openIt = () => page.getByRole('button', { name: 'Open it' }).click()

  it('that the address of the page names is asked about, with its host, and then opened', async () => {
    await open(`?data=${encodeURIComponent(`${webUrl}/open/runs.csv`)}`)
    await page.getByText(`This link asks to open a file from ${new URL(webUrl).host}`).waitFor()
    expect(asked).toEqual([])
    await openIt()
    await sweep(/^runs 27 runs/).waitFor()
    expect(asked).toEqual(['/open/runs.csv'])
    expect(outside).toEqual([])
  })

  it('is opened by typing its address', async () => {
    await open()
    await page.getByRole('button', { name: 'Open URL' }).click()
    await page.getByLabel(/Address of a file/).fill(`${webUrl}/open/typed.csv`)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await sweep(/^typed/).waitFor()
  })

  it('that its host keeps from other sites is explained, silently, and can be tried again', async () => {
    await open(`?data=${encodeURIComponent(`${webUrl}/closed/runs.csv`)}`)
    await openIt()
    await page.getByText(/does not allow other sites to read the file/).waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/does not allow other sites to read the file/).waitFor()
    expect(asked).toHaveLength(2)
    expect(await sweep(/deepseek/).isChecked()).toBe(true)
    expect(takeConsoleProblems(page)).toEqual([])
  })

  it('that is not there is told with its status, silently', async () => {
    await open(`?data=${encodeURIComponent(`${webUrl}/open/missing.csv`)}`)
    await openIt()
    await page.getByText(/no such file at this address/).waitFor()
    expect(takeConsoleProblems(page)).toEqual([])
  })

  it('that is public is loaded by one click from where its authors put it', async () => {
    // Requests of shared workers cannot be answered by a test; those of the page's own workers can.
    await open('', async (opened) => {
      await opened.addInitScript('delete window.SharedWorker')
      await opened.route('https://raw.githubusercontent.com/**', (route) =>
        route.fulfill({ body: CSV, headers: { 'Access-Control-Allow-Origin': '*' } }),
      )
    })
    await page.getByRole('button', { name: 'Open URL' }).click()
    await page.getByRole('button', { name: 'Load Marin IsoFLOP, DCLM' }).click()
    await sweep(/^isoflop-dclm/).waitFor()
    await page
      .locator('.notice')
      .getByText(/Licence: none stated/)
      .waitFor()
    expect(outside).toHaveLength(1)
  })
})

describe('a sweep of one’s own', () => {
  it('is there again after a reload, and gone after it was removed', async () => {
    await open()
    await add('mine.csv', CSV)
    await sweep(/^mine/).waitFor()
    await page.getByText(/kept in this browser/).waitFor()
    await page.reload()
    await sweep(/^mine/).waitFor()
    expect(await sweep(/^mine/).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Remove mine' }).click()
    await page.waitForTimeout(500)
    await page.reload()
    await sweep(/deepseek/).waitFor()
    expect(await sweep(/^mine/).count()).toBe(0)
    expect(outside).toEqual([])
  })

  it('comes back by the keyboard’s undo and goes by its redo', async () => {
    await open()
    await add('mine.csv', CSV)
    await sweep(/^mine/).waitFor()
    await page.keyboard.press('Control+z')
    await sweep(/^mine/).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await sweep(/^mine/).waitFor()
  })

  it('with names of markup and formulas shows them as text and exports them as text', async () => {
    await open()
    const evil = '=HYPERLINK("http://x.invalid")<img src=x onerror=alert(1)>'
    await add('evil.csv', CSV.replace(/\n[^,]+,/, `\n"${evil.replaceAll('"', '""')}",`))
    await sweep(/^evil/).waitFor()
    await page
      .getByRole('complementary', { name: 'Data' })
      .getByText('Runs', { exact: true })
      .click()
    await page.getByText(evil).first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export the runs of evil as CSV' }).click(),
    ])
    expect(await textOf(download)).toContain(`"'=HYPERLINK(""http`)
    expect(outside).toEqual([])
  })
})

describe('what says that something went wrong, and the dialogs,', () => {
  it.each([
    ['a wide screen', { width: 1440, height: 900 }],
    ['a phone in the dark', { width: 390, height: 844, colorScheme: 'dark' }],
  ] as const)('leave axe nothing to find on %s', async (_, options) => {
    page = await openPage(options)
    await page.getByRole('table', { name: 'Fitted laws' }).waitFor()
    if (options.width < 1024) await page.getByRole('button', { name: 'Data and columns' }).click()
    const bad = CSV.replace(/\n([^,]+),[^,]+,/, '\n$1,x,').replace(/3\.\d+$/, '99')
    await add('bad.csv', bad)
    await sweep(/^bad/).waitFor()
    await add('empty.csv', '')
    await page.getByText('empty.csv was not added.').waitFor()
    for (const title of ['Columns', 'Budgets', 'Runs', 'Issues']) {
      await page
        .getByRole('complementary', { name: 'Data' })
        .getByText(title, { exact: true })
        .click()
    }
    expect(await axeFindings(page, 'aside[aria-label="Data"]')).toEqual([])
    await page.getByRole('button', { name: 'Open URL' }).click()
    expect(await axeFindings(page, 'dialog[open]')).toEqual([])
  })

  it('take rows as a spreadsheet copies them', async () => {
    await open()
    await page.getByRole('button', { name: 'Paste rows' }).click()
    await page.getByLabel(/Comma-, semicolon- or tab-separated/).fill(CSV.replaceAll(',', '\t'))
    await page.getByRole('button', { name: 'Add rows' }).click()
    await sweep(/^Pasted rows 27 runs/).waitFor()
  })
})

describe('a long training log', () => {
  const steps = 4000
  const text = ['run,step,tokens,loss,params']
  for (let run = 0; run < 40; run++) {
    for (let step = 1; step <= steps; step++) {
      const loss = 2 + run / 100 + 3 / Math.sqrt(step)
      text.push(`run-${run},${step},${step * 524288},${loss.toFixed(6)},${1e8 * (1 + run)}`)
    }
  }
  const log = text.join('\n')

  it('is read beside the page and becomes runs by the loss that one chooses', async () => {
    await open()
    await add('log.csv', log)
    await page.getByText(/160,000 rows are steps of 40 runs/).waitFor()
    await page.getByLabel('Loss', { exact: true }).selectOption('lowest loss')
    await page.getByRole('button', { name: /^Undo: change how/ }).waitFor()
  })

  it('can be stopped while it is read, and leaves everything as it was', async () => {
    await open()
    await add('log.csv', `${log}\n${log}\n${log}`)
    await page.getByRole('button', { name: 'Stop: Reading log.csv' }).click()
    await page.getByText('Reading log.csv').waitFor({ state: 'detached' })
    expect(await sweep(/^log/).count()).toBe(0)
    expect(await sweep(/deepseek/).isChecked()).toBe(true)
  })
})
