import { useWords } from '../../components/WordsContext.tsx'
import { useMemo } from 'react'
import { PopulationKey, PopulationsChart } from '../../charts/populations/PopulationsChart.tsx'
import { populationsSeries } from '../../charts/populations/series.ts'
import { Notice } from '../../components/Notice.tsx'
import type { Run } from '../../scaling/runs/run.ts'
import { selectMetric } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { populationsBeside } from '../../store/sweepsOfFiles.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'

interface Population {
  readonly name: string
  readonly runs: readonly Run[]
  readonly isShown: boolean
}

/**
 * Where a column tells separate curves apart: what it is, a picture, and the other way one click away.
 * Each population is a sweep of its own, or all are pooled because a person said so.
 */
export function PopulationsNotice({ sweep }: { readonly sweep: LoadedSweep }) {
  const { runs: words, quantities } = useWords()
  const said = words.populations
  const store = useDashboardStore()
  const sweeps = useDashboard((state) => state.sweeps)
  const metric = useOfSweep(selectMetric)
  const { conditions, populations, pooled } = sweep
  const heading = conditions[0]?.heading ?? populations?.heading ?? null
  const parts = useMemo(
    () => (heading === null ? [] : populationsOf(sweep, sweeps, heading)),
    [sweep, sweeps, heading],
  )
  const series = useMemo(() => populationsSeries(parts, metric), [parts, metric])
  if (heading === null || parts.length < 2) return null
  const isSeparate = conditions.length > 0
  const share = isSeparate ? null : (populations?.share ?? null)
  return (
    <Notice tone={isSeparate ? 'note' : 'warning'}>
      {said.what(heading, parts.length)}
      {share !== null && said.share(share)}
      {isSeparate ? said.separate : pooled ? said.pooled : said.inOne}
      <ul className="mt-1 flex flex-col text-xs">
        {parts.map(({ name, runs, isShown }, index) => (
          <li key={name} className="flex items-center gap-1.5">
            <PopulationKey index={index} />
            <span className={`min-w-0 truncate ${isShown ? 'font-medium' : ''}`}>
              {name === '' ? said.empty : name}
            </span>
            <span className="ml-auto whitespace-nowrap text-muted tabular-nums">
              {words.counted(runs.length)}
            </span>
          </li>
        ))}
      </ul>
      {series !== null && (
        <figure className="mt-1.5">
          <PopulationsChart
            series={series}
            description={said.description(
              quantities.metrics[metric],
              series.nominalFlops,
              parts.length,
            )}
          />
          <figcaption className="text-[11px] text-muted">
            {said.caption(METRIC_LABELS[metric].symbol, series.nominalFlops)}
          </figcaption>
        </figure>
      )}
      <button
        type="button"
        className="button mt-1.5"
        onClick={() => {
          if (isSeparate) store.getState().poolPopulations(sweep.id)
          else store.getState().separatePopulations(sweep.id)
        }}
      >
        {isSeparate ? said.pool : said.part}
      </button>
    </Notice>
  )
}

function populationsOf(
  sweep: LoadedSweep,
  sweeps: readonly LoadedSweep[],
  heading: string,
): readonly Population[] {
  if (sweep.conditions.length > 0) {
    return populationsBeside(sweeps, sweep).map((part) => ({
      name: part.conditions.map(({ value }) => value).join(' · '),
      runs: part.imported.runs,
      isShown: part.id === sweep.id,
    }))
  }
  const column = sweep.table.header.indexOf(heading)
  const valueOf = new Map(
    sweep.table.rows.map((row) => [
      `${row.source ?? ''}:${row.line}`,
      (row.cells[column] ?? '').trim(),
    ]),
  )
  return (sweep.populations?.values ?? []).map(({ value }) => ({
    name: value,
    runs: sweep.imported.runs.filter(
      (run) => valueOf.get(`${run.source ?? ''}:${run.line}`) === value,
    ),
    isShown: true,
  }))
}
