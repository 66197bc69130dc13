import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { goldenSection } from '../../src/numerics/goldenSection.ts'
// @ts-expect-error: the generator is plain JavaScript, run by npm run sample
import { sampleIndex, sampleSweepCsv, SEED, surfaceLoss } from '../../scripts/sampleSweep.mjs'
import { dropped } from '../fixtures/readSweep.ts'

const folder = new URL('../../public/samples/', import.meta.url)
const csv = readFileSync(new URL('deepseek-law-synthetic.csv', folder), 'utf8')

describe('the sample sweep', () => {
  it('is what its generator makes of its seed', () => {
    const made = (sampleSweepCsv as (seed: number) => string)(SEED as number)
    expect(csv).toBe(made)
    const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as unknown
    expect(index).toEqual((sampleIndex as (csv: string) => unknown)(csv))
  })

  it('has other noise and other sizes for another seed, and the same budgets', () => {
    const other = (sampleSweepCsv as (seed: number) => string)((SEED as number) + 1)
    const columns = (text: string, index: number) =>
      text.split('\n').map((line) => line.split(',')[index])
    expect(columns(other, 1)).toEqual(columns(csv, 1))
    expect(columns(other, 2)).not.toEqual(columns(csv, 2))
    expect(columns(other, 4)).not.toEqual(columns(csv, 4))
  })

  it('has 8 budgets of 10 runs in bits per byte, all read without an issue', () => {
    const { runs, issues, lossUnit } = dropped(csv).sweep
    expect(runs).toHaveLength(80)
    expect(new Set(runs.map((run) => run.computeFlops)).size).toBe(8)
    expect(issues).toEqual([])
    expect(lossUnit).toBe('bits/byte')
  })

  it('comes from a surface whose minimum is DeepSeek’s M_opt at every budget', () => {
    const loss = surfaceLoss as (m: number, d: number) => number
    for (const c of [1e17, 3e17, 1e18, 3e18, 1e19, 3e19, 1e20, 3e20]) {
      const optimum = 0.1715 * c ** 0.5243
      const at = goldenSection(
        (lnM) => loss(Math.exp(lnM), c / Math.exp(lnM)),
        Math.log(optimum) - 2,
        Math.log(optimum) + 2,
        1e-9,
      )
      expect(Math.exp(at) / optimum).toBeCloseTo(1, 3)
    }
  })

  it('says in its index that it is synthetic and from which law', () => {
    const [entry] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as [
      Record<string, unknown>,
    ]
    expect(entry['synthetic']).toBe(true)
    expect(entry['origin']).toMatch(/Synthetic.*arXiv:2401\.02954, eq\. 4.*assumed/)
  })
})
