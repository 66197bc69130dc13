import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { isoFlopCsv } from '../fixtures/isoFlopCsv.ts'
import {
  addFile,
  closePage,
  FEW_REPLICATES,
  openPage,
  sweepChoice,
  takeConsoleProblems,
} from './harness.ts'

const CSV = isoFlopCsv()

let page: Page
let web: Server
let webUrl = ''
/** Requests that the page itself sent to another host, and those that the stand-in for the web had. */
let outside: string[] = []
let asked: string[] = []

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

const add = (name: string, text: string) => addFile(page, name, text)
const sweep = (name: RegExp) => sweepChoice(page, name)

/** Sweeps in the browser's database. */
function keptSweeps(of: Page): Promise<number> {
  return of.evaluate(async () => {
    const told = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result)
        }
        request.onerror = () => {
          reject(new Error(request.error?.message))
        }
      })
    const database = await told(indexedDB.open('isoflop'))
    const count = await told(database.transaction('sweeps').objectStore('sweeps').count())
    database.close()
    return count
  })
}

async function textOf(download: Download): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

describe('a sweep that the address of the page names', () => {
  afterEach(() => closePage(page))

  it('is asked about, with its host, and then opened', async () => {
    await open(`?data=${encodeURIComponent(`${webUrl}/open/runs.csv`)}`)
    await page.getByText(`This link asks to open a file from ${new URL(webUrl).host}`).waitFor()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Open it' }).click()
    await sweep(/^runs 27 runs/).waitFor()
    expect(asked).toEqual(['/open/runs.csv'])
    expect(outside).toEqual([])
  })
})

describe('a sweep from elsewhere', () => {
  afterEach(() => closePage(page))

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

  it('that was added is there again after a reload, and gone after it was removed', async () => {
    await open()
    await add('mine.csv', CSV)
    await sweep(/^mine/).waitFor()
    await page.getByText(/kept in this browser/).waitFor()
    await expect.poll(() => keptSweeps(page)).toBe(1)
    await page.reload()
    await sweep(/^mine/).waitFor()
    expect(await sweep(/^mine/).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Remove mine' }).click()
    await expect.poll(() => keptSweeps(page)).toBe(0)
    await page.reload()
    await sweep(/deepseek/).waitFor()
    expect(await sweep(/^mine/).count()).toBe(0)
    expect(outside).toEqual([])
  })
})

describe('a sweep that is added', () => {
  beforeAll(() => open())
  afterAll(() => closePage(page))

  const openUrl = async (path: string) => {
    await page.getByRole('button', { name: 'Open URL' }).click()
    await page.getByLabel(/Address of a file/).fill(`${webUrl}${path}`)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
  }

  it('is opened by typing its address', async () => {
    await openUrl('/open/typed.csv')
    await sweep(/^typed/).waitFor()
  })

  it('by an address where there is no file is told with its status, silently', async () => {
    await openUrl('/open/missing.csv')
    await page.getByText(/no such file at this address/).waitFor()
    expect(takeConsoleProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('from a host that keeps its files to itself is explained, silently, and can be tried again', async () => {
    await openUrl('/closed/runs.csv')
    const told = page.locator('.notice', { hasText: '/closed/runs.csv' })
    await told.getByText(/does not allow other sites to read the file/).waitFor()
    await told.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => asked.filter((path) => path === '/closed/runs.csv').length).toBe(2)
    await told.getByText(/does not allow other sites to read the file/).waitFor()
    expect(await sweep(/^runs/).count()).toBe(0)
    expect(takeConsoleProblems(page)).toEqual([])
  })

  it('comes back by the keyboard’s undo and goes by its redo', async () => {
    await add('mine.csv', CSV)
    await sweep(/^mine/).waitFor()
    await page.keyboard.press('Control+z')
    await sweep(/^mine/).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await sweep(/^mine/).waitFor()
  })

  it('with names of markup and formulas shows them as text and exports them as text', async () => {
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
