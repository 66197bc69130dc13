import { useMemo, useState } from 'react'
import { ScheduleChart } from '../../charts/schedule/ScheduleChart.tsx'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { scheduleCsv } from '../../export/planCsv.ts'
import { saveText } from '../../export/saveText.ts'
import { compactCount, wholeNumber } from '../../format/formatNumber.ts'
import { schedulePoints, SCHEDULES, stepsOf } from '../../planning/schedule.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { PlannerCard, PlannerNote } from './PlannerCard.tsx'
import { useTrainingPlan } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

const DRAWN = 101
const LISTED = 21
const SAVED = 1001

/** The learning rate over training: drawn, listed, and as a file. */
export function SchedulePanel() {
  const planner = usePlannerWords()
  const { quantities } = useWords()
  const said = planner.schedule
  const schedule = useDashboard((state) => state.schedule)
  const { choosePlan } = useDashboardStore().getState()
  const [over, setOver] = useState<'tokens' | 'steps'>('tokens')
  const { shaped } = useTrainingPlan().plan
  const { tokens, batchTokens, learningRate } = shaped ?? {}
  const training = useMemo(
    () =>
      tokens === undefined || batchTokens == null || learningRate == null
        ? null
        : { tokens, batchTokens, learningRate },
    [tokens, batchTokens, learningRate],
  )
  if (training === null) {
    return (
      <PlannerCard title={said.title}>
        <PlannerNote>{said.none}</PlannerNote>
      </PlannerCard>
    )
  }
  return (
    <Figure
      title={said.title}
      caption={`${said.caption(stepsOf(training), compactCount(training.batchTokens))} ${said.how[schedule]}`}
      controls={
        <>
          <Choice
            label={said.choice}
            value={schedule}
            options={SCHEDULES.map((value) => ({ value, text: said.names[value] }))}
            onChange={(value) => {
              choosePlan({ schedule: value })
            }}
          />
          <Choice
            label={said.over}
            value={over}
            options={[
              { value: 'tokens', text: said.tokens },
              { value: 'steps', text: said.steps },
            ]}
            onChange={setOver}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              saveText(
                `${schedule}.csv`,
                scheduleCsv(schedulePoints(schedule, training, SAVED)),
                'text/csv',
              )
            }}
          >
            {said.download}
          </button>
        </>
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={schedulePoints(schedule, training, LISTED)}
          rowKey={(row) => String(row.tokens)}
          columns={[
            {
              key: 'step',
              heading: said.step,
              numeric: true,
              cell: (row) => wholeNumber(row.step),
            },
            {
              key: 'tokens',
              heading: said.tokens,
              numeric: true,
              cell: (row) => compactCount(row.tokens),
            },
            {
              key: 'rate',
              heading: said.rate,
              numeric: true,
              cell: (row) => <Scientific value={row.learningRate} />,
            },
          ]}
        />
      }
    >
      <ScheduleChart
        points={schedulePoints(schedule, training, DRAWN).map((point) => [
          over === 'tokens' ? point.tokens : point.step,
          point.learningRate,
        ])}
        xTitle={over === 'tokens' ? quantities.tokensAxis : said.stepsAxis}
        yTitle={quantities.learningRate}
        description={said.description}
      />
    </Figure>
  )
}
