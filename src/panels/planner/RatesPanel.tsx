import { DataTable } from '../../components/DataTable.tsx'
import { Choice } from '../../components/Choice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { compactCount, significant, wholeNumber } from '../../format/formatNumber.ts'
import { spreadOf } from '../../planning/batchAndRate.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { PlannerCard, PlannerNote } from './PlannerCard.tsx'
import { useTrainingPlan } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** Batch size and learning rate by every published rule, and where they disagree. */
export function RatesPanel() {
  const said = usePlannerWords().rates
  const { plan } = useTrainingPlan()
  const ruleId = useDashboard((state) => state.ruleId)
  const sequenceLength = useDashboard((state) => state.sequenceLength)
  const { choosePlan } = useDashboardStore().getState()
  const rules = plan.shaped?.rules ?? []
  const batch = spreadOf(rules.map(({ batchTokens }) => batchTokens))
  const rate = spreadOf(rules.map(({ learningRate }) => learningRate))
  const factor = (spread: number | null): string | null =>
    spread === null ? null : significant(spread, 2)
  return (
    <PlannerCard title={said.title}>
      <Choice
        label={said.rule}
        value={ruleId}
        options={rules.map(({ id }) => ({ value: id, text: said.names[id] }))}
        onChange={(value) => {
          choosePlan({ ruleId: value })
        }}
      />
      {plan.shaped !== null && plan.shaped.batchTokens === null && (
        <Notice tone="warning">{said.silent}</Notice>
      )}
      <ScrollRegion label={said.table}>
        <DataTable
          caption={said.table}
          rows={rules}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'rule',
              heading: said.column,
              numeric: false,
              cell: ({ id, rule }) => (
                <span title={rule.citation} className={id === ruleId ? 'font-semibold' : ''}>
                  {said.names[id]}
                </span>
              ),
            },
            {
              key: 'batch',
              heading: said.batch,
              numeric: true,
              cell: ({ batchTokens }) =>
                batchTokens === null ? (
                  '—'
                ) : (
                  <data value={batchTokens}>{compactCount(batchTokens)}</data>
                ),
            },
            {
              key: 'sequences',
              heading: said.sequences,
              numeric: true,
              cell: ({ batchTokens }) =>
                batchTokens === null
                  ? '—'
                  : wholeNumber(Math.max(1, Math.round(batchTokens / sequenceLength))),
            },
            {
              key: 'rate',
              heading: said.rate,
              numeric: true,
              cell: ({ learningRate }) =>
                learningRate === null ? (
                  '—'
                ) : (
                  <data value={learningRate}>
                    <Scientific value={learningRate} />
                  </data>
                ),
            },
            {
              key: 'outside',
              heading: said.outside,
              numeric: true,
              cell: ({ outside, rule }) => (
                <span title={said.ranges(rule.ranges)}>
                  {outside === null
                    ? said.notSaid
                    : outside <= 1
                      ? said.inside
                      : said.outsideBy(significant(outside, 2))}
                </span>
              ),
            },
          ]}
        />
      </ScrollRegion>
      <p className="text-sm">{said.disagree(factor(batch), factor(rate))}</p>
      <PlannerNote>
        {said.note}{' '}
        {rules.map(({ id, rule: { citation } }) => `${said.names[id]}: ${citation}`).join('; ')}.
      </PlannerNote>
    </PlannerCard>
  )
}
