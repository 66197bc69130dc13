import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { axeFindings, closePage, openPage } from './harness.ts'

let page: Page

const point = (law: string) => page.locator(`[data-forest-row="${law}"] [data-point="a"]`)

/** The forest plot of the exponents, the first on the page. */
const forest = () => page.locator('.forest').first()

const quality = async () =>
  Number(await page.locator('[data-quality="a"]').getAttribute('data-value'))

describe('the views of the page', () => {
  afterEach(() => closePage(page))

  it('have addresses: a link opens the same screen to the digit, and going back goes back', async () => {
    page = await openPage({})
    await page.getByRole('link', { name: 'Plan' }).click()
    await page.getByRole('table', { name: 'Laws at the budget' }).waitFor()
    await page.getByRole('slider', { name: /Compute budget/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toMatch(/#\/plan\?budget=/)
    const address = page.url()
    const budget = Number(new URLSearchParams(address.split('?')[1]).get('budget'))
    const said = await page
      .getByRole('slider', { name: /Compute budget/ })
      .getAttribute('aria-valuetext')
    await page.goBack()
    await page.getByRole('heading', { name: 'IsoFLOP curves' }).waitFor()
    await page.goto('about:blank')
    await page.goto(address)
    await page.getByRole('table', { name: 'Laws at the budget' }).waitFor()
    const slider = page.getByRole('slider', { name: /Compute budget/ })
    expect(await slider.getAttribute('aria-valuetext')).toBe(said)
    expect(Number(await slider.inputValue())).toBeCloseTo(Math.log10(budget), 2)
  })

  it('speak English and Korean, switched in place, and a link says which', async () => {
    page = await openPage({})
    await page.getByRole('heading', { name: 'IsoFLOP curves' }).waitFor()
    await page.getByRole('slider', { name: /Compute budget/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByLabel('Language').selectOption('ko')
    await page.getByRole('heading', { name: 'IsoFLOP 곡선' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ko')
    await expect.poll(() => page.url()).toMatch(/budget=.*lang=ko|lang=ko.*budget=/)
    const budget = await page
      .getByRole('slider', { name: /연산 예산/ })
      .getAttribute('aria-valuetext')
    await page.reload()
    await page.getByRole('table', { name: 'IsoFLOP 최적점' }).waitFor()
    const slider = page.getByRole('slider', { name: /연산 예산/ })
    expect(await slider.getAttribute('aria-valuetext')).toBe(budget)
    await page.getByLabel('언어').selectOption('en')
    await page.getByRole('heading', { name: 'IsoFLOP curves' }).waitFor()
  })
})

describe('the comparison', () => {
  beforeAll(async () => {
    page = await openPage({ path: '#/compare?budget=lots&quality=2&replicates=60' })
  })
  afterAll(() => closePage(page))

  it('tells what a link says wrongly, and takes the rest of it', async () => {
    await page.getByText(/This link says budget/).waitFor()
    await forest().waitFor()
    expect(await quality()).toBe(0.578)
  })

  it('has every sweep that is dropped with the published exponents, intervals too', async () => {
    await forest().waitFor()
    expect(await point('kaplan').count()).toBe(1)
    await forest().locator('[data-forest-row][data-fitted]').first().waitFor()
    const before = await forest().locator('[data-forest-row][data-fitted]').count()
    const rows = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], span: 4 }).map((run) =>
      [run.computeFlops, run.scale.N, run.tokens, run.loss].join(','),
    )
    await page.getByLabel('Add sweep files').setInputFiles({
      ...{ name: 'third.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(['flops,params,tokens,loss', ...rows].join('\n')),
    })
    await expect
      .poll(() => forest().locator('[data-forest-row][data-fitted]').count())
      .toBe(before + 1)
    await expect
      .poll(() => forest().locator('[data-forest-row][data-fitted] [data-interval="a"]').count())
      .toBe(before + 1)
  })

  it('says which loaded sweeps have no exponent to compare', async () => {
    await page.getByLabel('Add sweep files').setInputFiles({
      ...{ name: 'single.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('flops,params,tokens,loss\n6e18,1e8,1e10,3\n'),
    })
    await page.getByText(/Without a law of the scale, and so not here: single\./).waitFor()
  })

  it('has nothing that axe finds fault with', async () => {
    await page.locator('.forest').first().waitFor()
    expect(await axeFindings(page, 'main')).toEqual([])
  })
})

describe('the plan', () => {
  beforeAll(async () => {
    page = await openPage({ path: '#/plan?replicates=60', width: 1440, height: 900 })
  })
  afterAll(() => closePage(page))

  it('follows any input in the next frame, as far as one sees', async () => {
    await page.getByLabel('Tokens served in its life').waitFor()
    await page.getByText(/such sweeps would give a/).waitFor()
    const moves: readonly (readonly [label: string, value: string])[] = [
      ['Compute budget', '19.5'],
      ['Devices', '300'],
      ['Days', '1'],
      ['MFU', '45'],
      ['Price of a device-hour', '3'],
      ['Money', '9000'],
      ['PUE', '1.3'],
      ['Carbon intensity', '300'],
      ['Sequence length', '8192'],
      ['Vocabulary', '50000'],
      ['Head size', '64'],
      ['Key-value heads', '4'],
      ['Multiple of', '64'],
      ['Width / layers', '90'],
      ['Layers', '30'],
      ['Measured loss', '0.75'],
      ['Tokens served', '1e13'],
      ['Different tokens', '5e10'],
    ]
    const told = await page.evaluate(async (inputs) => {
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
      // Until nothing is left to do, and what the last frame asked for is done too.
      const rest = async () => {
        await idle()
        await frame()
        await idle()
      }
      const isInSight = (card: Element) => {
        const { top, bottom } = card.getBoundingClientRect()
        return bottom > 0 && top < window.innerHeight
      }
      const drawn = (mark: Element) =>
        ['x', 'cx', 'cy', 'd', 'value'].map((name) => mark.getAttribute(name))
      const seen = () =>
        [...document.querySelectorAll<HTMLElement>('main .card')]
          .filter(isInSight)
          .map((card) =>
            [card.innerText, ...[...card.querySelectorAll('svg *, input')].flatMap(drawn)].join(),
          )
          .join()
      const found: string[] = []
      for (const [label, text] of inputs) {
        const input = [...document.querySelectorAll<HTMLInputElement>('main input')].find((one) =>
          one.labels?.[0]?.textContent.startsWith(label),
        )
        if (input === undefined) throw new Error(`no ${label}`)
        input.scrollIntoView({ block: 'center' })
        await rest()
        const before = seen()
        value?.set?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await frame()
        const first = seen()
        await rest()
        if (first === before) found.push(`${label} changed nothing`)
        if (first !== seen()) found.push(`${label} was followed late`)
      }
      return found
    }, moves)
    expect(told).toEqual([])
  })

  it('has nothing that axe finds fault with', async () => {
    await page.locator('[data-mark]').first().waitFor()
    expect(await axeFindings(page, 'main')).toEqual([])
  })
})
