import { useMemo } from 'react'
import { AllocationMarks } from '../charts/allocationPlane/AllocationMarks.tsx'
import { AllocationPlaneChart } from '../charts/allocationPlane/AllocationPlaneChart.tsx'
import { allocationPlaneSeries } from '../charts/allocationPlane/series.ts'
import { lawStyle, OWN_STYLE } from '../charts/palette.ts'
import { DataTable } from '../components/DataTable.tsx'
import { Figure } from '../components/Figure.tsx'
import { Scientific } from './Scientific.tsx'
import { significant } from '../format/formatNumber.ts'
import { evaluatePowerLaw } from '../scaling/powerLaw.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import { Legend, LineKey } from './LegendKey.tsx'
import { useComparedLaws } from './useComparedLaws.ts'
import { useOwnLaws, useRecommendation, type PlanLaws } from './usePlan.ts'

/** The recommendation at the budget as a picture: where each law splits it, on one line of equal compute. */
export function AllocationPlanePanel() {
  const laws = useComparedLaws()
  // The paths of laws do not move with the budget; with data quality one does.
  const series = useMemo(() => allocationPlaneSeries(laws), [laws])
  return (
    <Figure
      title="Recommendation at the budget"
      caption="The path of each law as compute grows, 10¹⁶ to 10²⁶ FLOPs, and where it puts the budget. The line across is 6ND = C (M·D = C). The shaded box is the 95% interval of this sweep’s fit. All scales as parameters: M/6 where the law is in M."
      legend={
        <Legend>
          {series.paths.map(({ id, label }) => (
            <LineKey key={id} style={id === 'own' ? OWN_STYLE : lawStyle(id)}>
              {label}
            </LineKey>
          ))}
          <LineKey style={{ colour: 'var(--color-accent)', dash: 'none', width: 1.5 }}>
            equal compute
          </LineKey>
        </Legend>
      }
      table={
        <DataTable
          caption="Laws of the allocation plane"
          rows={laws}
          rowKey={(law) => law.id}
          columns={[
            { key: 'law', heading: 'Law', numeric: false, cell: (law) => law.label },
            {
              key: 'a',
              heading: 'a',
              numeric: true,
              cell: (law) => significant(law.scale.exponent, 4),
            },
            {
              key: 'k',
              heading: 'k (parameters)',
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
              heading: 'k′ (tokens)',
              numeric: true,
              cell: (law) => <Scientific value={law.tokens.coefficient} digits={4} />,
            },
          ]}
        />
      }
    >
      <AllocationPlaneChart
        series={series}
        xTitle="Parameters N"
        yTitle="Training tokens D"
        height={300}
        description={`Tokens against parameters for ${laws.length} laws, with the point of each at the chosen budget. The table Allocations compared has the numbers.`}
      >
        <StoreAllocationMarks />
      </AllocationPlaneChart>
    </Figure>
  )
}

/** The budget's marks, following the store by themselves so that the chart stays still. */
function StoreAllocationMarks() {
  const laws = useComparedLaws()
  const own = useOwnLaws()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const plain = laws.map(({ id, label, scale, tokens }) => ({
    id,
    label,
    scale: evaluatePowerLaw(scale, computeFlops),
    tokens: evaluatePowerLaw(tokens, computeFlops),
    interval: null,
  }))
  const isoCompute = [1, 1e16].map((n) => [n, computeFlops / 6 / n] as const)
  return (
    <>
      {own === null ? (
        <AllocationMarks marks={plain} isoCompute={isoCompute} />
      ) : (
        <MarksWithInterval laws={own} plain={plain} isoCompute={isoCompute} />
      )}
    </>
  )
}

interface MarksWithIntervalProps {
  readonly laws: PlanLaws
  readonly plain: Parameters<typeof AllocationMarks>[0]['marks']
  readonly isoCompute: Parameters<typeof AllocationMarks>[0]['isoCompute']
}

function MarksWithInterval({ laws, plain, isoCompute }: MarksWithIntervalProps) {
  const { scale, tokens, scaleMetric } = useRecommendation(laws)
  const factor = scaleMetric === 'N' ? 1 : 1 / 6
  const interval =
    scale.interval === null || tokens.interval === null
      ? null
      : {
          scale: { low: scale.interval.low * factor, high: scale.interval.high * factor },
          tokens: tokens.interval,
        }
  const marks = plain.map((mark) => (mark.id === 'own' ? { ...mark, interval } : mark))
  return <AllocationMarks marks={marks} isoCompute={isoCompute} />
}
