import { useWords } from '../../components/WordsContext.tsx'
import { useMemo } from 'react'
import {
  AllocationMarks,
  type AllocationMark,
} from '../../charts/allocationPlane/AllocationMarks.tsx'
import { AllocationPlaneChart } from '../../charts/allocationPlane/AllocationPlaneChart.tsx'
import { allocationPlaneSeries, planePath } from '../../charts/allocationPlane/series.ts'
import { ISO_COMPUTE_STYLE, styleOf } from '../../charts/palette.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { compactCount, significant } from '../../format/formatNumber.ts'
import { allocationAt } from '../../tables/lawsAtBudget.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { MovingLaws } from './MovingLaws.tsx'
import { QUALITY_LAW_ID, useComparedLaws, useFixedLaws } from '../state/useComparedLaws.ts'
import { useFittedLaws, useRecommendation } from '../state/usePlan.ts'

/** The recommendation at the budget as a picture: where each law splits it, on one line of equal compute. */
export function AllocationPlanePanel() {
  const { plan, quantities } = useWords()
  const said = plan.plane
  const levelText = useLevelText()
  const laws = useFixedLaws()
  const series = useMemo(() => allocationPlaneSeries(laws), [laws])
  return (
    <Figure
      title={said.title}
      caption={said.caption(laws.some(({ isFitted }) => isFitted) ? levelText : null)}
      legend={
        <Legend>
          {series.paths.map(({ id, isFitted, label }) => (
            <LineKey key={id} style={styleOf({ id, isFitted })}>
              {label}
            </LineKey>
          ))}
          <LineKey style={ISO_COMPUTE_STYLE}>{said.equalCompute}</LineKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={laws}
          rowKey={(law) => law.id}
          columns={[
            { key: 'law', heading: plan.law, numeric: false, cell: (law) => law.label },
            {
              key: 'a',
              heading: 'a',
              numeric: true,
              cell: (law) => significant(law.scale.exponent, 4),
            },
            {
              key: 'k',
              heading: said.scaleCoefficient,
              numeric: true,
              cell: (law) => <Scientific value={law.scale.coefficient} digits={4} />,
            },
            {
              key: 'b',
              heading: 'b',
              numeric: true,
              cell: (law) => significant(law.tokens.exponent, 4),
            },
            {
              key: 'kd',
              heading: said.tokensCoefficient,
              numeric: true,
              cell: (law) => <Scientific value={law.tokens.coefficient} digits={4} />,
            },
          ]}
        />
      }
    >
      <AllocationPlaneChart
        series={series}
        movingId={QUALITY_LAW_ID}
        xTitle={quantities.parametersAxis}
        yTitle={quantities.ratioAxis}
        height={300}
        description={said.description(laws.length)}
      >
        <StoreAllocationMarks />
      </AllocationPlaneChart>
    </Figure>
  )
}

/** The budget's marks, following the store by themselves so that the chart stays still. */
function StoreAllocationMarks() {
  const said = useWords().plan.plane
  const laws = useComparedLaws()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const interval = useFittedInterval()
  return (
    <>
      <MovingLaws pathOf={planePath} />
      <AllocationMarks
        marks={laws.map((law) => {
          const { parameters, tokens, tokensPerParameter } = allocationAt(law, computeFlops)
          return {
            id: law.id,
            isFitted: law.isFitted,
            ...{ parameters, tokensPerParameter },
            interval: law.isFitted ? interval : null,
            lines: [
              law.label,
              said.parameters(compactCount(parameters), law.counting),
              said.tokens(compactCount(tokens)),
              `D/N = ${significant(tokensPerParameter, 3)}`,
            ],
          }
        })}
        isoCompute={[1, 1e16].map((n) => [n, computeFlops / 6 / n ** 2] as const)}
      />
    </>
  )
}

/** Intervals of the fitted law at the budget, in the units of the plane; null where there are none. */
function useFittedInterval(): AllocationMark['interval'] {
  const plan = useRecommendation(useFittedLaws())
  if (plan?.scale.interval == null || plan.tokensPerParameter.interval === null) return null
  const factor = plan.scaleMetric === 'N' ? 1 : 1 / 6
  const { low, high } = plan.scale.interval
  return {
    parameters: { low: low * factor, high: high * factor },
    tokensPerParameter: plan.tokensPerParameter.interval,
  }
}
