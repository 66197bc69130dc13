import { greatest } from 'd3-array'
import { useMemo } from 'react'
import { IsoFlopSliceChart } from '../../charts/isoFlopSlice/IsoFlopSliceChart.tsx'
import { sliceSeries } from '../../charts/isoFlopSlice/series.ts'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { compactCount, formatPercent, significant } from '../../format/formatNumber.ts'
import { SOUND_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { choiceCost } from '../../planning/cost/choiceCost.ts'
import { JUDGES } from '../../settings/plannerSettings.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { allocationAt } from '../../tables/lawsAtBudget.ts'
import { useComparedLaws } from '../state/useComparedLaws.ts'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import { PlannerNote } from './PlannerCard.tsx'
import { useJudge, useOwnJudge } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** What each law's size costs at the budget, on one loss surface. */
export function ChoiceCostPanel() {
  const words = useWords()
  const planner = usePlannerWords()
  const said = planner.cost
  const chosen = useDashboard((state) => state.judgeId)
  const computeFlops = useDashboard((state) => state.computeFlops)
  const { choosePlan } = useDashboardStore().getState()
  const judge = useJudge()
  const hasOwn = useOwnJudge() !== null
  const isWaiting = useStudyChecks().checks === null
  const laws = useComparedLaws(SOUND_ALLOCATIONS)
  const rows = useMemo(
    () =>
      laws.map((law) => {
        const { parameters } = allocationAt(law, computeFlops)
        return { ...law, ...choiceCost(judge.surface, parameters, computeFlops) }
      }),
    [laws, judge, computeFlops],
  )
  const series = useMemo(
    () => sliceSeries(judge.surface, computeFlops, rows),
    [judge, computeFlops, rows],
  )
  const worst = greatest(rows, ({ waste }) => waste) ?? null
  const surface = said.judges[judge.id]
  return (
    <Figure
      title={said.title}
      caption={said.caption(judge.unit, surface)}
      controls={
        <Choice
          label={said.judge}
          value={judge.id}
          options={JUDGES.filter((id) => id !== 'own' || hasOwn).map((id) => ({
            value: id,
            text: said.judges[id],
          }))}
          onChange={(judgeId) => {
            choosePlan({ judgeId })
          }}
        />
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'law', heading: said.law, numeric: false, cell: (row) => row.label },
            {
              key: 'n',
              heading: said.size,
              numeric: true,
              cell: (row) => compactCount(row.parameters),
            },
            {
              key: 'd',
              heading: said.tokens,
              numeric: true,
              cell: (row) => compactCount(row.tokens),
            },
            {
              key: 'loss',
              heading: said.loss(judge.unit),
              numeric: true,
              cell: (row) => <data value={row.loss}>{significant(row.loss, 4)}</data>,
            },
            {
              key: 'excess',
              heading: said.excess,
              numeric: true,
              cell: (row) => `+${significant(row.excess, 2)}`,
            },
            {
              key: 'waste',
              heading: said.waste,
              numeric: true,
              cell: (row) => <data value={row.waste}>{formatPercent(row.waste, 2)}</data>,
            },
          ]}
        />
      }
    >
      <IsoFlopSliceChart
        series={series}
        xTitle={words.quantities.parametersAxis}
        yTitle={words.quantities.lossAxis(judge.unit)}
        description={said.description(rows.length)}
      />
      {worst !== null && (
        <p className="text-sm">
          {said.sentence(
            worst.label,
            significant(worst.excess, 2),
            judge.unit,
            formatPercent(worst.waste, 2),
          )}
        </p>
      )}
      {chosen === 'own' && !hasOwn && !isWaiting && <PlannerNote>{said.waiting}</PlannerNote>}
    </Figure>
  )
}
