import { describe, expect, it } from 'vitest'
import { cellReader } from '../../src/import/columns/cellReader.ts'
import type { ColumnMapping } from '../../src/import/columns/columnMapping.ts'
import { FIELD_UNITS, type Field, type Unit } from '../../src/import/fields/field.ts'
import type { TableRow } from '../../src/import/tables/table.ts'

const HEADER = ['first', 'second', 'state']

function readerOf(mapping: ColumnMapping, ...cells: string[]) {
  const row: TableRow = { line: 7, cells }
  return { cells: cellReader({ header: HEADER, rows: [row] }, mapping), row }
}

/** The first cell as a value of the field in the unit, or the issue with it. */
function read(cell: string, field: Field = 'loss', unit: Unit = FIELD_UNITS[field][0]) {
  const { cells, row } = readerOf({ [field]: { columns: [0], unit } }, cell)
  return cells.positive(row, field)
}

describe('cellReader turns units into base units', () => {
  it.each([
    ['computeFlops', 'GFLOPs', '3', 3e9],
    ['computeFlops', 'TFLOPs', '3', 3e12],
    ['computeFlops', 'PFLOPs', '3', 3e15],
    // One petaFLOP/s for a day: 1e15 × 86,400.
    ['computeFlops', 'PF-days', '2', 1.728e20],
    ['parameters', 'M parameters', '124', 124e6],
    ['parameters', 'B parameters', '6.7', 6.7e9],
    ['tokens', 'M tokens', '350', 350e6],
    ['tokens', 'B tokens', '2', 2e9],
    ['budget', 'GFLOPs', '1e9', 1e18],
  ] as const)('%s in %s', (field, unit, cell, value) => {
    expect(read(cell, field, unit)).toEqual({ status: 'read', value })
  })
})

describe('cellReader names what is wrong with a cell', () => {
  it.each([
    ['', 'missing-value'],
    ['  ', 'missing-value'],
    ['n/a', 'missing-value'],
    ['#N/A', 'missing-value'],
    ['about 3', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['NaN', 'not-finite'],
    ['-inf', 'not-finite'],
    ['Infinity', 'not-finite'],
    ['0', 'not-positive'],
    ['-3.2', 'not-positive'],
  ])('%j is %s', (cell, code) => {
    const result = read(cell)
    expect(result.status === 'wrong' && result.issue).toMatchObject({
      severity: 'row-left-out',
      code,
      line: 7,
      column: 'first',
      field: 'loss',
    })
  })

  it('with the text that was found, cut to 80 characters', () => {
    const result = read('x'.repeat(300))
    expect(result.status === 'wrong' && result.issue.found).toBe('x'.repeat(80))
  })

  it('with the status of the run where the cell is empty, and with nothing where there is none', () => {
    const mapping: ColumnMapping = {
      loss: { columns: [0], unit: 'nats/token' },
      status: { columns: [2], unit: 'text' },
    }
    const found = (...row: string[]) => {
      const { cells, row: at } = readerOf(mapping, ...row)
      const result = cells.positive(at, 'loss')
      return result.status === 'wrong' ? result.issue : null
    }
    expect(found('', '', 'crashed')?.runStatus).toBe('crashed')
    expect(found('', '', 'crashed')).not.toHaveProperty('found')
    expect(found('', '', '')).not.toHaveProperty('runStatus')
    expect(found('oops', '', 'crashed')).not.toHaveProperty('runStatus')
  })
})

describe('cellReader adds the columns of a sum', () => {
  const sum: ColumnMapping = { parameters: { columns: [0, 1], unit: 'M parameters' } }

  it('before it turns them into base units', () => {
    const { cells, row } = readerOf(sum, '1.5', '2')
    expect(cells.positive(row, 'parameters')).toEqual({ status: 'read', value: 3.5e6 })
  })

  it('and names the one column that is wrong', () => {
    const { cells, row } = readerOf(sum, '1.5', 'none')
    const result = cells.positive(row, 'parameters')
    expect(result.status === 'wrong' && result.issue.column).toBe('second')
  })
})

describe('cellReader reads what may be missing', () => {
  const lr: ColumnMapping = { learningRate: { columns: [0], unit: 'count' } }

  it('as null where there is no column, no cell, or no number above zero', () => {
    for (const cell of ['', 'none', '0', '-1', 'NaN']) {
      const { cells, row } = readerOf(lr, cell)
      expect(cells.optional(row, 'learningRate')).toBeNull()
      expect(cells.optional(row, 'budget')).toBeNull()
    }
  })

  it('as null where the number overflows in its unit, so that no infinity comes out', () => {
    const budget = readerOf({ budget: { columns: [0], unit: 'GFLOPs' } }, '1e305')
    expect(budget.cells.optional(budget.row, 'budget')).toBeNull()
    const rate = readerOf({ learningRate: { columns: [0, 1], unit: 'count' } }, '1e308', '1e308')
    expect(rate.cells.optional(rate.row, 'learningRate')).toBeNull()
  })

  it('as trimmed text, markup and all, and as nothing where the row is too short', () => {
    const { cells, row } = readerOf(
      { name: { columns: [0], unit: 'text' }, corpus: { columns: [9], unit: 'text' } },
      ' <img src=x onerror=alert(1)> ',
    )
    expect(cells.text(row, 'name')).toBe('<img src=x onerror=alert(1)>')
    expect(cells.text(row, 'corpus')).toBe('')
    expect(cells.text(row, 'status')).toBe('')
  })
})
