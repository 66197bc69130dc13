import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/import/formats/decodeText.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The text in UTF-16 with its byte order mark; `little` puts the low byte first. */
function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, little)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), little)
  return new Uint8Array(view.buffer)
}

describe('decodeText reads', () => {
  const text = 'name,η\nα-1,3e-4\n'

  it('UTF-8 without a byte order mark', () => {
    expect(decodeText(utf8(text))).toBe(text)
  })

  it('UTF-8 with a byte order mark, which is dropped', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text)]))).toBe(text)
  })

  it.each([
    ['little', true],
    ['big', false],
  ])('UTF-16 with the %s end first, whose mark is dropped too', (_, little) => {
    expect(decodeText(utf16(text, little))).toBe(text)
  })

  it('no bytes as no text', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })

  it('a long text around one broken character, which is shown as broken', () => {
    const broken = new Uint8Array([...utf8('a'.repeat(200)), 0xe9, ...utf8(',3\n')])
    expect(decodeText(broken)).toBe(`${'a'.repeat(200)}\ufffd,3\n`)
  })
})

describe('decodeText takes for no text', () => {
  it('a zero byte within other text', () => {
    expect(decodeText(new Uint8Array([0x61, 0x2c, 0, 0x62, 0x0a]))).toBeNull()
  })

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]],
    ['zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0x94]],
    ['gzip', [0x1f, 0x8b, 8, 0, 0xde, 0x9a, 0xc3, 0x5f, 0, 3, 0xff, 0xff]],
  ])('the first bytes of a %s file', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBeNull()
  })

  it('control characters in more than one place of a hundred', () => {
    expect(decodeText(utf8(`${'a'.repeat(97)}\x01\x02\x03`))).toBeNull()
    expect(decodeText(utf8(`${'a'.repeat(99)}\x01`))).not.toBeNull()
  })
})

describe('decodeText without a byte order mark', () => {
  it.each([true, false])('knows UTF-16 by its zero bytes (little end first: %s)', (little) => {
    expect(decodeText(utf16('name,loss\nη,3\n', little).slice(2))).toBe('name,loss\nη,3\n')
  })

  it('takes what is no UTF-8 for windows-1252, as spreadsheets write it', () => {
    expect(
      decodeText(
        new Uint8Array([...Buffer.from('name,loss\nM'), 0xfc, ...Buffer.from('ller,3\n')]),
      ),
    ).toBe('name,loss\nMüller,3\n')
  })
})
