import type { LogReduction } from './logReduction.ts'
import { SMOOTHED_OVER } from './reduceLog.ts'
import type { LongLog } from './source.ts'

export type SqlDialect = 'duckdb' | 'spark' | 'trino' | 'clickhouse'

/** The words in which databases differ; everything else of the text is common SQL. */
interface DialectWords {
  readonly name: string
  readonly identifier: (heading: string) => string
  readonly from: (source: string) => string
  readonly number: (expression: string) => string
  readonly isFinite: (expression: string) => string
  /** The value in the row of the greatest step among those that meet the condition. */
  readonly atLastStep: (value: string, condition: string) => string
  readonly aggregate: (name: 'avg' | 'min', value: string, condition: string) => string
  /** Around the query, where the database can write the result by itself. */
  readonly output: (query: string) => string
}

const STEP = 'isoflop_step'
const FIRST = 'isoflop_first_step'
const LAST = 'isoflop_last_step'

const doubled = (quote: string) => (heading: string) =>
  quote + heading.replaceAll(quote, quote + quote) + quote
const filtered = (aggregate: string, condition: string): string =>
  `${aggregate} FILTER (WHERE ${condition})`

/**
 * Functions and where they are documented: DuckDB `arg_max`, `isfinite`, `TRY_CAST`, `COPY`
 * (duckdb.org/docs/stable/sql); Spark `max_by`, `isnan`, `try_cast`, `FILTER`
 * (spark.apache.org/docs/latest/api/sql); Trino `max_by`, `is_finite`, `TRY_CAST`
 * (trino.io/docs/current/functions); ClickHouse `argMaxIf`, `avgIf`, `minIf`, `isFinite`,
 * `toFloat64OrNull`, `prefer_column_name_to_alias`, `INTO OUTFILE` (clickhouse.com/docs/sql-reference).
 */
const DIALECTS: Readonly<Record<SqlDialect, DialectWords>> = {
  duckdb: {
    name: 'DuckDB',
    identifier: doubled('"'),
    from: (source) => doubled("'")(source),
    number: (expression) => `TRY_CAST(${expression} AS DOUBLE)`,
    isFinite: (expression) => `isfinite(${expression})`,
    atLastStep: (value, condition) => filtered(`arg_max(${value}, ${STEP})`, condition),
    aggregate: (name, value, condition) => filtered(`${name}(${value})`, condition),
    output: (query) => `COPY (\n${query}\n) TO 'runs.csv' (HEADER);`,
  },
  spark: {
    name: 'Spark',
    identifier: doubled('`'),
    from: (source) => doubled('`')(tableName(source)),
    number: (expression) => `try_cast(${expression} AS DOUBLE)`,
    isFinite: (expression) =>
      `(NOT isnan(${expression}) AND abs(${expression}) < double('Infinity'))`,
    atLastStep: (value, condition) => filtered(`max_by(${value}, ${STEP})`, condition),
    aggregate: (name, value, condition) => filtered(`${name}(${value})`, condition),
    output: (query) => `${query};`,
  },
  trino: {
    name: 'Trino',
    identifier: doubled('"'),
    from: (source) => doubled('"')(tableName(source)),
    number: (expression) => `TRY_CAST(${expression} AS DOUBLE)`,
    isFinite: (expression) => `is_finite(${expression})`,
    atLastStep: (value, condition) => filtered(`max_by(${value}, ${STEP})`, condition),
    aggregate: (name, value, condition) => filtered(`${name}(${value})`, condition),
    output: (query) => `${query};`,
  },
  clickhouse: {
    name: 'ClickHouse',
    identifier: (heading) => `\`${heading.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    from: (source) => `\`${tableName(source).replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    number: (expression) => `toFloat64OrNull(toString(${expression}))`,
    isFinite: (expression) => `isFinite(${expression})`,
    atLastStep: (value, condition) => `argMaxIf(${value}, ${STEP}, ${condition})`,
    aggregate: (name, value, condition) => `${name}If(${value}, ${condition})`,
    // Without the setting, a column would be taken for the loss that is named after it.
    output: (query) =>
      `${query}\nSETTINGS prefer_column_name_to_alias = 1\nINTO OUTFILE 'runs.csv' FORMAT CSVWithNames;`,
  },
}

export const SQL_DIALECTS = Object.keys(DIALECTS) as readonly SqlDialect[]

/** What a dialect is called on the screen. */
export function dialectName(dialect: SqlDialect): string {
  return DIALECTS[dialect].name
}

/**
 * The SQL that reduces a training log to one row a run, in the columns of the log, as
 * `reduceLog.ts` does: losses reduced over the steps with a finite one, every other column by the
 * last step that has a value, rows without a finite step left out. `source` is a file for DuckDB,
 * the name of which (without its ending) stands for the table elsewhere. Headings and names are
 * quoted, whatever they hold.
 */
export function logReductionSql(
  dialect: SqlDialect,
  source: string,
  { runs, step, losses, ends, constants }: LongLog,
  reduction: LogReduction,
): string {
  const words = DIALECTS[dialect]
  const column = words.identifier
  const runKey = runs.map(column).join(', ')
  const window = runs.length === 0 ? '()' : `(PARTITION BY ${runKey})`
  const lossOf = (heading: string): string => {
    const value = words.number(column(heading))
    const isFinite = words.isFinite(value)
    const final = words.atLastStep(value, isFinite)
    if (reduction === 'final') return final
    if (reduction === 'minimum') return words.aggregate('min', value, isFinite)
    const late = `${isFinite} AND ${STEP} >= ${LAST} - ${SMOOTHED_OVER} * (${LAST} - ${FIRST})`
    return `coalesce(${words.aggregate('avg', value, late)}, ${final})`
  }
  const last = (heading: string): string =>
    words.atLastStep(column(heading), `${column(heading)} IS NOT NULL`)
  const selected = [
    ...runs.map(column),
    `max(${STEP}) AS ${column(step)}`,
    ...losses.map((heading) => `${lossOf(heading)} AS ${column(heading)}`),
    ...[...ends, ...constants].map((heading) => `${last(heading)} AS ${column(heading)}`),
  ]
  const query = [
    'WITH steps AS (',
    `  SELECT *, ${words.number(column(step))} AS ${STEP}`,
    `  FROM ${words.from(source)}`,
    '), bounded AS (',
    `  SELECT *, min(${STEP}) OVER ${window} AS ${FIRST}, max(${STEP}) OVER ${window} AS ${LAST}`,
    '  FROM steps',
    `  WHERE ${words.isFinite(STEP)}`,
    ')',
    'SELECT',
    selected.map((expression) => `  ${expression}`).join(',\n'),
    'FROM bounded',
    ...(runs.length === 0 ? [] : [`GROUP BY ${runKey}`]),
  ].join('\n')
  return `-- ${words.name}: one row a run. Put your table or file after the first FROM.\n${words.output(query)}`
}

function tableName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]\w{1,8})+$/i, '')
}
