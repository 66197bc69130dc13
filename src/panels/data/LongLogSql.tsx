import { useWords } from '../../components/WordsContext.tsx'
import { useState } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { REDUCTIONS, type LogReduction } from '../../import/logs/logReduction.ts'
import {
  dialectName,
  logReductionSql,
  SQL_DIALECTS,
  type SqlDialect,
} from '../../export/logReductionSql.ts'
import type { LongLog } from '../../import/sources/source.ts'

/** The SQL by which a database makes one row a run of a log that is too long for a page. */
export default function LongLogSql({
  fileName,
  log,
}: {
  readonly fileName: string
  readonly log: LongLog
}) {
  const { data, reading } = useWords()
  const { sql } = data
  const [dialect, setDialect] = useState<SqlDialect>('duckdb')
  const [reduction, setReduction] = useState<LogReduction>('final')
  const text = logReductionSql(dialect, fileName, log, reduction)
  return (
    <details className="mt-1.5">
      <summary className="cursor-pointer">{sql.title}</summary>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Choice
          label={sql.database}
          value={dialect}
          options={SQL_DIALECTS.map((value) => ({ value, text: dialectName(value) }))}
          onChange={setDialect}
        />
        <Choice
          label={sql.loss}
          value={reduction}
          options={REDUCTIONS.map((value) => ({ value, text: reading.logReadings[value] }))}
          onChange={setReduction}
        />
      </div>
      <pre
        className="mt-1.5 max-h-60 overflow-auto font-mono text-[11px]"
        tabIndex={0}
        aria-label={sql.for(dialectName(dialect))}
      >
        {text}
      </pre>
      <button
        type="button"
        className="button mt-1.5"
        onClick={() => {
          void navigator.clipboard.writeText(text)
        }}
      >
        {sql.copy}
      </button>
      <p className="mt-1 text-xs">{sql.result}</p>
    </details>
  )
}
