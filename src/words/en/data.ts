import { parts, type Parts } from '../parts.ts'
import { byteSize, wholeNumber } from '../../format/formatNumber.ts'
import type { RunDifference } from '../../scaling/runs/runDifference.ts'
import { count } from './count.ts'

/** The data side of the page: ways in, the sweeps, and what became of files. */
export const data = {
  add: {
    label: 'Add sweeps',
    files: 'Add sweep files',
    orDrop: 'or drop CSV, JSON, Parquet or XLSX anywhere',
    waiting: 'Waiting for the next part of the file, or unpacking it.',
    finding: 'The file is read; its columns and runs are being found.',
    notAdded: <Slot>(file: Slot, why: string): Parts<Slot> => parts`${file} was not added. ${why}`,
    earlierVisit: 'A sweep of an earlier visit',
    reading: (file: string) => `Reading ${file}`,
    opening: (url: string) => `Opening ${url}`,
  },
  paste: {
    open: 'Paste rows',
    title: 'Paste rows with their header',
    label: 'Comma-, semicolon- or tab-separated, as a spreadsheet copies them, or JSON',
    add: 'Add rows',
    name: 'Pasted rows',
  },
  web: {
    open: 'Open URL',
    title: 'Open from the web',
    label:
      'Address of a file. It is fetched from there by this browser; nothing is sent but the request itself.',
    submit: 'Open',
    publicTitle: 'Public sweeps',
    publicNote: 'They stay where their authors put them; licences are as stated there.',
    load: 'Load',
    loadOf: (name: string) => `Load ${name}`,
    licence: (citation: string, licence: string | null, mapping: string) =>
      `${citation}. Licence: ${licence ?? 'none stated in the repository'}. Read as: ${mapping}.`,
    origin: (what: string, citation: string, licence: string | null) =>
      `${what} ${citation}. Licence: ${licence ?? 'none stated in the repository'}.`,
    notOpened: <Slot>(url: Slot, why: string): Parts<Slot> => parts`${url} was not opened. ${why}`,
    failures: {
      'not-an-address':
        'This is not the address of a file on the web. It must begin with https:// or http://.',
      offline: 'There is no network. Files from this machine can still be added.',
      blocked:
        'The browser got no answer that it may show to this page: the server does not allow other sites to read the file (it sends no Access-Control-Allow-Origin), or it cannot be reached. Download the file and drop it here. Raw files on GitHub and Hugging Face can be opened directly.',
      'too-large': 'The file is larger than 200 MB. Download it and reduce it first.',
    },
    status: (code: number): string =>
      code === 404
        ? 'There is no such file at this address, or it is private (HTTP 404).'
        : `The server answered with HTTP ${code}.`,
  },
  sample:
    'Synthetic: 80 runs generated from DeepSeek’s published allocation law (arXiv:2401.02954, eq. 4) with 0.3% noise. Where the minima lie is published; how low and how curved is assumed (E = 0.55 bits/byte, α + β = 0.66). Made by scripts/make-sample.mjs, seed 20240105.',
  replaced: <Slot>(
    file: Slot,
    { added, removed, changed, unchanged }: RunDifference,
  ): Parts<Slot> => {
    const told = [
      added.length > 0 ? `${count(added.length, 'run')} more` : null,
      removed.length > 0 ? `${count(removed.length, 'run')} fewer` : null,
      changed.length > 0 ? `${count(changed.length, 'run')} changed` : null,
    ].filter((part) => part !== null)
    const same = `${count(unchanged, 'run')} as before`
    const difference =
      told.length === 0 ? `nothing changed, ${same}` : `${told.join(', ')}, ${same}`
    return parts`${file} took the place of the earlier file: ${difference}.`
  },
  keepBoth: 'Keep both',
  several: {
    asOne: (files: number) => `${files} files were added as one sweep, since each holds one run.`,
    oneEach: (sweeps: number) => `${count(sweeps, 'file')} were added as one sweep each.`,
    split: 'One sweep each instead',
    join: 'Make one sweep of them',
  },
  list: {
    title: 'Sweeps',
    kept: 'Your sweeps are kept in this browser until you remove them. Nothing is sent anywhere.',
    full: 'The browser’s database is full: the latest changes live in this page only. Remove sweeps that are no longer needed, or export them.',
    forbidden:
      'The browser does not let this page keep sweeps: they live in this page only, until it is closed. Export what you need.',
    runs: (runs: number) => count(runs, 'run'),
    added: (day: string, bytes: number, files: number) =>
      `${day}, ${byteSize(bytes)}${files > 1 ? `, ${files} files` : ''}`,
    renameOf: (name: string) => `Rename ${name}`,
    duplicateOf: (name: string) => `Duplicate ${name}`,
    exportOf: (name: string) => `Export the runs of ${name} as CSV`,
    removeOf: (name: string) => `Remove ${name}`,
    newNameOf: (name: string) => `New name of ${name}`,
    rename: 'Rename',
    noRun: (first: string, others: number) =>
      `No run could be read. ${first}${others > 0 ? ` And ${others} more: choose the sweep to see its issues.` : ''}`,
  },
  sections: {
    columns: 'Columns',
    columnsRead: (columns: number) => `${columns} read`,
    budgets: 'Budgets',
    runs: 'Runs',
    runsSetAside: (runs: number, aside: number) => `${wholeNumber(runs)}, ${aside} set aside`,
    issues: 'Issues',
    leftOut: (rows: number) => `${count(rows, 'row')} left out`,
    remarks: (remarks: number) => count(remarks, 'remark'),
    quote: (line: number | string, rest: string) => `a quote not closed in line ${line}; ${rest}`,
  },
  empty: {
    title: 'No sweep yet',
    titleOf: (name: string) => `No runs could be read from ${name}`,
    drop: 'Drop a file of training runs anywhere on the page, one row a run.',
    choose: 'Choose the columns on the data side, or add another file.',
    needs:
      'A sweep needs a loss and two of compute, model scale and tokens; a header like one of these is recognised:',
  },
  sql: {
    title: 'SQL that makes one row a run of it',
    database: 'Database',
    loss: 'Loss of a run',
    for: (database: string) => `SQL for ${database}`,
    copy: 'Copy',
    result: 'The result, CSV or Parquet, is read here.',
  },
}
