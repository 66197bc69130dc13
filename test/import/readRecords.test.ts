import { describe, expect, it } from 'vitest'
import { readRecords } from '../../src/import/formats/readRecords.ts'

/** The table and remarks of JSON that must be readable. */
function read(text: string) {
  const result = readRecords(text)
  if (result.status === 'refused') throw new Error(`refused: ${result.issue.code}`)
  return { header: result.table.header, rows: result.table.rows, issues: result.issues }
}

const refusal = (text: string) => {
  const result = readRecords(text)
  return result.status === 'refused' ? result.issue.code : 'read'
}

describe('readRecords reads', () => {
  it.each([
    ['an array of objects', '[{"loss": 3.5, "config": {"lr": 0.001}}]'],
    ['runs in an object', '{"runs": [{"loss": 3.5, "config": {"lr": 0.001}}]}'],
    ['columns of arrays', '{"loss": [3.5], "config.lr": [0.001]}'],
    ['one object a line', '{"loss": 3.5, "config": {"lr": 0.001}}\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      header: ['loss', 'config.lr'],
      rows: [{ line: 1, cells: ['3.5', '0.001'] }],
      issues: [],
    })
  })

  it('keys that only some records have as empty cells in the others', () => {
    expect(read('[{"a": 1}, {"b": 2, "a": 3}]')).toMatchObject({
      header: ['a', 'b'],
      rows: [
        { line: 1, cells: ['1', ''] },
        { line: 2, cells: ['3', '2'] },
      ],
    })
  })

  it('true and false as they are written, null as nothing, a list by its length', () => {
    expect(read('[{"a": true, "b": null, "c": [1, 2, 3], "d": "1e18"}]').rows[0]?.cells).toEqual([
      'true',
      '',
      '[3 values]',
      '1e18',
    ])
  })

  it('a number that is too large as not finite', () => {
    expect(read('[{"flops": 1e400, "loss": -1e400}]').rows[0]?.cells).toEqual([
      'Infinity',
      '-Infinity',
    ])
  })

  it('keys that name parts of every object as plain columns, from records and from arrays', () => {
    const records = read('[{"__proto__": 1, "constructor": 2, "toString": 4, "loss": 3}]')
    expect(records.header).toEqual(['__proto__', 'constructor', 'toString', 'loss'])
    expect(records.rows[0]?.cells).toEqual(['1', '2', '4', '3'])
    const arrays = read('{"__proto__": [1], "constructor": [2], "loss": [3]}')
    expect(arrays.header).toEqual(['__proto__', 'constructor', 'loss'])
    expect(arrays.rows[0]?.cells).toEqual(['1', '2', '3'])
    expect({}).not.toHaveProperty('x')
  })

  it('a key within __proto__ as a column, and gives it to no other object', () => {
    const { header } = read('[{"__proto__": {"loss": 1}, "params": 2}]')
    expect(header).toEqual(['__proto__.loss', 'params'])
    expect({}).not.toHaveProperty('loss')
  })

  it('nesting deeper than any stack, without an end to the page', () => {
    const depth = 30_000
    const object = `[${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}]`
    const list = `[{"loss":${'['.repeat(depth)}${']'.repeat(depth)},"n":1}]`
    expect(read(object).rows).toHaveLength(1)
    expect(read(list)).toMatchObject({ header: ['loss', 'n'], rows: [{ line: 1 }] })
  })
})

describe('readRecords reads JSON Lines', () => {
  it('around a line that is broken, which is left out and named', () => {
    const { rows, issues } = read('{"loss": 1}\n{"loss": 2}\n{oops\n{"loss": 4}\n')
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4])
    expect(issues).toEqual([
      { severity: 'row-left-out', code: 'bad-json', line: 3, found: '{oops' },
    ])
  })

  it('with blank lines between and CRLF, under the lines of the file', () => {
    expect(read('{"loss": 1}\r\n\r\n{"loss": 2}\r\n').rows.map((row) => row.line)).toEqual([1, 3])
  })

  it('with a line that is JSON but no object left out', () => {
    const { rows, issues } = read('{"loss": 1}\n[2]\n{"loss": 3}\n')
    expect(rows.map((row) => row.line)).toEqual([1, 3])
    expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, '[2]']])
  })
})

describe('readRecords reads what Python writes for numbers that are not finite', () => {
  const NOT_FINITE = ['NaN', 'Infinity', '-Infinity']

  it('in an array, so that one run without a loss does not cost the file', () => {
    const text = `[${NOT_FINITE.map((loss) => `{"loss": ${loss}, "n": 1}`).join(', ')}]`
    const { header, rows, issues } = read(text)
    expect(header).toEqual(['loss', 'n'])
    expect(rows.map((row) => row.cells)).toEqual(NOT_FINITE.map((loss) => [loss, '1']))
    expect(issues).toEqual([])
  })

  it('in JSON Lines and in columns of arrays', () => {
    expect(read('{"loss": 1}\n{"loss": NaN}\n').rows.map((row) => row.cells)).toEqual([
      ['1'],
      ['NaN'],
    ])
    expect(read('{"loss": [1, NaN], "n": [1, 2]}').rows[1]?.cells).toEqual(['NaN', '2'])
  })

  it('and leaves names alone that hold these words, quotation marks and backslashes', () => {
    const text = String.raw`[{"name": "a NaN \" NaN \\", "loss": NaN, "why NaN": "-Infinity"}]`
    expect(read(text)).toMatchObject({
      header: ['name', 'loss', 'why NaN'],
      rows: [{ cells: [String.raw`a NaN " NaN \ `.trim(), 'NaN', '-Infinity'] }],
    })
  })
})

describe('readRecords refuses', () => {
  it.each([
    ['broken JSON', '[{"loss": 3}, {"loss"', 'bad-json'],
    [
      'a broken document of which a line happens to parse',
      '[\n{"loss": 3},\n{"loss"\n',
      'bad-json',
    ],
    ['more broken lines than whole ones', '{"loss": 1}\n{oops\n{oops\n', 'bad-json'],
    ['numbers', '[1, 2, 3]', 'bad-json'],
    ['an array of arrays', '[[1e18, 1e8, 3], [2e18, 2e8, 3]]', 'bad-json'],
    ['an array in which one entry is no object', '[{"loss": 3}, null]', 'bad-json'],
    ['words that look like NaN', '[{"loss": nan}]', 'bad-json'],
    ['an empty array', '[]', 'no-rows'],
    ['no runs in an object', '{"runs": []}', 'no-rows'],
    ['records without keys', '[{}, {}]', 'no-header'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toBe(code)
  })

  it('with the beginning of the file, cut to 80 characters', () => {
    const result = readRecords(`  [${'1, '.repeat(100)}`)
    expect(result.status === 'refused' && result.issue.found).toBe(
      `[${'1, '.repeat(27)}`.slice(0, 80),
    )
  })
})
