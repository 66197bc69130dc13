import { describe, expect, it } from 'vitest'
import { projectFiles } from './projectFiles.ts'
import { sentencesOutsideWords } from './sentences.ts'

describe('sentences for people', () => {
  it('come from words/ everywhere in src', () => {
    const files = projectFiles('src')
    expect(files.length).toBeGreaterThan(100)
    expect(sentencesOutsideWords(files)).toEqual([])
  })

  it.each([
    ['text in a panel', 'src/panels/A.tsx', 'const a = <p>Three of them</p>'],
    ['a label', 'src/components/A.tsx', 'const a = <button aria-label="Close">×</button>'],
    ['a heading of a column', 'src/panels/A.tsx', "const a = { heading: 'Exponent' }"],
    ['a sentence below', 'src/import/a.ts', "const a = 'The file is empty and has no rows.'"],
  ])('are found where they should not be: %s', (_what, path, text) => {
    expect(sentencesOutsideWords([{ path, text }])).toHaveLength(1)
  })

  it('are no symbols, units, classes or faults of ours', () => {
    const text = `
      const a = <p className="text-xs text-muted"><i>C</i> = 3 FLOPs</p>
      throw new Error('There is no provider above this hook.')`
    expect(sentencesOutsideWords([{ path: 'src/panels/A.tsx', text }])).toEqual([])
  })
})
