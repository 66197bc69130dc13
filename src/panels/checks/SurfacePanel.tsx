import { useCallback, useMemo, type ReactNode } from 'react'
import { ImpliedCurvesChart } from '../../charts/lossSurface/ImpliedCurvesChart.tsx'
import { LossSurfaceChart } from '../../charts/lossSurface/LossSurfaceChart.tsx'
import { impliedCurves, surfaceSeries, type SurfaceRun } from '../../charts/lossSurface/series.ts'
import { FITTED_STYLE, ISO_COMPUTE_STYLE } from '../../charts/palette.ts'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatPercent, levelText, significant } from '../../format/formatNumber.ts'
import { percentileInterval } from '../../numerics/percentileInterval.ts'
import { flopsPerScaleToken } from '../../scaling/forms/parametricLoss.ts'
import { SURFACE_METHODS, type SurfaceFit } from '../../scaling/estimators/surface/fitSurface.ts'
import { selectChecksInput, selectChoices, selectSweep } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { FittedSurface } from '../../study/methodLaws.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useLevelText } from '../state/useLevelText.ts'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { IntervalText } from '../text/IntervalText.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { ChecksState } from './ChecksState.tsx'

type Fitted = Extract<SurfaceFit, { readonly status: 'fitted' }>

/** The loss surface: runs over scale and tokens, contours, the optimal split, and its coefficients. */
export function SurfacePanel() {
  const { checks: said } = useWords()
  const { checks } = useStudyChecks()
  const surface = checks?.surface ?? null
  if (surface?.fit.status === 'fitted') return <Surface surface={surface} fit={surface.fit} />
  return (
    <section className="card flex flex-col gap-2 p-3 sm:p-4">
      <h2 className="text-[15px] font-semibold">{said.surface.title}</h2>
      {checks === null ? (
        <ChecksState />
      ) : (
        <p className="text-xs text-muted">{said.surface.none}</p>
      )}
    </section>
  )
}

function Surface({ surface, fit }: { readonly surface: FittedSurface; readonly fit: Fitted }) {
  const { checks: words, quantities } = useWords()
  const said = words.surface
  const level = useDashboard((state) => state.intervals.level)
  const runs = useOfSweep(selectChecksInput)?.taking
  const { surfaceMethod } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
  const { metric } = surface
  const k = flopsPerScaleToken(metric)
  const series = useMemo(
    () =>
      surfaceSeries(
        (runs ?? []).map((run) => ({
          ...{ id: run.id, name: run.name, x: run.scale[metric] ?? Number.NaN, y: run.tokens },
          loss: run.loss,
        })),
        fit.surface,
        k,
      ),
    [runs, metric, fit, k],
  )
  const tooltip = useCallback(
    (run: SurfaceRun) => (
      <>
        <strong className="font-semibold">{run.name}</strong>
        <div>L = {significant(run.loss, 4)}</div>
        <div>
          {said.residual(`${run.residual >= 0 ? '+' : ''}${formatPercent(run.residual, 2)}`)}
        </div>
      </>
    ),
    [said],
  )
  const lossText = useCallback((loss: number) => significant(loss, 3), [])
  return (
    <Figure
      title={said.title}
      caption={said.caption(
        words.names[fit.method],
        fit.runs,
        fit.weights.filter((weight) => weight === 0).length,
        levelText(level),
      )}
      controls={
        <Choice
          label={said.method}
          value={surfaceMethod}
          options={SURFACE_METHODS.map((id) => ({ value: id, text: words.names[id] }))}
          onChange={(value) => {
            chooseFit({ surfaceMethod: value })
          }}
        />
      }
      legend={
        <Legend>
          <LineKey style={ISO_COMPUTE_STYLE}>{said.contour}</LineKey>
          <LineKey style={{ ...FITTED_STYLE, dash: '6 5' }}>{said.path}</LineKey>
          <RunKey className="run-above">{said.above}</RunKey>
          <RunKey className="run-below">{said.below}</RunKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={<SurfaceTable surface={surface} fit={fit} />}
    >
      {fit.degeneracy !== null && <Notice tone="warning">{said.degeneracy(fit.degeneracy)}</Notice>}
      <LossSurfaceChart
        series={series}
        xTitle={quantities.scaleAxis(metric)}
        yTitle={quantities.tokensAxis}
        description={said.description(series.runs.length)}
        lossText={lossText}
        tooltip={tooltip}
      />
    </Figure>
  )
}

/** What the colour of a run says. */
function RunKey({
  className,
  children,
}: {
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg width="10" height="10" aria-hidden>
        <circle cx="5" cy="5" r="4" className={className} />
      </svg>
      {children}
    </li>
  )
}

/** The coefficients of a surface with their intervals. */
function SurfaceTable({ surface, fit }: { readonly surface: FittedSurface; readonly fit: Fitted }) {
  const { checks: words, quantities } = useWords()
  const said = words.surface
  const level = useDashboard((state) => state.intervals.level)
  const heading = quantities.interval(useLevelText())
  const { stale } = useStudyChecks()
  const { replicates } = surface
  const { alpha, beta } = fit.surface
  const labels = { E: 'E', A: 'A', B: 'B', alpha: 'α', beta: 'β' } as const
  const coefficients = (['E', 'A', 'B', 'alpha', 'beta'] as const).map((key) => ({
    ...{ name: labels[key], value: fit.surface[key] },
    interval: replicates === null ? null : percentileInterval(replicates[key], level, 'pairs'),
  }))
  const exponents = replicates?.alpha.map((value, i) => {
    const other = replicates.beta[i] ?? Number.NaN
    return other / (value + other)
  })
  const rows = [
    ...coefficients,
    {
      ...{ name: said.allocation, value: beta / (alpha + beta) },
      interval: exponents === undefined ? null : percentileInterval(exponents, level, 'pairs'),
    },
    { name: said.objective, value: fit.objective, interval: null },
  ]
  return (
    <DataTable
      caption={said.table}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', heading: said.coefficient, numeric: false, cell: ({ name }) => name },
        {
          key: 'value',
          heading: quantities.value,
          numeric: true,
          cell: ({ value }) => (
            <data value={value}>
              <Scientific value={value} digits={5} plain />
            </data>
          ),
        },
        {
          key: 'interval',
          heading,
          numeric: true,
          cell: ({ interval }) => <IntervalText interval={interval} stale={stale} />,
        },
      ]}
    />
  )
}

