/**
 * The longest task of the page's main thread while a sweep is opened, from the drop until its interval
 * bands are drawn and two seconds more, in real Chromium: for the sample as the page opens, for a
 * generated sweep, and for every real sweep beside the project where there are some. Beside it, in the
 * same browser: how long a task takes that only splits the same file with Papa Parse and adds a cell
 * for each value to the document, which is what a page without charts would do at least.
 */
import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../scripts/findBrowser.mjs'

const TIMES = 3
const MOST = 100
const REAL = '../shared/data'

const executablePath = findBrowser()
if (executablePath === undefined) throw new Error(NO_BROWSER)
const files = [{ name: 'generated.csv', buffer: Buffer.from(generated()) }]
if (existsSync(REAL)) {
  for (const name of readdirSync(REAL)) {
    if (!/\.(?:csv|jsonl)$/.test(name)) continue
    files.push({ name, buffer: readFileSync(join(REAL, name)) })
  }
} else console.log(`${REAL} is absent: real sweeps are not measured`)
await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
const all = []
try {
  console.log(`longest task, ms, median of ${TIMES} (and the longest of all)   plain table`)
  for (const file of [null, ...files]) {
    const tasks = []
    const plain = []
    for (let i = 0; i < TIMES; i++) {
      const { task, table } = await opened(file)
      tasks.push(task)
      if (table !== null) plain.push(table)
    }
    all.push(...tasks)
    const label = (file?.name ?? 'the sample, as the page opens').padEnd(44)
    const beside = plain.length === 0 ? '—' : median(plain).toFixed(0)
    console.log(
      `${label} ${median(tasks).toFixed(0).padStart(4)} (${Math.max(...tasks).toFixed(0)})   ${beside.padStart(10)}`,
    )
  }
} finally {
  await browser.close()
  await new Promise((resolve) => server.httpServer.close(resolve))
}
const most = Math.max(...all)
console.log(`the longest of all: ${most.toFixed(0)} ms; wanted: at most ${MOST} ms`)

async function opened(file) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      window.longest = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          window.longest = Math.max(window.longest, duration)
        }
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url)
    await page.locator('[data-band]').first().waitFor({ state: 'attached' })
    await page.waitForTimeout(2000)
    if (file === null) return { task: await page.evaluate(() => window.longest), table: null }
    await page.evaluate(() => {
      window.longest = 0
    })
    await page.locator('input[type=file]').setInputFiles([{ ...file, mimeType: 'text/csv' }])
    await page
      .getByRole('radio', { name: new RegExp(file.name.split('.')[0]) })
      .first()
      .waitFor()
    await page.waitForTimeout(2500)
    const task = await page.evaluate(() => window.longest)
    if (!file.name.endsWith('.csv')) return { task, table: null }
    // A page without a policy, for a script of somebody else's.
    const other = await context.newPage()
    await other.addScriptTag({ path: 'node_modules/papaparse/papaparse.min.js' })
    const table = await other.evaluate((text) => {
      const begun = window.performance.now()
      const rows = Papa.parse(text).data
      const element = document.createElement('table')
      for (const cells of rows) {
        const row = element.insertRow()
        for (const cell of cells) row.insertCell().textContent = cell
      }
      document.body.append(element)
      element.getBoundingClientRect()
      return window.performance.now() - begun
    }, file.buffer.toString('utf8'))
    return { task, table }
  } finally {
    await context.close()
  }
}

/** An IsoFLOP sweep of ten budgets and twenty runs each. */
function generated() {
  const rows = ['name,flops,params,tokens,loss']
  for (let budget = 0; budget < 10; budget++) {
    const flops = 1e17 * 10 ** (budget / 3)
    for (let i = 0; i < 20; i++) {
      const params = Math.sqrt(flops / 120) * 1.2 ** (i - 9.5)
      const tokens = flops / 6 / params
      const noise = 1 + 0.003 * Math.sin(37 * budget + 11 * i)
      const loss = (1.8 + 480 / params ** 0.35 + 2100 / tokens ** 0.37) * noise
      rows.push([`r${budget}-${i}`, flops, params, tokens, loss].join(','))
    }
  }
  return rows.join('\n')
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
