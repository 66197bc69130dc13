import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { ladderCsv, nanochatCommands } from '../../export/planCsv.ts'
import { saveText } from '../../export/saveText.ts'
import {
  compactCount,
  formatPercent,
  nominalText,
  scientificText,
  significant,
} from '../../format/formatNumber.ts'
import { DEEPSEEK_RULE, HYPERPARAMETER_RULES } from '../../laws/hyperparameterRules.ts'
import { clusterDays } from '../../planning/cost/clusterBudget.ts'
import { ladderOf } from '../../planning/ladder/ladder.ts'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { expectedLoss, type LadderInput } from '../../planning/ladder/simulateLadder.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import { ladderQuery } from '../../queries/ladderQuery.ts'
import { selectChoices, selectOwnRule } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { usePlanLaws } from '../state/usePlan.ts'
import { useSettled } from '../state/useSettled.ts'
import { Scientific } from '../text/Scientific.tsx'
import { CopyButton } from './CopyButton.tsx'
import { PlannerCard, PlannerFields, PlannerNote } from './PlannerCard.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { useCluster, useJudge } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

const DRAWS = 200
/** Run noise where no sweep says what it is. */
const USUAL_NOISE = 0.003

/** The sweep that is worth making next, what it costs, and what it would tell. */
export function LadderPanel() {
  const planner = usePlannerWords()
  const said = planner.ladder
  const totalFlops = useDashboard((state) => state.ladderFlops)
  const budgets = useDashboard((state) => state.ladderBudgets)
  const sizes = useDashboard((state) => state.ladderSizes)
  const sequenceLength = useDashboard((state) => state.sequenceLength)
  const vocabulary = useDashboard((state) => state.vocabulary)
  const ruleId = useDashboard((state) => state.ruleId)
  const laws = usePlanLaws()
  const own = useOfSweep(selectOwnRule)
  const { cluster } = useCluster()
  const ladder = useMemo(() => {
    const rule = ruleId === 'own' ? own : HYPERPARAMETER_RULES.find(({ id }) => id === ruleId)
    const scale = scaleLawIn(laws, 'M')
    return ladderOf(
      { totalFlops, budgets, sizes, sequenceLength, vocabulary },
      scale,
      rule ?? DEEPSEEK_RULE,
    )
  }, [totalFlops, budgets, sizes, sequenceLength, vocabulary, ruleId, own, laws])
  const days = clusterDays(cluster, ladder.cost)
  return (
    <PlannerCard title={said.title}>
      <PlannerFields>
        <PlannerNumber of="ladderFlops" label={said.total} unit="FLOPs" />
        <PlannerNumber of="ladderBudgets" label={said.budgets} />
        <PlannerNumber of="ladderSizes" label={said.sizes} />
      </PlannerFields>
      <p className="text-sm tabular-nums">
        {said.summary(
          ladder.runs.length,
          scientificText(ladder.cost, 3),
          days === null ? null : significant(days, 3),
          cluster.accelerator.name,
        )}
      </p>
      <Outlook runs={ladder.runs} />
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          onClick={() => {
            saveText('next-sweep.csv', ladderCsv(ladder.runs), 'text/csv')
          }}
        >
          {said.csv}
        </button>
        <CopyButton text={() => nanochatCommands(ladder.runs)}>{said.commands}</CopyButton>
      </div>
      <Disclosure title={said.table} summary={String(ladder.runs.length)}>
        <ScrollRegion label={said.tableLabel} className="max-h-96">
          <DataTable
            caption={said.table}
            captionHidden
            rows={ladder.runs}
            rowKey={({ budget, shape }) => `${budget} ${shape.layers} ${shape.width}`}
            columns={[
              {
                key: 'budget',
                heading: 'C (FLOPs)',
                numeric: true,
                cell: ({ budget }) => <Scientific value={budget} />,
              },
              {
                key: 'shape',
                heading: planner.counting.shape,
                numeric: false,
                cell: ({ shape }) => `${shape.layers} × ${shape.width}`,
              },
              {
                key: 'm',
                heading: 'M',
                numeric: true,
                cell: ({ modelScale }) => <Scientific value={modelScale} />,
              },
              {
                key: 'n',
                heading: 'N',
                numeric: true,
                cell: ({ parameters }) => compactCount(parameters),
              },
              {
                key: 'd',
                heading: 'D',
                numeric: true,
                cell: ({ tokens }) => compactCount(tokens),
              },
              {
                key: 'b',
                heading: 'B',
                numeric: true,
                cell: ({ batchTokens }) => compactCount(batchTokens),
              },
              {
                key: 'eta',
                heading: 'η',
                numeric: true,
                cell: ({ learningRate }) => <Scientific value={learningRate} />,
              },
            ]}
          />
        </ScrollRegion>
      </Disclosure>
      <PlannerNote>{said.note}</PlannerNote>
    </PlannerCard>
  )
}

/** What the sweep would tell, by drawing it two hundred times in a worker. */
function Outlook({ runs }: { readonly runs: LadderInput['runs'] }) {
  const planner = usePlannerWords()
  const said = planner.ladder
  const judge = useJudge()
  const level = useDashboard((state) => state.intervals.level)
  const seed = useDashboard((state) => state.intervals.seed)
  const targetFlops = useDashboard((state) => state.computeFlops)
  const { estimator } = useOfSweep(selectChoices)
  const levelText = useLevelText()
  const [fraction, setFraction] = useState(0)
  const input = useMemo(
    (): LadderInput => ({
      runs: runs.map(({ budget, modelScale, tokens }) => ({ budget, modelScale, tokens })),
      ...{ surface: judge.surface, flopsPerScale: 6, noise: judge.noise ?? USUAL_NOISE },
      ...{ estimator, draws: DRAWS, seed },
    }),
    [runs, judge, estimator, seed],
  )
  const settled = useSettled(input)
  const { data, error } = useQuery(ladderQuery(settled, setFraction))
  if (error !== null) return <PlannerNote>{said.none}</PlannerNote>
  if (data === undefined) {
    return (
      <p role="status" className="text-sm text-muted">
        {said.waiting(fraction)}
      </p>
    )
  }
  const { failed, draws } = data
  const exponent = percentiles(data.exponents, level)
  // Evaluates laws that were drawn already: the budget's slider starts no simulation.
  const loss = expectedLoss(data, targetFlops, level)
  return (
    <div
      role="status"
      className={`flex flex-col gap-1 text-sm tabular-nums ${settled === input ? '' : 'opacity-60'}`}
    >
      {exponent === null ? (
        <p>{said.none}</p>
      ) : (
        <p>
          {said.exponent(
            exponent.low.toFixed(3),
            exponent.high.toFixed(3),
            ((exponent.high - exponent.low) / 2).toFixed(3),
            levelText,
            planner.cost.judges[judge.id],
          )}
        </p>
      )}
      {loss !== null && (
        <p>
          {said.loss(
            significant(loss.low, 4),
            significant(loss.high, 4),
            judge.unit,
            nominalText(targetFlops),
          )}
        </p>
      )}
      <PlannerNote>
        {said.noise(formatPercent(input.noise, 2), judge.noise !== null)}
        {failed > 0 && ` ${said.failed(failed, draws)}`}
      </PlannerNote>
    </div>
  )
}
