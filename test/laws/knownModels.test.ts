import { describe, expect, it } from 'vitest'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { computeOfModel, KNOWN_MODELS } from '../../src/laws/knownModels.ts'
import { countsOf } from '../../src/planning/architecture/architecture.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

function model(id: string) {
  const found = KNOWN_MODELS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('the known models', () => {
  it('are 79, each with an id of its own and a credible size', () => {
    expect(new Set(KNOWN_MODELS.map(({ id }) => id)).size).toBe(79)
    for (const { id, activeParameters, totalParameters, tokens } of KNOWN_MODELS) {
      expect([id, activeParameters <= totalParameters]).toEqual([id, true])
      expect([id, activeParameters > 5e7 && totalParameters < 2e12]).toEqual([id, true])
      expect([id, tokens === null || (tokens > 1e10 && tokens < 5e13)]).toEqual([id, true])
    }
  })

  it.each([
    ['dsllm-67b', 8.6545e23, 0.71],
    ['dsllm-7b', 8.4935e22, 0.235],
  ])('place %s where its paper’s law does, over-trained', (id, computeFlops, ratio) => {
    const known = model(id)
    const flops = computeOfModel(known) ?? Number.NaN
    expect(flops / computeFlops).toBeCloseTo(1, 3)
    expect((known.exactM ?? 0) / evaluatePowerLaw(DEEPSEEK.scale, flops)).toBeCloseTo(ratio, 2)
  })

  it('take 300 billion tokens for OPT-175B, not the 180 billion of its corpus', () => {
    expect(model('opt175').tokens).toBe(3e11)
  })

  it('have an exact M that is that of their shape, where heads fill the width', () => {
    for (const id of [
      'dsllm-7b',
      'dsllm-67b',
      'llama2-70b',
      'llama3-8b',
      'qwen2-72b',
      'olmo2-13b',
    ]) {
      const { shape, exactM } = model(id)
      if (shape === null || exactM === null) throw new Error(`${id} has no shape`)
      const { feedForward, vocabulary, context } = shape
      const counts = countsOf({
        ...shape,
        headSize: shape.width / shape.heads,
        feedForward: feedForward ?? Number.NaN,
        vocabulary: vocabulary ?? Number.NaN,
        sequenceLength: context ?? Number.NaN,
        isTied: false,
      })
      expect(counts.exactM / exactM).toBeCloseTo(1, 3)
    }
  })

  it('have no compute where their tokens were not disclosed', () => {
    expect(computeOfModel(model('mistral-7b'))).toBeNull()
  })
})
