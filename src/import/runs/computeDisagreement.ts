import { median, quantileSorted } from 'd3-array'
import type { Run } from '../../scaling/runs/run.ts'
import type { CellReader } from '../columns/cellReader.ts'
import type { DisagreementReason } from '../issues/disagreementReason.ts'
import type { ImportIssue } from '../issues/importIssue.ts'

/** Ratios of reported to implied compute that are taken for agreement. */
const AGREEING = 0.05
/** A run this far from the median ratio, relatively, disagrees on its own. */
const ODD_RUN = 0.25
/** Runs that are named one by one. */
const MOST_NAMED = 50
/** How near a known factor the ratios must lie to be taken for it. */
const NEAR = 0.12
/** Shortest and longest sequence that "tokens are sequences" is believed of. */
const SEQUENCES = [256, 2 ** 20] as const

/**
 * Remarks where C, D and the model scale are all in the file and do not agree: one with the median
 * ratio of C to 6·N·D (M·D where the file gives M) and the likely reason, and one for each run whose
 * ratio is far from that of the others. Nothing is repaired.
 */
export function computeDisagreement(runs: readonly Run[], cells: CellReader): ImportIssue[] {
  const scaleField = (['modelScale', 'parameters', 'nonEmbeddingParameters'] as const).find(
    (field) => cells.has(field),
  )
  if (!cells.has('computeFlops') || !cells.has('tokens') || scaleField === undefined) return []
  const ratios = runs.map((run) => {
    const perToken =
      scaleField === 'modelScale'
        ? run.scale.M
        : scaleField === 'parameters'
          ? 6 * (run.scale.N ?? Number.NaN)
          : run.scale['6N1']
    return run.computeFlops / run.tokens / (perToken ?? Number.NaN)
  })
  const sorted = Array.from(new Float64Array(ratios.filter((ratio) => !Number.isNaN(ratio))).sort())
  const middle = quantileSorted(sorted, 0.5)
  if (middle === undefined) return []
  const issues: ImportIssue[] = []
  if (Math.abs(middle - 1) > AGREEING) {
    const reason = reasonOf(runs, ratios, middle)
    const found = middle.toPrecision(3)
    issues.push({ severity: 'remark', code: 'compute-disagrees', found, field: scaleField, reason })
    if (reason === 'embedding-share' || reason === 'attention-share') return issues
  }
  // Where the ratio drifts with the size of the model, runs far from the median are no surprise.
  const [low = middle, high = middle] = [quantileSorted(sorted, 0.1), quantileSorted(sorted, 0.9)]
  if (high / low > 1 + ODD_RUN) return issues
  const odd = runs.flatMap((run, i): ImportIssue[] => {
    const ratio = ratios[i] ?? middle
    if (Math.abs(Math.log(ratio / middle)) < Math.log(1 + ODD_RUN)) return []
    return [
      {
        severity: 'remark',
        code: 'run-disagrees',
        line: run.line,
        ...(run.source === undefined ? {} : { source: run.source }),
        field: scaleField,
        found: ratio.toPrecision(3),
      },
    ]
  })
  return [...issues, ...odd.slice(0, MOST_NAMED)]
}

function reasonOf(
  runs: readonly Run[],
  ratios: readonly number[],
  middle: number,
): DisagreementReason {
  const near = (factor: number): boolean => Math.abs(middle / factor - 1) < NEAR
  const exponent = Math.log10(middle) / 3
  if (Math.abs(exponent) > 0.9 && Math.abs(exponent - Math.round(exponent)) < 0.02) {
    return 'power-of-thousand'
  }
  if (middle >= SEQUENCES[0] && middle <= SEQUENCES[1]) return 'sequences'
  const shares = sharesOf(runs, ratios)
  if (shares !== null) return shares
  if (near(1 / 3)) return 'forward-only'
  if (near(3)) return 'tripled'
  if (near(1 / 2)) return 'multiply-adds'
  if (near(2)) return 'doubled'
  const drift = driftWithScale(runs, ratios)
  if (middle < 1 && drift > 0) return 'embedding-share'
  if (middle > 1 && middle < 3 && drift !== 0) return 'attention-share'
  return 'unknown'
}

/** The share that explains every ratio to 2%, where the architecture is there to compute it from. */
function sharesOf(runs: readonly Run[], ratios: readonly number[]): DisagreementReason | null {
  const explains = (implied: (run: Run) => number): boolean =>
    runs.every((run, i) => Math.abs((ratios[i] ?? Number.NaN) / implied(run) - 1) < 0.02)
  const perN = (value: number | undefined, { scale }: Run): number =>
    (value ?? Number.NaN) / (6 * (scale.N ?? Number.NaN))
  if (explains((run) => perN(run.scale['6N1'], run))) return 'embedding-share'
  // Attention over the whole context or the causal half of it, with the output head or without.
  const attention = [1, 0.5].flatMap((half) =>
    (['6N1', '6N2'] as const).map((counted) => (run: Run): number => {
      const ofContext = (run.scale.M ?? Number.NaN) - (run.scale['6N1'] ?? Number.NaN)
      return perN((run.scale[counted] ?? Number.NaN) + half * ofContext, run)
    }),
  )
  return attention.some(explains) ? 'attention-share' : null
}

/** Spearman's sign of ratio against scale where both ends differ by more than 3%; 0 where not. */
function driftWithScale(runs: readonly Run[], ratios: readonly number[]): number {
  const sorted = runs
    .map((run, i) => ({ scale: Object.values(run.scale)[0] ?? 0, ratio: ratios[i] ?? 1 }))
    .toSorted((a, b) => a.scale - b.scale || a.ratio - b.ratio)
    .map(({ ratio }) => ratio)
  const third = Math.max(1, Math.floor(sorted.length / 3))
  const small = median(sorted.slice(0, third)) ?? 1
  const large = median(sorted.slice(-third)) ?? 1
  return Math.abs(large / small - 1) > 0.03 ? Math.sign(large - small) : 0
}
