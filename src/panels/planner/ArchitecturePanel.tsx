import { useId } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { byteSize, compactCount, scientificText } from '../../format/formatNumber.ts'
import { devicesNeeded } from '../../planning/architecture/architecture.ts'
import type { Candidate } from '../../planning/architecture/candidates.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { PlannerCard, PlannerFields, PlannerNote } from './PlannerCard.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { useAcceleratorInUse, useTrainingPlan } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** Devices of one machine, on which people ask whether a model fits. */
const MACHINE = 8

/** Real shapes near the model scale that the law asks for, ranked, and what the chosen one takes. */
export function ArchitecturePanel() {
  const said = usePlannerWords().shapes
  const { plan } = useTrainingPlan()
  const isTied = useDashboard((state) => state.isTied)
  const hasGiven = useDashboard(
    (state) => state.givenLayers > 0 || state.givenWidth > 0 || state.givenFeedForward > 0,
  )
  const { choosePlan } = useDashboardStore().getState()
  return (
    <PlannerCard title={said.title}>
      <PlannerFields>
        <PlannerNumber of="sequenceLength" label={said.length} unit="tokens" />
        <PlannerNumber of="vocabulary" label={said.vocabulary} />
        <PlannerNumber of="headSize" label={said.headSize} />
        <PlannerNumber of="kvHeads" label={said.kvHeads} unit={said.kvHint} />
        <PlannerNumber of="sizeMultiple" label={said.multiple} />
        <PlannerNumber of="aspectRatio" label={said.aspect} />
        <PlannerNumber of="givenLayers" label={said.givenLayers} unit={said.givenHint} />
        <PlannerNumber of="givenWidth" label={said.givenWidth} unit={said.givenHint} />
        <PlannerNumber
          of="givenFeedForward"
          label={said.givenFeedForward}
          unit={said.givenFeedForwardHint}
        />
      </PlannerFields>
      <Choice
        label={said.tied}
        value={isTied ? 'tied' : 'untied'}
        options={[
          { value: 'untied', text: said.untiedText },
          { value: 'tied', text: said.tiedText },
        ]}
        onChange={(value) => {
          choosePlan({ isTied: value === 'tied' })
        }}
      />
      {hasGiven && (
        <button
          type="button"
          className="button self-start"
          onClick={() => {
            choosePlan({ givenLayers: 0, givenWidth: 0, givenFeedForward: 0 })
          }}
        >
          {said.rank}
        </button>
      )}
      {plan.noShape === null ? (
        <Shapes />
      ) : (
        <Notice tone="warning">{said.none[plan.noShape]}</Notice>
      )}
    </PlannerCard>
  )
}

function Shapes() {
  const said = usePlannerWords().shapes
  const { plan } = useTrainingPlan()
  const name = useId()
  const { choosePlan } = useDashboardStore().getState()
  const { shaped, candidates } = plan
  if (shaped === null) return null
  const { counts, memory, chosen } = shaped
  return (
    <>
      <ScrollRegion label={said.table}>
        <DataTable
          caption={said.table}
          rows={candidates}
          rowKey={shapeText}
          columns={[
            {
              key: 'shape',
              heading: `${said.layers} × ${said.width}`,
              numeric: false,
              cell: (row) => (
                <label className="inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums">
                  <input
                    type="radio"
                    name={name}
                    checked={row === chosen}
                    aria-label={said.choose(shapeText(row))}
                    onChange={() => {
                      choosePlan({ shapeRank: candidates.indexOf(row) })
                    }}
                  />
                  {shapeText(row)}
                </label>
              ),
            },
            {
              key: 'heads',
              heading: said.heads,
              numeric: true,
              cell: ({ shape }) => `${shape.heads} / ${shape.kvHeads}`,
            },
            {
              key: 'ff',
              heading: said.feedForward,
              numeric: true,
              cell: ({ shape }) => String(shape.feedForward),
            },
            {
              key: 'total',
              heading: said.total,
              numeric: true,
              cell: (row) => compactCount(row.counts.total),
            },
            {
              key: 'ratio',
              heading: said.ofTarget,
              numeric: true,
              cell: ({ ofTarget }) => ofTarget.toFixed(3),
            },
            {
              key: 'formula',
              heading: said.formula,
              numeric: true,
              cell: (row) => (row.counts.formulaM / row.counts.exactM).toFixed(3),
            },
          ]}
        />
      </ScrollRegion>
      <p className="text-sm tabular-nums">
        {said.counts(
          counts.nonEmbedding,
          counts.withHead,
          counts.total,
          scientificText(counts.exactM, 4),
        )}
      </p>
      <p className="text-sm tabular-nums">
        {said.memory(
          byteSize(memory.weights),
          byteSize(memory.training),
          byteSize(memory.cachePerSequence),
        )}
      </p>
      <Fits training={memory.training} serving={memory.weights + memory.cachePerSequence} />
      <PlannerNote>{said.note}</PlannerNote>
    </>
  )
}

/** Whether a machine of eight holds the model, for training and for serving. */
function Fits({ training, serving }: { readonly training: number; readonly serving: number }) {
  const said = usePlannerWords().shapes
  const { name, memoryGB } = useAcceleratorInUse()
  return (
    <ul className="list-disc pl-5 text-sm tabular-nums">
      <li>{said.fits(MACHINE, devicesNeeded(serving, memoryGB), name, memoryGB, false)}</li>
      <li>{said.fits(MACHINE, devicesNeeded(training, memoryGB), name, memoryGB, true)}</li>
    </ul>
  )
}

function shapeText({ shape }: Candidate): string {
  return `${shape.layers} × ${shape.width}`
}
