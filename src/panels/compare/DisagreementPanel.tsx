import { extent } from 'd3-array'
import { useMemo, useState } from 'react'
import { ExponentForestChart } from '../../charts/exponentForest/ExponentForestChart.tsx'
import {
  forestSeries,
  type ForestGroup,
  type ForestRow,
} from '../../charts/exponentForest/series.ts'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { Slider } from '../../components/Slider.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import {
  DISAGREEMENT_STEPS,
  PORIAN_CITATION,
  PORIAN_STEPS,
  type DisagreementStep,
} from '../../laws/porianSteps.ts'
import { PUBLISHED_CORPORA, type PublishedCorpus } from '../../laws/dataQuality.ts'
import {
  SIMULATED,
  SIMULATED_STEPS,
  simulatedExponent,
  STUDY_WAYS,
  TUNING_RULES,
  type StudyWay,
  type TuningRule,
} from '../../planning/disagreement.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { useConventions } from './useConventions.ts'
import { useSweepExponents } from '../state/useSweepExponents.ts'

const noMarker = () => null

/** Why Kaplan and Chinchilla disagree: what was published, what the person's own runs say, and what a simulation does. */
export function DisagreementPanel() {
  const words = useWords()
  const said = words.compare.disagreement
  const [done, setDone] = useState(0)
  const [ways, setWays] = useState<ReadonlySet<StudyWay>>(new Set(SIMULATED_STEPS[0].ways))
  const [corpus, setCorpus] = useState<PublishedCorpus['id']>('current')
  const [tunedBy, setTunedBy] = useState<TuningRule>(TUNING_RULES[0])
  const own = useSweepExponents()
  const all = useConventions()
  const conventions = useMemo(() => all.filter(({ isActive }) => isActive), [all])
  const simulated = useMemo(() => simulatedExponent(ways, corpus, tunedBy), [ways, corpus, tunedBy])
  const step: DisagreementStep = DISAGREEMENT_STEPS[done] ?? 'kaplan-counting'
  const series = useMemo(() => {
    const row = (
      id: string,
      label: string,
      note: string,
      a: ForestRow['a'],
      is: Partial<ForestRow> = {},
    ): ForestRow => ({ id, label, note, a, b: null, isFitted: false, isActive: false, ...is })
    const alone = (value: number): ForestRow['a'] => ({ value, low: null, high: null })
    const groups: ForestGroup[] = [
      ...PORIAN_STEPS.map(({ corpus, exponents }) => ({
        id: corpus,
        title: said.published(said.corpora[corpus]),
        rows: DISAGREEMENT_STEPS.map((id) =>
          row(`${corpus}-${id}`, said.steps[id].name, '', exponents[id], { isActive: id === step }),
        ),
      })),
      {
        id: 'own',
        title: said.own,
        rows: own.map(({ law, a, isActive }) =>
          row(
            law.id,
            law.sweepName,
            METRIC_LABELS[law.scaleMetric].symbol,
            { value: law.scale.exponent, low: a?.low ?? null, high: a?.high ?? null },
            { isFitted: true, isActive },
          ),
        ),
      },
      {
        id: 'counting',
        title: said.counting,
        rows: conventions.map(({ metric, law, interval }) =>
          row(
            `counting-${metric}`,
            METRIC_LABELS[metric].symbol,
            words.quantities.metrics[metric],
            {
              value: law.exponent,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
            },
            { isFitted: true },
          ),
        ),
      },
      {
        id: 'simulated',
        title: said.simulatedTitle,
        rows: [
          ...SIMULATED_STEPS.map(({ id, ways: ofStep }) =>
            row(
              `simulated-${id}`,
              said.simulatedSteps[id],
              '',
              alone(simulatedExponent(new Set(ofStep))),
            ),
          ),
          row('simulated', said.simulatedAsSet, '', alone(simulated), { isActive: true }),
        ],
      },
      {
        id: 'quality',
        title: said.quality,
        rows: PUBLISHED_CORPORA.map(({ id, a }) =>
          row(`quality-${id}`, words.laws.corpora[id], 'M', alone(a)),
        ),
      },
    ]
    return forestSeries(groups)
  }, [own, conventions, simulated, step, words, said])
  const rows = series.groups.flatMap((group) =>
    group.rows.map((one) => ({ ...one, group: group.title })),
  )
  const [refinedWeb] = PORIAN_STEPS
  return (
    <Figure
      title={said.title}
      caption={said.caption(PORIAN_CITATION)}
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.title}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', heading: said.what, numeric: false, cell: ({ label }) => label },
            { key: 'from', heading: said.from, numeric: false, cell: ({ group }) => group },
            { key: 'a', heading: 'a', numeric: true, cell: ({ a }) => a.value.toFixed(3) },
            {
              key: 'interval',
              heading: said.interval,
              numeric: true,
              cell: ({ a: { low, high } }) =>
                low === null || high === null ? '—' : `${low.toFixed(3)} – ${high.toFixed(3)}`,
            },
          ]}
        />
      }
    >
      <div className="flex max-w-prose flex-col gap-2">
        <Slider
          label={said.slider}
          value={done}
          min={0}
          max={DISAGREEMENT_STEPS.length - 1}
          step={1}
          valueText={said.steps[step].name}
          onChange={setDone}
          marks={DISAGREEMENT_STEPS.map((_, at) => ({ at, text: String(at) }))}
        />
        <p role="status" className="text-sm">
          <strong className="font-semibold">{said.steps[step].name}.</strong>{' '}
          {said.steps[step].what}{' '}
          <data value={refinedWeb?.exponents[step].value}>
            {said.nowAt(refinedWeb?.exponents[step].value.toFixed(3) ?? '')}
          </data>
        </p>
      </div>
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <legend className="mb-1 text-xs text-muted">
          {said.simulation(SIMULATED.vocabulary, SIMULATED.aspectRatio)}
        </legend>
        {STUDY_WAYS.map((way) => (
          <label key={way} className="inline-flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={ways.has(way)}
              onChange={(event) => {
                const next = new Set(ways)
                if (event.currentTarget.checked) next.add(way)
                else next.delete(way)
                setWays(next)
              }}
            />
            {said.ways[way]}
          </label>
        ))}
        {(ways.has('rate') || ways.has('batch')) && (
          <Choice
            label={said.tunedBy}
            value={tunedBy}
            options={TUNING_RULES.map((id) => ({ value: id, text: said.tuningRules[id] }))}
            onChange={setTunedBy}
          />
        )}
        <Choice
          label={said.data}
          value={corpus}
          options={PUBLISHED_CORPORA.map(({ id }) => ({ value: id, text: words.laws.corpora[id] }))}
          onChange={setCorpus}
        />
        <output className="font-medium tabular-nums">a = {simulated.toFixed(3)}</output>
      </fieldset>
      <ExponentForestChart
        series={series}
        description={said.description(rows.length, ...endsOf(rows))}
        headings={{ a: words.compare.scaleExponent, b: null }}
        text={(value) => value.toFixed(3)}
        marker={noMarker}
      />
    </Figure>
  )
}

/** The least and the greatest exponent, as text. */
function endsOf(rows: readonly ForestRow[]): [string, string] {
  const [low = 0, high = 0] = extent(rows, ({ a }) => a.value)
  return [low.toFixed(2), high.toFixed(2)]
}
