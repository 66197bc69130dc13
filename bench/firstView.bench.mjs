/**
 * The first visit in real Chromium, nothing kept: when the recommendation of the sample sweep stands, how
 * much the page has shifted by then and two seconds later, and the longest task. Beside it, in the same
 * run: when the browser paints a page that is empty but for one word, from the same server.
 */
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../scripts/findBrowser.mjs'

const TIMES = 7
const executablePath = findBrowser()
if (executablePath === undefined) throw new Error(NO_BROWSER)
await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
try {
  const visits = []
  const empties = []
  for (let i = 0; i < TIMES; i++) {
    visits.push(await visit())
    empties.push(await paintOfOneWord())
  }
  const line = (name, of, digits = 0) => {
    const values = of.toSorted((a, b) => a - b)
    console.log(
      `${name.padEnd(44)} ${values[TIMES >> 1].toFixed(digits).padStart(7)}   ${values[0].toFixed(digits)} – ${values[TIMES - 1].toFixed(digits)}`,
    )
  }
  console.log(`${''.padEnd(44)}  median   range of ${TIMES}`)
  line(
    'recommendation stands (ms)',
    visits.map(({ stands }) => stands),
  )
  line(
    'layout shift',
    visits.map(({ shift }) => shift),
    4,
  )
  line(
    'longest task (ms)',
    visits.map(({ task }) => task),
  )
  line('one word alone is painted (ms)', empties)
} finally {
  await browser.close()
  await new Promise((resolve) => server.httpServer.close(resolve))
}

/** A first visit: a context of its own keeps nothing of the one before. */
async function visit() {
  const context = await browser.newContext({ viewport: { width: 1350, height: 940 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.assign(window, { stands: 0, shift: 0, task: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if (!entry.hadRecentInput) window.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.task = Math.max(window.task, duration)
      }).observe({ type: 'longtask', buffered: true })
      new MutationObserver(() => {
        const table = [...document.querySelectorAll('table')].find(
          ({ caption }) => caption?.textContent === 'Recommendation',
        )
        if (table !== undefined && window.stands === 0) window.stands = performance.now()
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(url)
    await page.waitForFunction(() => window.stands > 0)
    await page.waitForTimeout(2000)
    return await page.evaluate(() => ({
      ...{ stands: window.stands, shift: window.shift, task: window.task },
    }))
  } finally {
    await context.close()
  }
}

async function paintOfOneWord() {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.route('**/one-word', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>word</p>' }),
    )
    await page.goto(`${url}one-word`)
    await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0)
    return await page.evaluate(() => performance.getEntriesByType('paint')[0].startTime)
  } finally {
    await context.close()
  }
}
