import type { LogReduction } from '../import/logs/logReduction.ts'
import { SMOOTHED_OVER } from '../import/logs/reduceLog.ts'
import type { LongLog } from '../import/sources/source.ts'

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
const ROWS = 'rows'

const doubled = (quote: string) => (heading: string) =>
  quote + heading.replaceAll(quote, quote + quote) + quote
const filtered = (aggregate: string, condition: string): string =>
  `${aggregate} FILTER (WHERE ${condition})`

/**
 * Functions and where they are documented.
 * DuckDB (duckdb.org/docs/stable): `arg_max`, `FILTER` under sql/functions/aggregates, `isfinite`
 * under sql/functions/numeric, `TRY_CAST` under sql/expressions/cast, `COPY` under
 * sql/statements/copy, `read_csv` under data/csv/overview, `read_json` under data/json/loading_json.
 * Spark (spark.apache.org/docs/latest): `max_by`, `isnan` under api/sql, `try_cast` under
 * sql-ref-ansi-compliance, `FILTER` under sql-ref-syntax-qry-select-groupby.
 * Trino (trino.io/docs/current/functions): `max_by`, `FILTER` under aggregate, `is_finite` under
 * math, `TRY_CAST` under conversion.
 * ClickHouse (clickhouse.com/docs/sql-reference): `argMax` under aggregate-functions/reference, `-If`
 * under aggregate-functions/combinators, `isFinite`, `toFloat64OrNull` under functions, `INTO
 * OUTFILE` under statements/select, `prefer_column_name_to_alias` among the settings. An aggregate of nullable values is null where no row meets its
 * condition, which `coalesce` rests on; `toFloat64OrNull` makes them nullable.
 */
const DIALECTS: Readonly<Record<SqlDialect, DialectWords>> = {
  duckdb: {
    name: 'DuckDB',
    identifier: doubled('"'),
    from: duckdbReader,
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
 * last step that has a value, rows without a finite step left out. `rows` counts the rows of a run,
 * unless a column of the log has that name. `source` is a file, which DuckDB reads; its name without
 * its ending stands for a table elsewhere, and in DuckDB where it has no ending. Headings and names
 * are quoted, whatever they hold.
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
  const headings = [...runs, step, ...losses, ...ends, ...constants]
  const rowsTaken = headings.some((heading) => heading.toLowerCase() === ROWS)
  const selected = [
    ...runs.map(column),
    `max(${STEP}) AS ${column(step)}`,
    ...losses.map((heading) => `${lossOf(heading)} AS ${column(heading)}`),
    ...[...ends, ...constants].map((heading) => `${last(heading)} AS ${column(heading)}`),
    ...(rowsTaken ? [] : [`count(*) AS ${column(ROWS)}`]),
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

/**
 * How DuckDB reads a file. Types guessed from the first rows would end the query at a later cell
 * that is no number, as a long log has them: text stays text, and JSON is looked through whole.
 */
function duckdbReader(source: string): string {
  const file = doubled("'")(source)
  const [, ending] = /\.([a-z]\w*)(?:\.(?:gz|zst))?$/i.exec(source) ?? []
  if (ending === undefined) return doubled('"')(source)
  if (/^(?:parquet|pq)$/i.test(ending)) return `read_parquet(${file})`
  return /^(?:json|jsonl|ndjson)$/i.test(ending)
    ? `read_json(${file}, sample_size = -1)`
    : `read_csv(${file}, header = true, all_varchar = true)`
}

function tableName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]\w{1,8})+$/i, '')
}