/** The IsoFLOP curves that the surface of a sweep without budgets implies. */
export function ImpliedCurvesPanel() {
  const { checks: words, quantities } = useWords()
  const said = words.implied
  const sweep = useOfSweep(selectSweep)
  const { checks } = useStudyChecks()
  const surface = checks?.surface ?? null
  const fit = surface?.fit.status === 'fitted' ? surface.fit : null
  const curves = useMemo(
    () =>
      fit === null || surface === null || sweep === null
        ? []
        : impliedCurves(
            sweep.imported.runs.map(({ computeFlops }) => computeFlops),
            fit.surface,
            flopsPerScaleToken(surface.metric),
          ),
    [fit, surface, sweep],
  )
  if (fit === null || surface === null || sweep === null) return null
  const { symbol } = METRIC_LABELS[surface.metric]
  return (
    <Figure
      title={said.title}
      caption={said.caption}
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={curves}
          rowKey={({ computeFlops }) => String(computeFlops)}
          columns={[
            {
              key: 'c',
              heading: words.backtest.budget,
              numeric: true,
              cell: ({ computeFlops }) => <Scientific value={computeFlops} digits={2} />,
            },
            {
              key: 'x',
              heading: symbol,
              numeric: true,
              cell: ({ optimum }) => <Scientific value={optimum.x} digits={4} />,
            },
            {
              key: 'd',
              heading: 'D',
              numeric: true,
              cell: ({ optimum }) => <Scientific value={optimum.tokens} digits={4} />,
            },
            {
              key: 'l',
              heading: quantities.loss,
              numeric: true,
              cell: ({ optimum }) => significant(optimum.y, 4),
            },
          ]}
        />
      }
    >
      <ImpliedCurvesChart
        curves={curves}
        xTitle={quantities.scaleAxis(surface.metric)}
        yTitle={quantities.lossAxis(sweep.imported.lossUnit)}
        description={said.description(curves.length)}
      />
    </Figure>
  )
}
