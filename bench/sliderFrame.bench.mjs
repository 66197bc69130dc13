/**
 * How long one move of the budget slider and of the data-quality slider keeps the page busy, in
 * real Chromium on the sample sweep: from the input event to the end of the next frame's work.
 * Beside it, in the same run: the same number of moves of a bare range input on an empty page,
 * which is the floor that the browser itself sets.
 */
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGUMENTS, findBrowser, NO_BROWSER } from '../scripts/findBrowser.mjs'

const MOVES = 120
const FRAME = 1000 / 60

const executablePath = findBrowser()
if (executablePath === undefined) throw new Error(NO_BROWSER)
await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.getByRole('table', { name: 'Recommendation' }).waitFor()
  await page.locator('[data-band]').first().waitFor({ state: 'attached' })
  const budget = await measure(page, 'Compute budget')
  const quality = await measure(page, 'Data quality')

  const bare = await browser.newPage()
  await bare.setContent('<label>Bare <input type="range" min="0" max="100" step="0.01"></label>')
  const floor = await measure(bare, 'Bare')

  const rows = [
    ['budget slider', budget],
    ['data-quality slider', quality],
    ['bare range input (floor)', floor],
  ]
  console.log(`slider moves, ms of script, style, layout and paint a move; ${MOVES} moves each`)
  console.log('                            median    95th     max   over 16.7 ms')
  for (const [name, times] of rows) {
    const sorted = times.toSorted((a, b) => a - b)
    const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
    const over = times.filter((time) => time > FRAME).length
    const cells = [at(0.5), at(0.95), sorted.at(-1)].map((ms) => ms.toFixed(1).padStart(8))
    console.log(`${name.padEnd(26)}${cells.join('')}${String(over).padStart(10)}`)
  }
} finally {
  await browser.close()
  await new Promise((resolve) => server.httpServer.close(resolve))
}

/**
 * Moves a slider one step at a time. A move's time is that of its input event (React commits
 * inside it) plus that of the next frame, from its first callback to a task posted there, which
 * the browser runs after the frame's style, layout and paint. Waiting for the frame is not in it.
 */
function measure(page, label) {
  return page.getByRole('slider', { name: label }).evaluate(async (slider, moves) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    const animationFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const nextTask = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(null)
      })
    const [min, max] = [Number(slider.min), Number(slider.max)]
    const times = []
    for (let i = 0; i < moves; i++) {
      await animationFrame()
      await nextTask()
      // Up and down through the middle half of the range.
      const place = 0.25 + 0.5 * Math.abs(((((i + 1) / moves) * 4) % 2) - 1)
      const start = performance.now()
      value.set.call(slider, String(min + (max - min) * place))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      const handled = performance.now()
      await animationFrame()
      const frameStart = performance.now()
      await nextTask()
      times.push(handled - start + (performance.now() - frameStart))
    }
    return times
  }, MOVES)
}
