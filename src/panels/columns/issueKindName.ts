import type { ImportIssue } from '../../import/issues/importIssue.ts'

/** What kind of thing is wrong, and in which column, for sums over many issues. */
export function issueKindName({ code, column }: ImportIssue): string {
  const kind = KINDS[code] ?? code.replaceAll('-', ' ')
  return column === undefined ? kind : `${kind} in “${column}”`
}

const KINDS: Readonly<Partial<Record<ImportIssue['code'], string>>> = {
  'missing-value': 'no value',
  'not-positive': 'not above 0',
  'not-finite': 'not finite',
  'other-unit': 'in another unit',
  'value-derived': 'derived from its row',
  'unclosed-quote': 'a quotation mark that does not close',
  'long-cell': 'more than 100,000 characters',
  'no-run-name': 'step of no run',
  'repeated-header': 'header again',
  'compute-disagrees': 'C, N and D disagree',
  'run-disagrees': 'C, N and D disagree in a run',
}
