/**
 * How long a training log of 1,000,000 rows and about 100 MB takes from the drop to its runs on the
 * screen, in real Chromium: the time, the longest task of the page's main thread meanwhile, and the
 * greatest memory of the page's process above what it held before. Beside it, in the same run and
 * browser: what CSV parsers need to split the same file into cells and no more.
 */
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../scripts/findBrowser.mjs'

const RUNS = 500
const STEPS = 2000
const TIMES = 5

const executablePath = findBrowser()
if (executablePath === undefined) throw new Error(NO_BROWSER)
const folder = mkdtempSync(join(tmpdir(), 'isoflop-log-'))
const file = join(folder, 'log.csv')
await writeLog(file)
const bytes = statSync(file).size
console.log(
  `${(RUNS * STEPS).toLocaleString('en')} rows of ${RUNS} runs, ${(bytes / 1e6).toFixed(1)} MB`,
)
await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const url = server.resolvedUrls?.local[0] ?? ''
const results = { page: [], udsv: [], papa: [] }
const longest = []
const memory = []
try {
  // In turn, so that what slows the machine down slows all of them.
  for (let i = 0; i < TIMES; i++) {
    const { ms, task, grown } = await onPage()
    results.page.push(ms)
    longest.push(task)
    if (grown !== null) memory.push(grown)
    results.udsv.push(await parser('udsv/dist/uDSV.iife.min.js', 'udsv'))
    results.papa.push(await parser('papaparse/papaparse.min.js', 'papa'))
  }
} finally {
  await new Promise((resolve) => server.httpServer.close(resolve))
  rmSync(folder, { recursive: true })
}
const fastest = Math.min(median(results.udsv), median(results.papa))
console.log(`median of ${TIMES}, ms`)
console.log(`  drop to runs on the page   ${median(results.page).toFixed(0).padStart(6)}`)
console.log(`  uDSV, cells only           ${median(results.udsv).toFixed(0).padStart(6)}`)
console.log(`  Papa Parse, cells only     ${median(results.papa).toFixed(0).padStart(6)}`)
console.log(
  `  page over the fastest      ${(median(results.page) / fastest).toFixed(2).padStart(6)}`,
)
console.log(`longest task of the main thread ${Math.max(...longest).toFixed(0)} ms`)
if (memory.length > 0) {
  const most = Math.max(...memory)
  console.log(
    `memory of the page's process at its greatest: +${(most / 1e6).toFixed(0)} MB, ${(most / bytes).toFixed(2)} times the file`,
  )
}

async function onPage() {
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(url)
    await page.getByRole('table', { name: 'Recommendation' }).waitFor()
    await page.locator('[data-band]').first().waitFor({ state: 'attached' })
    const process = await rendererOf(browser)
    await page.evaluate(() => {
      window.longest = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          window.longest = Math.max(window.longest, duration)
        }
      }).observe({ type: 'longtask' })
      document.querySelector('input[type=file]').addEventListener(
        'change',
        () => {
          window.begun = window.performance.now()
          new window.MutationObserver((_, observer) => {
            if (!document.body.textContent.includes('rows are steps of')) return
            window.took = window.performance.now() - window.begun
            observer.disconnect()
          }).observe(document.body, { childList: true, subtree: true, characterData: true })
        },
        { capture: true },
      )
    })
    const before = residentOf(process)
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most ?? 0, residentOf(process) ?? 0)
    }, 20)
    await page.getByLabel('Add sweep files').setInputFiles(file)
    await page.waitForFunction(() => window.took !== undefined, undefined, { timeout: 120_000 })
    clearInterval(watch)
    await page.waitForTimeout(500)
    const { took, longest } = await page.evaluate(() => ({
      took: window.took,
      longest: window.longest,
    }))
    return { ms: took, task: longest, grown: before === null ? null : most - before }
  } finally {
    await browser.close()
  }
}

/** A parser on an empty page of the same browser: reading the file and splitting it into cells. */
async function parser(script, which) {
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
  try {
    const page = await browser.newPage()
    await page.setContent('<input type="file">')
    await page.addScriptTag({ path: join(import.meta.dirname, '../node_modules', script) })
    await page.locator('input').setInputFiles(file)
    return await page.evaluate(async (name) => {
      const [chosen] = document.querySelector('input').files
      const begun = window.performance.now()
      const text = await chosen.text()
      let rows = 0
      if (name === 'udsv') {
        rows = uDSV.initParser(uDSV.inferSchema(text)).stringArrs(text).length
      } else {
        Papa.parse(text, { step: () => rows++ })
      }
      if (rows < 1_000_000) throw new Error(`only ${rows} rows`)
      return window.performance.now() - begun
    }, which)
  } finally {
    await browser.close()
  }
}

/** The process id of the page's renderer, by the browser's own account. */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  return renderers.map(({ id }) => id)
}

/** Resident bytes of processes; null where the system does not tell. */
function residentOf(ids) {
  if (!existsSync('/proc/self/status')) return null
  return ids.reduce((sum, id) => {
    const path = `/proc/${id}/status`
    const status = existsSync(path) ? readFileSync(path, 'utf8') : ''
    return sum + Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  }, 0)
}

async function writeLog(path) {
  const stream = createWriteStream(path)
  stream.write('run,step,tokens,train_loss,val_loss,lr,params,grad_norm,elapsed\n')
  for (let run = 0; run < RUNS; run++) {
    const lines = []
    for (let i = 0; i < STEPS; i++) {
      const step = i * 10
      const loss = 1.8 + 3.2 / Math.sqrt(1 + i / 8) + Math.sin(run * 7919 + i * 31) / 40
      const validation = i % 100 === 0 ? (loss + 0.05).toFixed(6) : ''
      lines.push(
        `sweep-a/run-${run}-d${512 + 64 * (run % 9)},${step},${step * 524288},${loss.toFixed(15)},${validation},${(3e-4 * (1 - i / STEPS)).toExponential(6)},${1e8 * (1 + (run % 9))},${(0.2 + (i % 7) / 50).toFixed(5)},${(i * 1.234).toFixed(3)}`,
      )
    }
    if (!stream.write(`${lines.join('\n')}\n`)) {
      await new Promise((resolve) => stream.once('drain', resolve))
    }
  }
  await new Promise((resolve) => stream.end(resolve))
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
