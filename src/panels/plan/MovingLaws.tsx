import { lawStyle } from '../../charts/palette.ts'
import { CurveLayer, type Point } from '../../charts/plot/CurveLayer.tsx'
import { BETWEEN_LAW_ID, QUALITY_LAW_ID } from '../state/useComparedLaws.ts'
import { useMovingLaws, type MovingLaw } from '../state/useMovingLaws.ts'

/** The laws that the data-quality slider moves, drawn by `pathOf`, so that the chart below stays still. */
export function MovingLaws({ pathOf }: { readonly pathOf: (law: MovingLaw) => readonly Point[] }) {
  const laws = useMovingLaws()
  const isOwn = laws.some(({ id }) => id === BETWEEN_LAW_ID)
  return (
    <CurveLayer
      curves={laws.map((law) => {
        const { id, isOfFan } = law
        const { colour, dash, width } = lawStyle(
          isOfFan ? (isOwn ? BETWEEN_LAW_ID : QUALITY_LAW_ID) : id,
        )
        return isOfFan
          ? { id, points: pathOf(law), stroke: colour, dash: '2 3', width: 1, opacity: 0.7 }
          : { id, points: pathOf(law), stroke: colour, dash, width: width * 0.8 }
      })}
    />
  )
}
