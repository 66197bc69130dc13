import type { ColumnMapping } from '../import/columnMapping.ts'
import type { ImportIssue } from '../import/importIssue.ts'
import type { FitWindow } from '../scaling/isoFlopProfile.ts'
import type { ScaleMetric } from '../scaling/scaleMetric.ts'
import type { LoadedSweep, SweepOrigin } from './loadedSweep.ts'

/** A file that could not be used, kept so that the reason stays on screen until dismissed. */
export interface RefusedFile {
  readonly id: string
  readonly fileName: string
  readonly issues: readonly ImportIssue[]
}

/** What a person decided about a run, over any proposal. */
export type RunDecision = 'set-aside' | 'kept'

export type Theme = 'system' | 'light' | 'dark'

/** Which laws the recommendation is read from. */
export type RecommendationSource = 'own' | 'published'

export interface FitChoices {
  /** Null: the first metric, in the order M, N, 6N1, 6N2, that the sweep has. */
  readonly metric: ScaleMetric | null
  readonly window: FitWindow
  readonly budgetCompute: 'nominal' | 'realised'
  /** Relative, 0.1 = 10%. */
  readonly budgetTolerance: number
  readonly replicates: number
  readonly seed: number
  readonly level: number
}

export interface DashboardState {
  readonly sweeps: readonly LoadedSweep[]
  readonly activeSweepId: string | null
  readonly refused: readonly RefusedFile[]
  /** Decisions by sweep id, then run id. */
  readonly decisions: Readonly<Record<string, Readonly<Record<string, RunDecision>>>>
  readonly fit: FitChoices
  /** Compute budget of the recommendation, FLOPs, within 1e6..1e28. */
  readonly computeFlops: number
  /** Position between published corpora: 0 early data, 1 current data, 2 OpenWebText2. */
  readonly quality: number
  readonly source: RecommendationSource
  /** Model FLOPs utilisation that turns accelerator time into FLOPs, 0..1. */
  readonly utilisation: number
  readonly theme: Theme
  /** Nominal FLOPs of the budget that is pointed at anywhere on the page. */
  readonly litBudget: number | null

  /** Reads a file's bytes; adds a sweep or a refusal, and leaves everything else as it was. */
  readonly addFile: (bytes: Uint8Array, fileName: string, origin: SweepOrigin) => void
  readonly addRefusal: (fileName: string, issues: readonly ImportIssue[]) => void
  readonly dismissRefusal: (id: string) => void
  readonly chooseSweep: (id: string) => void
  readonly removeSweep: (id: string) => void
  /** Reads the sweep again; the runs that cannot be had under the mapping become issues. */
  readonly remap: (id: string, mapping: ColumnMapping, bytesPerToken: number | null) => void
  readonly decideRun: (sweepId: string, runId: string, decision: RunDecision) => void
  /** Forgets decisions, so that the proposals stand again. */
  readonly resetDecisions: (sweepId: string) => void
  readonly keepAllRuns: (sweepId: string, runIds: readonly string[]) => void
  readonly chooseFit: (choices: Partial<FitChoices>) => void
  readonly setComputeFlops: (flops: number) => void
  readonly setQuality: (quality: number) => void
  readonly setSource: (source: RecommendationSource) => void
  readonly setUtilisation: (utilisation: number) => void
  readonly setTheme: (theme: Theme) => void
  readonly lightBudget: (nominalFlops: number | null) => void
}
