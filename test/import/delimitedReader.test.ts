import { describe, expect, it } from 'vitest'
import { readDelimited } from '../fixtures/readDelimited.ts'

/** The table and remarks of a text that must be readable. */
function read(text: string) {
  const result = readDelimited(text)
  if (result.status === 'refused') throw new Error(`refused: ${result.issue.code}`)
  return { header: result.table.header, rows: result.table.rows, issues: result.issues }
}

const linesOf = (text: string) => read(text).rows.map((row) => row.line)

describe('delimitedReader finds the delimiter', () => {
  it.each([',', ';', '\t', '|'])('%j', (delimiter) => {
    const text = `${['a', 'b', 'c'].join(delimiter)}\n${['1', '2 x', '3'].join(delimiter)}`
    expect(read(text)).toEqual({
      header: ['a', 'b', 'c'],
      rows: [{ line: 2, cells: ['1', '2 x', '3'] }],
      issues: [],
    })
  })

  it('whatever the comments above the header hold', () => {
    const text = '# a, b, c, d\n# he said, "wait\n\nflops;params;loss\n1e18;1e8;3\n'
    expect(read(text)).toEqual({
      header: ['flops', 'params', 'loss'],
      rows: [{ line: 5, cells: ['1e18', '1e8', '3'] }],
      issues: [],
    })
  })

  it('that stands outside the quotation marks', () => {
    expect(read('name;loss\n"a, b, c";3\n').rows).toEqual([{ line: 2, cells: ['a, b, c', '3'] }])
  })

  it('and the decimal comma of a semicolon file, which it says', () => {
    const { rows, issues } = read('flops;params;loss\n1e18;1e8;3,41\n')
    expect(rows[0]?.cells).toEqual(['1e18', '1e8', '3.41'])
    expect(issues).toEqual([{ severity: 'remark', code: 'decimal-comma', found: '3,41' }])
  })

  it('and does without one in a file of one column', () => {
    expect(read('loss\n3\n4\n').rows.map((row) => row.cells)).toEqual([['3'], ['4']])
  })
})

describe('delimitedReader gives the lines of the file', () => {
  it('past comments, blank lines, CRLF and quoted line breaks', () => {
    const text = '# exported\r\n\r\nname,loss\r\n"two\r\nlines",3\r\n\r\nplain,4\r\n'
    expect(read(text).rows).toEqual([
      { line: 4, cells: ['two\nlines', '3'] },
      { line: 7, cells: ['plain', '4'] },
    ])
  })

  it('however many blank lines lie between', () => {
    expect(linesOf('a;b\n\n\n1;2\n\n\n3;4\n')).toEqual([4, 7])
  })

  it.each([
    ['the line ends of old Macs', '\r', '\r'],
    ['CRLF after the header and LF after the rows', '\r\n', '\n'],
    ['LF after the header and CRLF after the rows', '\n', '\r\n'],
  ])('with %s, and loses no row', (_, first, second) => {
    const text = `flops,loss${first}1e18,3${second}2e18,4${first}3e18,5`
    expect(read(text)).toEqual({
      header: ['flops', 'loss'],
      rows: [
        { line: 2, cells: ['1e18', '3'] },
        { line: 3, cells: ['2e18', '4'] },
        { line: 4, cells: ['3e18', '5'] },
      ],
      issues: [],
    })
  })

  it('in a file of several megabytes', () => {
    const row = `${'x'.repeat(60)},3`
    const text = `name,loss\n${`${row}\n`.repeat(60_000)}last,4\n`
    expect(text.length).toBeGreaterThan(3_500_000)
    expect(read(text).rows.at(-1)).toEqual({ line: 60_002, cells: ['last', '4'] })
  })

  it('in a file of several megabytes where every name is quoted over two lines', () => {
    const text = `name,loss\r\n${'"a\r\nb ""c""",3\r\n'.repeat(150_000)}last,4\r\n`
    expect(text.length).toBeGreaterThan(2_000_000)
    const { rows } = read(text)
    expect(rows).toHaveLength(150_001)
    expect(rows[0]).toEqual({ line: 2, cells: ['a\nb "c"', '3'] })
    expect(rows.at(-1)).toEqual({ line: 300_002, cells: ['last', '4'] })
  })
})

