import { useMemo, useState } from 'react'
import { corpusStyle } from '../../charts/corporaCompared/corpusStyle.ts'
import type { WorthLine } from '../../charts/corporaCompared/series.ts'
import { WorthChart } from '../../charts/corporaCompared/WorthChart.tsx'
import { logGrid } from '../../charts/plot/logGrid.ts'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatRange, levelText, nominalText, significant } from '../../format/formatNumber.ts'
import { MEASURED_ALIKE } from '../../settings/pageSettings.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { logBudgets } from '../../study/comparison/budgetsBetween.ts'
import {
  computeMultiplier,
  lossDifference,
  type Compared,
  type Incomparable,
} from '../../study/comparison/pair.ts'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useCorpora, type Corpus } from './useCorpora.ts'

const GRID_POINTS = 31
/** Curves go this much beyond the budgets that both corpora were trained at. */
const BEYOND = 10

/** What a corpus is worth beside another: loss at equal compute, compute at equal loss. */
export function WorthPanel() {
  const said = useWords().compare.worth
  const corpora = useCorpora().filter(({ loss }) => loss !== null)
  const measuredAlike = useDashboard((state) => state.measuredAlike)
  const { compareLosses } = useDashboardStore().getState()
  const [chosen, setChosen] = useState<string | null>(null)
  const activeId = useDashboard((state) => state.activeSweepId)
  const reference =
    corpora.find(({ id }) => id === chosen) ??
    corpora.find(({ id }) => id === activeId) ??
    corpora[0]
  if (reference === undefined || corpora.length < 2) {
    return (
      <section className="card flex flex-col gap-2 p-3 sm:p-4" aria-label={said.title}>
        <h2 className="text-[15px] font-semibold">{said.title}</h2>
        <p className="text-sm text-muted">{said.needsTwo}</p>
      </section>
    )
  }
  const others = corpora.filter(({ id }) => id !== reference.id)
  const isAsked = others.some((other) => !isOneFile(reference, other))
  const comparable = others.filter(
    (other) =>
      other.lossUnit === reference.lossUnit &&
      (isOneFile(reference, other) || measuredAlike === 'yes'),
  )
  const refused = others.filter(({ lossUnit }) => lossUnit !== reference.lossUnit)
  return (
    <div className="flex flex-col gap-3">
      <div className="card flex flex-col gap-2 p-3 sm:p-4">
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          <Choice
            label={said.reference}
            value={reference.id}
            options={corpora.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setChosen}
          />
          {isAsked && (
            <Choice
              label={said.ask(reference.lossUnit === 'nats/token')}
              value={measuredAlike}
              options={MEASURED_ALIKE.map((value) => ({ value, text: said.answers[value] }))}
              onChange={compareLosses}
            />
          )}
        </div>
        {isAsked && measuredAlike === 'no' && <Notice tone="warning">{said.otherText}</Notice>}
        {refused.length > 0 && (
          <Notice tone="warning">
            {said.otherUnit(
              reference.name,
              reference.lossUnit,
              refused.map(({ name }) => name),
            )}
          </Notice>
        )}
        {comparable.length === 0 && isAsked && measuredAlike === 'unsaid' && (
          <p className="text-sm text-muted">{said.unsaid}</p>
        )}
      </div>
      {comparable.length > 0 && (
        <Worth corpora={corpora} reference={reference} others={comparable} />
      )}
    </div>
  )
}

/** Populations of one file were measured on one text. */
function isOneFile(a: Corpus, b: Corpus): boolean {
  const files = (corpus: Corpus) => corpus.sweep.files.map(({ id }) => id).join()
  const column = (corpus: Corpus) => corpus.sweep.mapping.loss?.columns[0]
  return files(a) === files(b) && column(a) === column(b)
}

interface WorthProps {
  readonly corpora: readonly Corpus[]
  readonly reference: Corpus
  readonly others: readonly Corpus[]
}

