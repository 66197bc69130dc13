import { useId, useState } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { compactCount, significant } from '../../format/formatNumber.ts'
import { computeOfModel, KNOWN_MODELS, type KnownModel } from '../../laws/knownModels.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { PLANNER_LIMITS } from '../../settings/plannerSettings.ts'
import { useDashboardStore } from '../../store/dashboardContext.tsx'
import { useLawName, usePlanLaws } from '../state/usePlan.ts'
import { Scientific } from '../text/Scientific.tsx'
import { PlannerCard, PlannerNote } from './PlannerCard.tsx'
import { usePlannerWords } from './usePlannerWords.ts'

/** Models that exist beside the law that is planned with: how far each is from its optimum, and the way back to a plan. */
export function KnownModelsPanel() {
  const planner = usePlannerWords()
  const { plan: words } = useWords()
  const said = planner.models
  const id = useId()
  const [wanted, setWanted] = useState('')
  const laws = usePlanLaws()
  const lawName = useLawName(laws)
  const { choosePlan, setComputeFlops } = useDashboardStore().getState()
  const shown = KNOWN_MODELS.filter(({ name }) =>
    name.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const ofOptimum = (model: KnownModel): number | null => {
    const flops = computeOfModel(model)
    if (flops === null) return null
    const scale = evaluatePowerLaw(laws.scale, flops) * (laws.scaleMetric === 'N' ? 6 : 1)
    return (model.exactM ?? 6 * model.activeParameters) / scale
  }
  const plan = (model: KnownModel): void => {
    const flops = computeOfModel(model)
    if (flops === null) return
    setComputeFlops(flops)
    const { context, vocabulary, heads, kvHeads, width, layers, feedForward } = model.shape ?? {}
    const headSize = width === undefined || heads === undefined ? null : width / heads
    // A shape whose heads do not fill its width, or that is no dense SwiGLU decoder, cannot be planned as it is.
    const isDense = model.exactM !== null && headSize !== null && Number.isInteger(headSize)
    const within = (value: number | null | undefined, key: keyof typeof PLANNER_LIMITS) =>
      value != null && Number.isInteger(value) && value >= PLANNER_LIMITS[key][0]
        ? { [key]: value }
        : {}
    choosePlan({
      ...within(context, 'sequenceLength'),
      ...within(vocabulary, 'vocabulary'),
      ...within(headSize, 'headSize'),
      ...(kvHeads === undefined ? {} : { kvHeads: kvHeads === heads ? 0 : kvHeads }),
      shapeRank: 0,
      givenLayers: isDense ? (layers ?? 0) : 0,
      givenWidth: isDense ? (width ?? 0) : 0,
      givenFeedForward: isDense ? (feedForward ?? 0) : 0,
    })
  }
  return (
    <PlannerCard title={said.title}>
      <p className="text-sm">{said.against(laws.fitted === null ? lawName : words.fittedLaw)}</p>
      <span className="flex max-w-72 flex-col gap-0.5">
        <label htmlFor={id} className="text-xs text-muted">
          {said.filter} · {said.shown(shown.length, KNOWN_MODELS.length)}
        </label>
        <input
          id={id}
          className="text-input"
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value)
          }}
        />
      </span>
      <ScrollRegion label={said.caption} className="max-h-96">
        <DataTable
          caption={said.caption}
          captionHidden
          rows={shown}
          rowKey={(model) => model.id}
          columns={[
            {
              key: 'model',
              heading: said.model,
              numeric: false,
              cell: ({ name, confidence }) => (
                <>
                  {name}
                  {confidence === 'unverified' && (
                    <span className="text-[11px] text-muted"> · {said.remembered}</span>
                  )}
                </>
              ),
            },
            { key: 'year', heading: said.year, numeric: true, cell: ({ year }) => year },
            {
              key: 'n',
              heading: said.size,
              numeric: true,
              cell: ({ activeParameters }) => compactCount(activeParameters),
            },
            {
              key: 'd',
              heading: said.tokens,
              numeric: true,
              cell: ({ tokens }) => (tokens === null ? said.unknown : compactCount(tokens)),
            },
            {
              key: 'c',
              heading: said.compute,
              numeric: true,
              cell: (model) => <Scientific value={computeOfModel(model) ?? Number.NaN} />,
            },
            {
              key: 'ratio',
              heading: said.ratio,
              numeric: true,
              cell: ({ tokens, activeParameters }) =>
                tokens === null ? '—' : significant(tokens / activeParameters, 3),
            },
            {
              key: 'optimum',
              heading: said.ofOptimum,
              numeric: true,
              cell: (model) => {
                const ratio = ofOptimum(model)
                return ratio === null ? (
                  '—'
                ) : (
                  <data value={ratio}>
                    {significant(ratio, 2)}{' '}
                    <span className="text-[11px] text-muted">
                      {ratio < 1 ? said.over : said.under}
                    </span>
                  </data>
                )
              },
            },
            {
              key: 'plan',
              heading: <span className="sr-only">{said.plan}</span>,
              numeric: false,
              cell: (model) =>
                model.tokens === null ? null : (
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={said.planIt(model.name)}
                    onClick={() => {
                      plan(model)
                    }}
                  >
                    {said.plan}
                  </button>
                ),
            },
          ]}
        />
      </ScrollRegion>
      <PlannerNote>{said.note}</PlannerNote>
    </PlannerCard>
  )
}
