import { deviation, extent, mean, sum } from 'd3-array'
import { isConstantRatio } from '../../scaling/sweeps/scaleEvidence.ts'
import { findRepetitions } from '../../scaling/runs/repetitions.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { Study } from '../study.ts'
import { diagnostic, type Diagnostic } from './diagnostic.ts'
import { runLabel } from './runLabel.ts'

/** C may miss what scale and tokens imply by this factor. */
const MOST_RATIO = 1.2
/** Sizes that span this factor want other learning rates and batches. */
const SPAN = 8
/** Share of the embedding in the smallest models from which the convention moves the exponent. */
const EMBEDDING_SHARE = 0.2

/** What the runs tell: compute that does not fit, what was not scaled with size, seeds, corpora. */
export function diagnosticsOfRuns(
  { taking, evidence, settings, grouping, kind }: Study,
  lossUnit: string,
): readonly Diagnostic[] {
  const told: Diagnostic[] = []
  const own = evidence.find(({ metric }) => metric === settings.metric)
  if (own !== undefined) {
    const off = Math.max(own.ratio, 1 / own.ratio)
    if (!isConstantRatio(own) || off > MOST_RATIO) {
      told.push(
        diagnostic('compute-disagrees', 'warning', {
          of: settings.metric,
          values: [own.ratio, own.low, own.high],
        }),
      )
    }
  }
  const scales = extent(taking, (run) => run.scale[settings.metric])
  if ((scales[1] ?? 1) / (scales[0] ?? 1) > SPAN) {
    for (const [code, of] of [
      ['learning-rate-unscaled', (run: Run) => run.learningRate],
      ['batch-unscaled', (run: Run) => run.batchTokens],
    ] as const) {
      const values = new Set(taking.map(of))
      const [only] = values
      if (values.size === 1 && only !== undefined) {
        told.push(diagnostic(code, 'note', { values: [only] }))
      }
    }
  }
  const share = embeddingShare(taking)
  if (share !== null && share > EMBEDDING_SHARE) {
    told.push(diagnostic('embedding-share', 'note', { values: [share] }))
  }
  const corpora = new Set(taking.map(({ corpus }) => corpus ?? ''))
  if (lossUnit === 'nats/token' && corpora.size > 1) {
    told.push(diagnostic('nats-across-corpora', 'warning', { values: [corpora.size] }))
  }
  if (kind === 'isoflop' && grouping.ungrouped.length > 0) {
    told.push(
      diagnostic('runs-in-no-budget', 'note', {
        values: [grouping.ungrouped.length],
        runs: grouping.ungrouped.map(runLabel),
      }),
    )
  }
  const repeated = seedNoise(taking)
  if (repeated !== null) told.push(diagnostic('repetitions', 'note', { values: repeated }))
  return told
}

/** Share of the parameters that is embedding in the smallest model; null where the runs do not say. */
function embeddingShare(runs: readonly Run[]): number | null {
  const shares = runs.flatMap(({ scale }) =>
    scale.N === undefined || scale['6N1'] === undefined ? [] : [1 - scale['6N1'] / 6 / scale.N],
  )
  return shares.length < runs.length || shares.length === 0 ? null : Math.max(...shares)
}

/** How many repetitions there are, and the standard deviation of the loss within them, relative to it. */
function seedNoise(runs: readonly Run[]): [number, number] | null {
  const byId = new Map(runs.map((run) => [run.id, run]))
  const parts = findRepetitions(runs).map(({ runIds }) =>
    runIds.flatMap((id) => {
      const run = byId.get(id)
      return run === undefined ? [] : [run.loss]
    }),
  )
  const repeated = parts.filter((losses) => losses.length > 1)
  const freedom = sum(repeated, (losses) => losses.length - 1)
  if (freedom === 0) return null
  const squares = sum(
    repeated,
    (losses) => (losses.length - 1) * ((deviation(losses) ?? 0) / (mean(losses) ?? 1)) ** 2,
  )
  return [repeated.length, Math.sqrt(squares / freedom)]
}
