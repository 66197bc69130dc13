import { describe, expect, it } from 'vitest'
import { ladderCsv, nanochatCommands, scheduleCsv } from '../../src/export/planCsv.ts'
import { planAsMarkdown } from '../../src/export/planText.ts'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { HYPERPARAMETER_RULES } from '../../src/laws/hyperparameterRules.ts'
import { ladderOf } from '../../src/planning/ladder/ladder.ts'
import { schedulePoints } from '../../src/planning/schedule.ts'
import { tableOf } from '../fixtures/readSweep.ts'

const [rule] = HYPERPARAMETER_RULES
if (rule === undefined) throw new Error('no rule')
const { runs } = ladderOf(
  { totalFlops: 1e20, budgets: 4, sizes: 5, sequenceLength: 2048, vocabulary: 32_768 },
  DEEPSEEK.scale,
  rule,
)

describe('the next sweep as a file', () => {
  it('has headings that the importer knows, so that its losses need only be added', () => {
    const mapping = guessMapping(tableOf(ladderCsv(runs)))
    expect(Object.keys(mapping)).toEqual(
      expect.arrayContaining(['budget', 'modelScale', 'tokens', 'learningRate', 'layers', 'width']),
    )
  })

  it('is a command for nanochat each, whose depth and aspect ratio give the width', () => {
    const commands = nanochatCommands(runs).split('\n')
    expect(commands).toHaveLength(runs.length)
    for (const [i, command] of commands.entries()) {
      const number = (name: string) => Number(new RegExp(`--${name}=(\\S+)`).exec(command)?.[1])
      const head = number('head-dim')
      const width = Math.ceil((number('depth') * number('aspect-ratio')) / head) * head
      expect(width).toBe(runs[i]?.shape.width)
      expect(number('target-flops')).toBe(runs[i]?.budget)
    }
  })
})

describe('a schedule as a file', () => {
  it('has a row a step, from 0 to the end', () => {
    const training = { tokens: 1e10, batchTokens: 1e6, learningRate: 1e-3 }
    const lines = scheduleCsv(schedulePoints('cosine', training, 11))
      .trim()
      .split('\n')
    expect(lines[0]).toBe('step,tokens,learning_rate')
    expect(lines[1]).toBe('0,0,0')
    expect(lines.at(-1)).toMatch(/^10000,10000000000,0.0001/)
  })
})

describe('a plan as Markdown', () => {
  it('keeps names that are markup as text', () => {
    expect(planAsMarkdown('Plan', [{ label: 'Law', text: '<b>|`x`' }])).toContain(
      '| Law | \\<b\\>\\|\\`x\\` |',
    )
  })
})
