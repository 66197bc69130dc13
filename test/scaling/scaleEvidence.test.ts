import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import { metricByEvidence, scaleEvidence } from '../../src/scaling/sweeps/scaleEvidence.ts'
import { makeRun } from '../fixtures/makeRuns.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

/** Ten runs whose attention is a growing share of M, with C as given. */
function runsWith(compute: (scale: { M: number; N: number }, tokens: number) => number) {
  return Array.from({ length: 10 }, (_, i) => {
    const N = 1e8 * 1.4 ** i
    const scale = { M: 6 * N * (2 - i * 0.09), N }
    const tokens = 1e10 / 1.3 ** i
    return makeRun({ line: i + 2, scale, tokens, computeFlops: compute(scale, tokens) })
  })
}

describe('the scale metric by evidence', () => {
  it('is M where C is M·D, and N where C is 6·N·D', () => {
    expect(metricByEvidence(scaleEvidence(runsWith(({ M }, D) => M * D)))).toMatchObject({
      metric: 'M',
      ratio: expect.closeTo(1, 9) as number,
    })
    expect(metricByEvidence(scaleEvidence(runsWith(({ N }, D) => 6 * N * D)))?.metric).toBe('N')
  })

  it('is the one with a constant ratio, whatever the constant: forward passes only, say', () => {
    const found = metricByEvidence(scaleEvidence(runsWith(({ N }, D) => 2 * N * D)))
    expect(found?.metric).toBe('N')
    expect(found?.ratio).toBeCloseTo(1 / 3, 9)
  })

  it('is the first in order where two agree alike', () => {
    const runs = runsWith(({ N }, D) => 6 * N * D).map((run) => ({
      ...run,
      scale: { ...run.scale, M: 6 * (run.scale.N ?? 0) },
    }))
    expect(metricByEvidence(scaleEvidence(runs))?.metric).toBe('M')
  })

  it('is none without runs', () => {
    expect(metricByEvidence(scaleEvidence([]))).toBeNull()
  })
})

describe('models without the attention that M counts', () => {
  const rows = (type: string, perToken: (n: number, d: number) => number) =>
    [12, 16, 20, 24].map((layers) => {
      const width = layers * 64
      const n = 12 * layers * width ** 2
      return [type, layers, width, n, 4096, 1e9, perToken(n, layers * width) * 1e9, 3].join(',')
    })
  const header = 'model_type,n_layer,d_model,params,seq_len,tokens,flops,loss'
  const metricsOf = (lines: readonly string[]) => {
    const { sweep } = dropped([header, ...lines].join('\n'))
    return {
      metrics: Object.keys(sweep.runs[0]?.scale ?? {}),
      said: derivationTexts(sweep.derivations).join(' '),
    }
  }

  it('have no M because a column says what they are', () => {
    const { metrics, said } = metricsOf(rows('mamba', (n) => 6 * n))
    expect(metrics).not.toContain('M')
    expect(said).toContain('M is not offered: “model_type” says “mamba”')
  })

  it('have no M because M·D is far above their compute', () => {
    const lines = rows('', (n) => 6 * n).map((line) => line.replace(',4096,', ',16384,'))
    const { metrics, said } = metricsOf(lines)
    expect(metrics).not.toContain('M')
    expect(said).toMatch(/M is not offered: M·D would be [\d.]+ C, while 6·N·D is 1\.0 C/)
  })

  it('are not those whose compute has attention in it', () => {
    expect(metricsOf(rows('llama', (n, nd) => 6 * n + 12 * nd * 4096)).metrics).toContain('M')
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('the scale metric of real sweeps'), () => {
  it.each([
    ['llama-ctx16384.csv', 'M'],
    ['llama-ctx2048.csv', '6N2'],
    ['marin-dclm.csv', 'N'],
    ['porian-refinedweb-5-tuned.csv', 'N'],
  ])('%s: %s', (file, metric) => {
    const { runs } = dropped(sharedFile(file)).sweep
    expect(metricByEvidence(scaleEvidence(runs))?.metric).toBe(metric)
  })
})
