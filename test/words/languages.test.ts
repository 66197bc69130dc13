import { describe, expect, it } from 'vitest'
import { en } from '../../src/words/en/en.ts'
import { ko } from '../../src/words/ko/ko.ts'
import { PLANNER_WORDS } from '../../src/panels/planner/plannerWords.ts'

/** Every message of a language by its path: its text, or that it is made from what it is about. */
function messagesOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return [[path, '(made)']]
  return Object.entries(words as Record<string, unknown>).flatMap(([key, value]) =>
    messagesOf(value, path === '' ? key : `${path}.${key}`),
  )
}

const ENGLISH = new Map(messagesOf({ ...en, planner: PLANNER_WORDS.en }))
const KOREAN = new Map(messagesOf({ ...ko, planner: PLANNER_WORDS.ko }))

/** What stays as it is in Korean: names, symbols, and terms that Korean researchers write in English. */
const SAME =
  /^(?:[A-Z]\w* \(?\w*\)?|D \(tokens\)|k′ \(tokens\)|C \(FLOPs\)|Loss|MFU|PUE|D|D = C\/\(6N\)|FLOPs\/token|6N[₁₂]?|[MN]|run|sweep|.*(?:FLOPs\/token M|transformer \+ lm_head))$/
const isNamed = (path: string) =>
  /^(?:language|reading\.presets|publicSweeps\.marin-\w+\.name|laws\.(?:names|exponents|corpora)|plan\.marks)/.test(
    path,
  )

describe('the languages of the page', () => {
  it('have the same messages, so that none is missing in one of them', () => {
    expect([...KOREAN.keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted())
    expect(KOREAN.size).toBeGreaterThan(300)
  })

  it('leave no message empty that the other says', () => {
    for (const [path, text] of ENGLISH) {
      if (text !== '') expect(KOREAN.get(path), path).not.toBe('')
    }
  })

  it('are what they say they are: Korean is in Hangul but for names and terms', () => {
    for (const [path, text] of KOREAN) {
      if (text === '(made)' || text === '' || isNamed(path)) continue
      const isKorean = /[가-힣]/.test(text)
      expect(isKorean || SAME.test(text), `${path}: ${text}`).toBe(true)
    }
    for (const [path, text] of ENGLISH) expect(text, path).not.toMatch(/[가-힣]/)
  })
})
