import type { Words } from '../../words/en/en.ts'
import { significant } from '../../format/formatNumber.ts'
import {
  isConstantRatio,
  isExactRatio,
  type ScaleEvidence,
} from '../../scaling/sweeps/scaleEvidence.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

/** What a scale metric implies for the compute. */
const PRODUCTS: Readonly<Record<ScaleMetric, string>> = {
  M: 'M·D',
  N: '6·N·D',
  '6N1': '6·N₁·D',
  '6N2': '6·N₂·D',
}

/** How C compares with the product of the scale in use, and why that scale is the default if it is. */
export function evidenceText(
  evidence: readonly ScaleEvidence[],
  metric: ScaleMetric,
  best: ScaleEvidence | null,
  { fit }: Pick<Words, 'fit'>,
): string {
  const said = fit.isoFlop
  const used = evidence.find((one) => one.metric === metric)
  if (used === undefined) return ''
  const isAlone = evidence.length === 1
  const why =
    best === null || isAlone
      ? ''
      : best.metric === metric
        ? isConstantRatio(used)
          ? said.steadiest
          : said.leastBad
        : said.better(PRODUCTS[best.metric], ratioText(best, said))
  return `${said.evidence(ratioText(used, said), PRODUCTS[metric])}${why}.`
}

function ratioText(evidence: ScaleEvidence, said: Words['fit']['isoFlop']): string {
  const { ratio, low, high } = evidence
  if (isExactRatio(evidence)) return significant(ratio, 4)
  return said.spread(significant(ratio, 3), significant(low, 3), significant(high, 3))
}
