import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, readTable } from '../../src/import/readTable.ts'
import { tableOf } from '../fixtures/readSweep.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function refusal(content: Uint8Array | string): string {
  const result = readTable(typeof content === 'string' ? bytes(content) : content)
  return result.status === 'refused' ? result.issue.code : 'read'
}

describe('readTable refuses', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['nothing but white space', ' \n\n\t', 'empty-file'],
    ['a header without rows', 'flops,params,loss\n', 'no-rows'],
    ['rows without a header', '1e18,1e8,3.1\n2e18,2e8,3.0\n', 'no-header'],
    ['nothing but comments', '# one\n# two\n', 'no-header'],
    ['broken JSON', '[{"loss": 3}, {"loss"', 'bad-json'],
    ['JSON that holds no runs', '[1, 2, 3]', 'bad-json'],
    ['an empty JSON array', '[]', 'no-rows'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toBe(code)
  })

  it('a picture and an archive', () => {
    expect(refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toBe(
      'not-text',
    )
    expect(refusal(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0x94]))).toBe(
      'not-text',
    )
    expect(
      refusal(new Uint8Array([0x1f, 0x8b, 8, 0, 0xde, 0x9a, 0xc3, 0x5f, 0, 3, 0xff, 0xff])),
    ).toBe('not-text')
  })
})

describe('readTable refuses for its size', () => {
  it('a file that would fill the memory of the page', () => {
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('file-too-large')
  })
})

