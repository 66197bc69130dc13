import type { PlanLine } from '../../export/planText.ts'
import {
  compactCount,
  formatRange,
  scientificText,
  significant,
  wholeNumber,
} from '../../format/formatNumber.ts'
import type { PlanParts } from '../../tables/planDocument.ts'
import type { Words } from '../../words/en/en.ts'
import type { PlannerWords } from './plannerWords.ts'

/** A plan as lines in the language of the page. */
export function planLines({
  words,
  planner,
  plan,
  recommendation,
  lawName,
  loss,
  level,
  cluster,
  schedule,
}: PlanParts & {
  readonly words: Words
  readonly planner: PlannerWords
  readonly lawName: string
  readonly level: string
}): readonly PlanLine[] {
  const said = planner.lines
  const { shaped, days } = plan
  const { extrapolation, extrapolationDirection } = recommendation
  const lines: PlanLine[] = [
    { label: said.budget, text: `${scientificText(plan.computeFlops)} FLOPs` },
    { label: said.law, text: lawName },
    {
      label: said.extrapolation,
      text:
        extrapolationDirection === 'unknown'
          ? said.unknown
          : extrapolation > 1
            ? said.extrapolationText(significant(extrapolation, 3))
            : said.inside,
    },
  ]
  if (shaped !== null) {
    const { layers, width, heads, kvHeads, feedForward, sequenceLength } = shaped.chosen.shape
    lines.push(
      { label: said.shape, text: said.shapeText(layers, width, heads, kvHeads, feedForward) },
      { label: said.scale, text: `${scientificText(shaped.counts.exactM, 4)} FLOPs/token` },
      { label: said.parameters, text: compactCount(shaped.counts.total, 4) },
      { label: said.tokens, text: compactCount(shaped.tokens, 4) },
      { label: said.length, text: wholeNumber(sequenceLength) },
    )
    if (shaped.batchTokens !== null && shaped.batchSequences !== null) {
      lines.push({
        label: said.batch,
        text: `${compactCount(shaped.batchTokens)} (${said.sequences(wholeNumber(shaped.batchSequences))})`,
      })
    }
    if (shaped.learningRate !== null) {
      lines.push({ label: said.rate, text: scientificText(shaped.learningRate, 3) })
    }
    if (shaped.steps !== null) lines.push({ label: said.steps, text: wholeNumber(shaped.steps) })
    lines.push({ label: said.schedule, text: planner.schedule.names[schedule] })
  }
  if (loss !== null) {
    const { value, interval } = loss.estimate
    const range =
      interval === null
        ? ''
        : ` (${words.quantities.interval(level)} ${formatRange(interval.low, interval.high, 4)})`
    lines.push({ label: said.loss, text: `${significant(value, 4)} ${loss.unit}${range}` })
  }
  if (days !== null) {
    lines.push({
      label: said.cluster,
      text: said.clusterText(cluster.devices, cluster.accelerator.name, significant(days, 3)),
    })
  }
  return lines
}