function Worth({ corpora, reference, others }: WorthProps) {
  const words = useWords()
  const said = words.compare.worth
  const level = useDashboard((state) => state.intervals.level)
  const computeFlops = useDashboard((state) => state.computeFlops)
  const { low, high } = commonRange([reference, ...others])
  const lines = useMemo(
    () =>
      others.map((other) => ({
        ...worthLine(reference, other, logGrid(low, high * BEYOND, GRID_POINTS), level),
        index: corpora.findIndex(({ id }) => id === other.id),
      })),
    [corpora, reference, others, low, high, level],
  )
  const rows = others.flatMap((other) =>
    [...new Set([...logBudgets(low, high), computeFlops])]
      .sort((a, b) => a - b)
      .map((budget) => ({
        ...{ name: other.name, budget },
        multiplier: computeMultiplier(reference, other, budget, level),
        difference: lossDifference(other, reference, budget, level),
      })),
  )
  return (
    <Figure
      title={said.title}
      caption={said.caption(reference.name, levelText(level))}
      legend={
        <Legend>
          {lines.map(({ id, name, index }) => (
            <LineKey key={id} style={corpusStyle(index)}>
              {name}
            </LineKey>
          ))}
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table(reference.name)}
          rows={rows}
          rowKey={({ name, budget }) => `${name} ${budget}`}
          columns={[
            { key: 'name', heading: said.corpus, numeric: false, cell: ({ name }) => name },
            {
              key: 'c',
              heading: 'C (FLOPs)',
              numeric: true,
              cell: ({ budget }) => <Scientific value={budget} />,
            },
            {
              key: 'multiplier',
              heading: said.multiplier,
              numeric: true,
              cell: ({ multiplier }) => comparedText(multiplier),
            },
            {
              key: 'loss',
              heading: said.difference(reference.lossUnit),
              numeric: true,
              cell: ({ difference }) => comparedText(difference),
            },
          ]}
        />
      }
    >
      <WorthChart
        lines={lines}
        range={{ low, high }}
        xTitle={said.xAxis(reference.name)}
        yTitle={said.yAxis}
        description={said.description(others.length, reference.name)}
      />
      {others.map((other) => {
        const at = Math.min(high, Math.max(low, computeFlops))
        const compared = computeMultiplier(reference, other, at, level)
        return typeof compared === 'string' ? null : (
          <p key={other.id} className="text-sm tabular-nums">
            {said.sentence(
              other.name,
              reference.name,
              nominalText(at),
              Number.isFinite(compared.value) ? significant(compared.value, 2) : null,
              compared.low === null || compared.high === null
                ? null
                : formatRange(compared.low, compared.high, 2),
            )}
          </p>
        )
      })}
    </Figure>
  )
}

function worthLine(
  reference: Corpus,
  other: Corpus,
  grid: readonly number[],
  level: number,
): WorthLine {
  const compared = grid.flatMap((c) => {
    const one = computeMultiplier(reference, other, c, level)
    return typeof one === 'string' || !Number.isFinite(one.value) ? [] : [{ c, one }]
  })
  const band = compared.flatMap(({ c, one: { low, high } }) =>
    low === null || high === null ? [] : [{ c, low, high }],
  )
  return {
    ...{ id: other.id, name: other.name },
    points: compared.map(({ c, one }) => [c, one.value]),
    low: band.map(({ c, low }) => [c, low]),
    high: band.map(({ c, high }) => [c, high]),
  }
}

/** Budgets at which all were trained; all of their budgets where they have none in common. */
function commonRange(corpora: readonly Corpus[]): { readonly low: number; readonly high: number } {
  const ranges = corpora.flatMap(({ range }) => range ?? [])
  const low = Math.max(...ranges.map((range) => range.low))
  const high = Math.min(...ranges.map((range) => range.high))
  return low < high
    ? { low, high }
    : {
        low: Math.min(...ranges.map((range) => range.low)),
        high: Math.max(...ranges.map((range) => range.high)),
      }
}

function comparedText(compared: Compared | Incomparable): string {
  if (typeof compared === 'string' || !Number.isFinite(compared.value)) return '—'
  const { value, low, high } = compared
  const range = low === null || high === null ? '' : ` ${formatRange(low, high, 3)}`
  return `${significant(value, 3)}${range}`
}
