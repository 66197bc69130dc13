/**
 * Sweeps of many runs, dropped as files of the disk, in real Chromium: seconds until the sweep or the
 * refusal stands, and the longest task of the main thread. Beside it, in the same run: what Papa Parse
 * alone takes to split the same text in Node.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../scripts/findBrowser.mjs'

const TIMES = 3
const executablePath = findBrowser()
if (executablePath === undefined) throw new Error(NO_BROWSER)
const folder = mkdtempSync(join(tmpdir(), 'many-runs-'))
await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
try {
  console.log('runs       stands after (s)   longest task (ms)   Papa Parse alone (s)')
  for (const count of [3000, 30_000, 50_000, 300_000]) {
    const text = generated(count)
    const path = join(folder, `many${count}.csv`)
    writeFileSync(path, text)
    const opened = []
    for (let i = 0; i < TIMES; i++) opened.push(await open(path, count))
    const begun = performance.now()
    Papa.parse(text)
    const alone = (performance.now() - begun) / 1000
    const seconds = median(opened.map(({ seconds: value }) => value))
    const task = median(opened.map(({ task: value }) => value))
    const most = Math.max(...opened.map(({ task: value }) => value))
    console.log(
      `${String(count).padEnd(10)} ${seconds.toFixed(2).padStart(16)} ${`${task.toFixed(0)} (${most.toFixed(0)})`.padStart(19)} ${alone.toFixed(2).padStart(22)}`,
    )
  }
} finally {
  await browser.close()
  await new Promise((resolve) => server.httpServer.close(resolve))
  rmSync(folder, { recursive: true })
}

async function open(path, count) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.locator('[data-band]').first().waitFor({ state: 'attached' })
    await page.waitForTimeout(1500)
    await page.evaluate(() => {
      window.longest = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          window.longest = Math.max(window.longest, duration)
        }
      }).observe({ type: 'longtask' })
    })
    await page.locator('input[type=file]').first().setInputFiles(path)
    const begun = Date.now()
    await page.waitForFunction(
      (runs) =>
        document.querySelector('header')?.textContent.includes(`${runs} runs`) ||
        document.body.textContent.includes('holds at most'),
      count.toLocaleString('en'),
      { timeout: 60_000 },
    )
    const seconds = (Date.now() - begun) / 1000
    await page.waitForTimeout(2500)
    return { seconds, task: await page.evaluate(() => window.longest) }
  } finally {
    await context.close()
  }
}

/** Eight budgets of the surface L = 1.8 + 480/N^0.35 + 2100/D^0.37 with 0.2% noise, seed 7. */
function generated(count) {
  const rows = ['flops,params,tokens,loss']
  let state = 7
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
  for (let i = 0; i < count; i++) {
    const flops = 10 ** (18 + (i % 8) * 0.5)
    const params = Math.sqrt(flops / 120) * 10 ** (random() * 1.6 - 0.8)
    const tokens = flops / 6 / params
    const noise = 1 + 0.004 * (random() - 0.5)
    const loss = (1.8 + 480 / params ** 0.35 + 2100 / tokens ** 0.37) * noise
    rows.push([flops, params, tokens, loss].map((value) => value.toPrecision(6)).join(','))
  }
  return rows.join('\n')
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