describe('delimitedReader keeps and remarks', () => {
  it('ragged rows, filled or cut to the header', () => {
    const { rows, issues } = read('a,b,c\n1,2\n1,2,3,4\n')
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
    ])
    expect(issues).toEqual([
      { severity: 'remark', code: 'ragged-row', line: 2, found: '2/3' },
      { severity: 'remark', code: 'ragged-row', line: 3, found: '4/3' },
    ])
  })

  it('a quotation mark that is never closed, which costs its own row only', () => {
    const { issues, rows } = read('name,loss\nfirst,2\n"open,3\nnext,4\nlast,5\n')
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'first', '2'],
      [4, 'next', '4'],
      [5, 'last', '5'],
    ])
    expect(issues).toEqual([
      { severity: 'row-left-out', code: 'unclosed-quote', line: 3, found: '"open,3' },
    ])
  })

  it('one before rows with quotation marks of their own, and several such', () => {
    const { issues, rows } = read(
      'name,loss,note\na,"1,x\nb,2,"two, three"\nc,"3,y\nd,4,"line\nbreak"\ne,5,z',
    )
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, 'b', '2', 'two, three'],
      [5, 'd', '4', 'line\nbreak'],
      [7, 'e', '5', 'z'],
    ])
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['unclosed-quote', 2],
      ['unclosed-quote', 4],
    ])
  })

  it('a cell of ten million characters, quoted or not, which costs its own row only', () => {
    for (const quote of ['', '"']) {
      const { issues, rows } = read(`name,loss\na,1\n${quote}${'x'.repeat(1e7)}${quote},2\nb,3\n`)
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['a', '1'],
        ['b', '3'],
      ])
      expect(issues).toMatchObject([{ code: 'long-cell', line: 3, column: 'name' }])
    }
  })
})

describe('delimitedReader joins a second row of headings', () => {
  it('that has units', () => {
    const { header, rows } = read('compute,params,loss\nPF-days,M,nats\n1,100,3\n2,200,2.9\n')
    expect(header).toEqual(['compute (PF-days)', 'params (M)', 'loss (nats)'])
    expect(rows.map(({ line }) => line)).toEqual([3, 4])
  })

  it('that has names below groups', () => {
    const { header } = read(',model,,training\nname,N,D,loss\na,1e8,1e9,3\nb,2e8,1e9,2.9\n')
    expect(header).toEqual(['name', 'model/N', 'model/D', 'training/loss'])
  })

  it('but no row of words that is a run', () => {
    expect(read('name,loss,status\na,nan,failed\nb,3,finished\n').header).toEqual([
      ...['name', 'loss', 'status'],
    ])
    expect(read('name,loss\na,about 3\nb,3\n').rows).toHaveLength(2)
  })
})

describe('delimitedReader takes headings', () => {
  it('trimmed, with those that repeat numbered past numbers that are taken', () => {
    expect(read(' loss ,loss,loss\n1,2,3\n').header).toEqual(['loss', 'loss (2)', 'loss (3)'])
    const { header } = read('loss,loss (2),loss,,\n1,2,3,4,5\n')
    expect(new Set(header).size).toBe(5)
  })

  it('that name parts of every object', () => {
    const { header, rows } = read('__proto__,constructor,toString,loss\n1,2,3,4\n')
    expect(header).toEqual(['__proto__', 'constructor', 'toString', 'loss'])
    expect(rows[0]?.cells).toEqual(['1', '2', '3', '4'])
  })

  it('by the thousand', () => {
    const header = Array.from({ length: 1000 }, (_, i) => `c${i}`)
    const row = header.map((_, i) => String(i))
    const table = read(`${header.join(',')}\n${`${row.join(',')}\n`.repeat(20)}`)
    expect(table.header).toHaveLength(1000)
    expect(table.rows).toHaveLength(20)
    expect(table.rows.at(-1)?.cells[999]).toBe('999')
  })
})

describe('delimitedReader refuses', () => {
  it.each([
    ['a header alone', 'flops,params,loss'],
    ['a header and its line end', 'flops,params,loss\n'],
    ['a header, blank lines and rows of nothing', 'flops,params,loss\r\n\r\n,,\r\n  \r\n'],
  ])('%s, because there are no rows', (_, text) => {
    expect(readDelimited(text)).toEqual({
      status: 'refused',
      issue: { severity: 'refused', code: 'no-rows' },
    })
  })

  it('numbers in the place of the header, and quotes them', () => {
    expect(readDelimited('1e18,1e8,3.1\n2e18,2e8,3.0\n')).toEqual({
      status: 'refused',
      issue: { severity: 'refused', code: 'no-header', found: '1e18, 1e8, 3.1' },
    })
  })

  it('nothing but comments', () => {
    expect(readDelimited('# one\n# two\n')).toEqual({
      status: 'refused',
      issue: { severity: 'refused', code: 'no-header' },
    })
  })
})
