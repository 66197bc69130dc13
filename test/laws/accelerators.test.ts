import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'

const known = (id: string) => {
  const accelerator = ACCELERATORS.find((candidate) => candidate.id === id)
  if (accelerator === undefined) throw new Error(`no ${id}`)
  return accelerator
}

describe('ACCELERATORS', () => {
  it.each([
    ['a100-80', 312, 624],
    ['h100-sxm', 989.4, 1978.9],
    ['h200', 989.5, 1979],
    ['rtx4090', 165.2, 330.3],
    ['b200', 2250, 4500],
    ['mi300x', 1307.4, 2614.9],
    ['tpu-v4', 275, 550],
    ['tpu-v5p', 459, 918],
  ])('%s has the dense bf16 peak of %d TFLOP/s, not the %d of twice that', (id, dense, sparse) => {
    expect((known(id).denseFlops.bf16 ?? NaN) / 1e12).toBeCloseTo(dense, 6)
    expect(known(id).denseFlops.bf16).toBeLessThan(sparse * 0.6e12)
  })

  it('V100 has fp16 and no bf16', () => {
    expect(known('v100-sxm').denseFlops).toEqual({ fp16: 1.25e14 })
  })

  it('leave out figures that no source gives: bf16 of the Ascend 910B, fp8 of the MI300X', () => {
    expect(known('ascend-910b').denseFlops).toEqual({ fp16: 3.76e14 })
    for (const id of ['mi300x', 'mi325x', 'l40s']) {
      expect(known(id).denseFlops.fp8).toBeUndefined()
    }
  })

  it('have a peak each in bf16 or fp16, of a credible size in FLOP/s', () => {
    for (const { id, denseFlops } of ACCELERATORS) {
      const peak = denseFlops.bf16 ?? denseFlops.fp16 ?? NaN
      expect([id, peak > 1e14 && peak < 1e16]).toEqual([id, true])
    }
  })

  it('never lose speed from bf16 to fp8', () => {
    for (const { id, denseFlops } of ACCELERATORS) {
      const { bf16 = 0, fp8 = Infinity } = denseFlops
      expect([id, fp8 >= bf16]).toEqual([id, true])
    }
  })

  it('go by names that no two of them share', () => {
    const names = ACCELERATORS.flatMap(({ id, name, aliases }) => [
      ...new Set(
        [id, name, ...aliases].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, '')),
      ),
    ])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names.length).toBeGreaterThan(ACCELERATORS.length)
  })
})