describe('readTable reads', () => {
  it.each([',', ';', '\t', '|'])('cells between %j', (delimiter) => {
    const table = tableOf(
      ['a', 'b', 'c'].join(delimiter) + '\n' + ['1', '2 x', '3'].join(delimiter),
    )
    expect(table).toEqual({
      header: ['a', 'b', 'c'],
      rows: [{ line: 2, cells: ['1', '2 x', '3'] }],
    })
  })

  it('true line numbers past comments, blank lines, CRLF and quoted line breaks', () => {
    const text = '# exported\r\n\r\nname,loss\r\n"two\r\nlines",3\r\n\r\nplain,4\r\n'
    expect(tableOf(text).rows).toEqual([
      { line: 4, cells: ['two\r\nlines', '3'] },
      { line: 7, cells: ['plain', '4'] },
    ])
  })

  it('cells between the delimiter of the table, whatever the comments above it hold', () => {
    const text = '# a, b, c, d\n# he said, "wait\n\nflops;params;loss\n1e18;1e8;3\n'
    expect(tableOf(text)).toEqual({
      header: ['flops', 'params', 'loss'],
      rows: [{ line: 5, cells: ['1e18', '1e8', '3'] }],
    })
  })

  it('cells between the delimiter of the table, however many blank lines lie between', () => {
    expect(tableOf('a;b\n\n\n1;2\n\n\n3;4\n').rows).toEqual([
      { line: 4, cells: ['1', '2'] },
      { line: 7, cells: ['3', '4'] },
    ])
  })

  it('true line numbers in a file of several megabytes', () => {
    const row = `${'x'.repeat(60)},3`
    const text = `name,loss\n${`${row}\n`.repeat(60_000)}last,4\n`
    expect(text.length).toBeGreaterThan(3_500_000)
    expect(tableOf(text).rows.at(-1)).toEqual({ line: 60_002, cells: ['last', '4'] })
  })

  it('UTF-8 with a byte order mark, and UTF-16 of both orders', () => {
    const text = 'name,loss\nη,3\n'
    const utf16 = (little: boolean): Uint8Array => {
      const view = new DataView(new ArrayBuffer(2 + text.length * 2))
      view.setUint16(0, 0xfeff, little)
      Array.from(text).forEach((character, i) => {
        view.setUint16(2 + i * 2, character.charCodeAt(0), little)
      })
      return new Uint8Array(view.buffer)
    }
    for (const content of [bytes(`\ufeff${text}`), utf16(true), utf16(false)]) {
      expect(tableOf(content)).toEqual({
        header: ['name', 'loss'],
        rows: [{ line: 2, cells: ['η', '3'] }],
      })
    }
  })

  it('ragged rows, filled or cut to the header with a remark each', () => {
    const result = readTable(bytes('a,b,c\n1,2\n1,2,3,4\n'))
    if (result.status === 'refused') throw new Error('refused')
    expect(result.table.rows.map((row) => row.cells)).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
    ])
    expect(result.issues).toEqual([
      { severity: 'remark', code: 'ragged-row', line: 2, found: '2 of 3' },
      { severity: 'remark', code: 'ragged-row', line: 3, found: '4 of 3' },
    ])
  })

  it('a quotation mark that is never closed, with a remark', () => {
    const result = readTable(bytes('name,loss\n"open,3\nnext,4\n'))
    expect(result.status === 'read' && result.issues.map((issue) => issue.code)).toContain(
      'unclosed-quote',
    )
  })

  it('headings that repeat as columns of their own', () => {
    expect(tableOf('loss,loss,loss\n1,2,3\n').header).toEqual(['loss', 'loss (2)', 'loss (3)'])
    const { header } = tableOf('loss,loss (2),loss,,\n1,2,3,4,5\n')
    expect(new Set(header).size).toBe(5)
  })

  it('JSON arrays, runs in an object, columns of arrays and JSON Lines alike', () => {
    const expected = { header: ['loss', 'config.lr'], cells: ['3.5', '0.001'] }
    for (const text of [
      '[{"loss": 3.5, "config": {"lr": 0.001}}]',
      '{"runs": [{"loss": 3.5, "config": {"lr": 0.001}}]}',
      '{"loss": [3.5], "config.lr": [0.001]}',
      '{"loss": 3.5, "config": {"lr": 0.001}}\n',
    ]) {
      const table = tableOf(text)
      expect({ header: table.header, cells: table.rows[0]?.cells }).toEqual(expected)
    }
  })

  it('JSON Lines around a line that is broken, which is left out and named', () => {
    const result = readTable(bytes('{"loss": 1}\n{"loss": 2}\n{oops\n{"loss": 4}\n'))
    if (result.status === 'refused') throw new Error('refused')
    expect(result.table.rows.map((row) => row.line)).toEqual([1, 2, 4])
    expect(result.issues).toEqual([
      { severity: 'row-left-out', code: 'bad-json', line: 3, found: '{oops' },
    ])
  })

  it('JSON that nests deeper than any stack, without an end to the page', () => {
    const depth = 30_000
    const object = `[${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}]`
    const list = `[{"loss":${'['.repeat(depth)}${']'.repeat(depth)},"n":1}]`
    expect(tableOf(object).rows).toHaveLength(1)
    expect(tableOf(list)).toMatchObject({ header: ['loss', 'n'], rows: [{ line: 1 }] })
  })

  it('a JSON number that is too large as not finite, and null as a missing cell', () => {
    expect(tableOf('[{"flops": 1e400, "loss": null}]').rows[0]?.cells).toEqual(['Infinity', ''])
  })

  it('keys that name parts of every object as plain columns', () => {
    const table = tableOf('[{"__proto__": 1, "constructor": 2, "loss": 3}]')
    expect(table.header).toContain('constructor')
    expect(table.rows[0]?.cells[table.header.indexOf('loss')]).toBe('3')
  })
})

describe('readTable', () => {
  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (content) => void readTable(content)))
  })

  it('never throws, whatever the text, and its lines only go up', () => {
    const text = fc.stringMatching(/^[-a-z0-9,;\t"'#{}[\]:.\n\r |]{0,200}$/)
    fc.assert(
      fc.property(text, (content) => {
        const result = readTable(bytes(content))
        if (result.status === 'refused') return
        const lines = result.table.rows.map((row) => row.line)
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
        for (const row of result.table.rows)
          expect(row.cells).toHaveLength(result.table.header.length)
      }),
      { numRuns: 500 },
    )
  })
})
