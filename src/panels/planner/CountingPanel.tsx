import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { significant } from '../../format/formatNumber.ts'
import { DEEPSEEK } from '../../laws/deepseek.ts'
import {
  countingsOf,
  exponentShift,
  PAPER_LENGTH,
  PAPER_SHAPES,
  PAPER_VOCABULARY,
} from '../../planning/architecture/countings.ts'
import { modelScale } from '../../scaling/runs/modelScaleFormula.ts'
import { PlannerCard, PlannerNote } from './PlannerCard.tsx'
import { useTrainingPlan } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

const PAPER = PAPER_SHAPES.map((shape) => countingsOf(shape, PAPER_VOCABULARY, PAPER_LENGTH))

/** 6N₁ and 6N₂ against M, for the paper's shapes and the plan's own, and what the choice does to the exponent. */
export function CountingPanel() {
  const said = usePlannerWords().counting
  const { shaped } = useTrainingPlan().plan
  const own = shaped?.chosen.shape ?? null
  const rows = [
    ...PAPER.map((row) => ({ ...row, isOwn: false })),
    ...(own === null
      ? []
      : [{ ...countingsOf(own, own.vocabulary, own.sequenceLength), isOwn: true }]),
  ]
  return (
    <PlannerCard title={said.title}>
      <ScrollRegion label={said.caption}>
        <DataTable
          caption={said.caption}
          rows={rows}
          rowKey={({ shape, isOwn }) => `${shape.layers}x${shape.width}${isOwn ? ' own' : ''}`}
          columns={[
            {
              key: 'shape',
              heading: said.shape,
              numeric: false,
              cell: ({ shape, isOwn }) =>
                `${shape.layers} × ${shape.width}${isOwn ? ` · ${said.own}` : ''}`,
            },
            {
              key: 'n1',
              heading: '6N₁/M',
              numeric: true,
              cell: ({ n1OverM }) => n1OverM.toFixed(2),
            },
            {
              key: 'n2',
              heading: '6N₂/M',
              numeric: true,
              cell: ({ n2OverM }) => n2OverM.toFixed(2),
            },
          ]}
        />
      </ScrollRegion>
      <PlannerNote>
        {said.note(significant(shiftOf('n1OverM'), 2), significant(-shiftOf('n2OverM'), 2))}
      </PlannerNote>
    </PlannerCard>
  )
}

/** The shift of the exponent over the shapes of the paper. */
function shiftOf(count: 'n1OverM' | 'n2OverM'): number {
  const at = (i: number) => {
    const row = PAPER.at(i)
    return row === undefined
      ? { ofM: Number.NaN, scale: Number.NaN }
      : { ofM: row[count], scale: modelScale(row.shape, PAPER_LENGTH) }
  }
  return exponentShift(at(0), at(-1), DEEPSEEK.scale.exponent)
}
