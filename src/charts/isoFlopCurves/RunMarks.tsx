import { memo, useMemo, type ReactNode } from 'react'
import { MarkLayer } from '../plot/MarkLayer.tsx'
import { RunSymbol } from './RunSymbol.tsx'
import type { IsoFlopSeries, RunMark } from './series.ts'

interface RunMarksProps {
  readonly series: IsoFlopSeries
  readonly tooltip: (mark: RunMark) => ReactNode
  readonly onRunClick: (runId: string) => void
  readonly onBudgetPoint: (nominalFlops: number | null) => void
}

const runIdOf = (mark: RunMark): string => mark.run.id

/** The runs as marks, each in the colour of its budget. They stay as they are where only the ranges of the minima change. */
export const RunMarks = memo(function RunMarks({
  series,
  tooltip,
  onRunClick,
  onBudgetPoint,
}: RunMarksProps) {
  const { budgets } = series
  const marks = useMemo(() => budgets.flatMap(({ runs }) => runs), [budgets])
  const indexOf = useMemo(
    () => new Map(budgets.map(({ nominalFlops }, index) => [nominalFlops, index])),
    [budgets],
  )
  return (
    <MarkLayer
      marks={marks}
      keyOf={runIdOf}
      symbol={(mark) => (
        <RunSymbol mark={mark} index={indexOf.get(mark.budget) ?? 0} count={budgets.length} />
      )}
      tooltip={tooltip}
      onClick={(mark) => {
        onRunClick(mark.run.id)
      }}
      onPoint={(mark) => {
        onBudgetPoint(mark?.budget ?? null)
      }}
    />
  )
})
