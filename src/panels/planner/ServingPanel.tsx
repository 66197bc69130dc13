import { useMemo } from 'react'
import {
  BOTH_STYLE,
  OverTrainingChart,
  TRAINING_STYLE,
} from '../../charts/overTraining/OverTrainingChart.tsx'
import { overTrainingSeries } from '../../charts/overTraining/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { compactCount, formatPercent, significant } from '../../format/formatNumber.ts'
import {
  choiceCost,
  inferenceAware,
  lossAtOptimum,
  tokensForLoss,
} from '../../planning/cost/choiceCost.ts'
import { optimalAllocation } from '../../scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { useJudge } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** Sizes of the table, as shares of the optimum. */
const SHARES = [2, 1, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12]

/** Over-training: the same loss from smaller models and more tokens, and what serving them saves. */
export function ServingPanel() {
  const planner = usePlannerWords()
  const said = planner.serving
  const computeFlops = useDashboard((state) => state.computeFlops)
  const served = useDashboard((state) => state.servedTokens)
  const judge = useJudge()
  const optimum = evaluatePowerLaw(optimalAllocation(judge.surface).scale, computeFlops)
  const loss = lossAtOptimum(judge.surface, computeFlops)
  const series = useMemo(
    () => overTrainingSeries(judge.surface, optimum, computeFlops, served),
    [judge, optimum, computeFlops, served],
  )
  const best = useMemo(
    () => inferenceAware(judge.surface, { parameters: optimum, loss }, served),
    [judge, optimum, loss, served],
  )
  const total = (best.trainingFlops + best.inferenceFlops) / computeFlops
  const usual = 1 + (2 * optimum * served) / computeFlops
  const rows = SHARES.flatMap((share) => {
    const parameters = optimum * share
    const tokens = tokensForLoss(judge.surface, parameters, loss)
    return Number.isFinite(tokens) ? [{ parameters, tokens }] : []
  })
  return (
    <Figure
      title={said.title}
      caption={said.caption(planner.cost.judges[judge.id])}
      controls={<PlannerNumber of="servedTokens" label={said.served} />}
      legend={
        <Legend>
          <LineKey style={TRAINING_STYLE}>{said.training}</LineKey>
          <LineKey style={BOTH_STYLE}>{said.both}</LineKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={rows}
          rowKey={({ parameters }) => String(parameters)}
          columns={[
            {
              key: 'ratio',
              heading: 'D/N',
              numeric: true,
              cell: ({ tokens, parameters }) => significant(tokens / parameters, 3),
            },
            {
              key: 'n',
              heading: said.size,
              numeric: true,
              cell: ({ parameters }) => compactCount(parameters),
            },
            {
              key: 'd',
              heading: said.tokens,
              numeric: true,
              cell: ({ tokens }) => compactCount(tokens),
            },
            {
              key: 'training',
              heading: said.trainingTimes,
              numeric: true,
              cell: ({ tokens, parameters }) =>
                significant((6 * parameters * tokens) / computeFlops, 3),
            },
            {
              key: 'loss',
              heading: said.lossAtC(judge.unit),
              numeric: true,
              cell: ({ parameters }) =>
                significant(choiceCost(judge.surface, parameters, computeFlops).loss, 4),
            },
            {
              key: 'inference',
              heading: said.inference,
              numeric: true,
              cell: ({ parameters }) => <Scientific value={2 * parameters} />,
            },
            {
              key: 'total',
              heading: said.total,
              numeric: true,
              cell: ({ tokens, parameters }) =>
                significant((6 * parameters * tokens + 2 * parameters * served) / computeFlops, 3),
            },
          ]}
        />
      }
    >
      <OverTrainingChart
        series={series}
        xTitle={said.ratio}
        yTitle={said.compute}
        description={said.description}
      />
      <p className="text-sm tabular-nums">
        {said.optimum(
          compactCount(best.parameters),
          compactCount(best.tokens),
          significant(best.tokens / best.parameters, 3),
          significant(total, 3),
          formatPercent(1 - total / usual, 2),
        )}
      </p>
    </Figure>
  )
}
