import type { Language, Theme } from '../settings/appearance.ts'
import type { Change } from '../words/change.ts'
import type { FirstReading } from '../import/runs/firstReading.ts'
import type { ImportIssue } from '../import/issues/importIssue.ts'
import type { LongLog } from '../import/sources/source.ts'
import type { SweepFile } from '../import/sources/sweepFile.ts'
import type { ReadAddress } from '../settings/address.ts'
import type { MeasuredAlike, PageSettings, ViewId } from '../settings/pageSettings.ts'
import type { PlannerSettings } from '../settings/plannerSettings.ts'
import type { RunDifference } from '../scaling/runs/runDifference.ts'
import type { IntervalChoices, SweepChoices } from '../study/choices.ts'
import type { LoadedSweep, ReadingChoices, SweepOrigin } from './loadedSweep.ts'

/** A file that could not be used, kept so that the reason stays on screen until dismissed. */
export interface RefusedFile {
  readonly id: string
  readonly fileName: string
  readonly issues: readonly ImportIssue[]
  /** Where the file is a log that is too long: what to reduce it by elsewhere. */
  readonly longLog?: LongLog
}

/** A file that took the place of an earlier one, with what it changed. */
export interface Replacement {
  readonly sweepId: string
  readonly fileName: string
  /** The file that came, for the person who wants both. */
  readonly file: SweepFile
  readonly difference: RunDifference
}

/**
 * What a person decided about a run; without a decision it is kept. An averaged run that is set aside
 * comes back averaged.
 */
export type RunDecision = 'set-aside' | 'kept' | 'averaged' | 'averaged-set-aside'

/** Whether the browser's own database holds the sweeps. */
export type Keeping =
  | { readonly status: 'unknown' | 'kept' }
  | { readonly status: 'failed'; readonly reason: 'full' | 'forbidden' }

export interface DashboardState extends Omit<PageSettings, keyof IntervalChoices> {
  readonly sweeps: readonly LoadedSweep[]
  readonly activeSweepId: string | null
  readonly refused: readonly RefusedFile[]
  /** Decisions by sweep id, then run id. */
  readonly decisions: Readonly<Record<string, Readonly<Record<string, RunDecision>>>>
  /** What was chosen about the fit of each sweep, by its id; the rest is as the defaults say. */
  readonly fits: Readonly<Record<string, Partial<SweepChoices>>>
  readonly intervals: IntervalChoices
  /** What a link says about the fit of a sweep that comes with the page; null once it is used. */
  readonly linkedChoices: Partial<SweepChoices> | null
  /** Nominal FLOPs of the budget that is pointed at anywhere on the page. */
  readonly litBudget: number | null

  /** What the last change to data, mapping, decisions or settings was; null before the first. */
  readonly change: Change | null
  /** Whether sweeps outlive the page, and why not. */
  readonly keeping: Keeping
  /** What the last file dropped on top changed; null when none was. */
  readonly replacement: Replacement | null

  /**
   * Adds files that were read: one sweep of all, or one each. A single file that holds mostly the
   * runs of a file of the same name takes its place instead, and `replacement` tells the difference.
   */
  readonly addFiles: (
    files: readonly SweepFile[],
    origin: SweepOrigin,
    options?: {
      readonly asOne?: boolean
      readonly besideOthers?: boolean
      /** First readings of the files, by their ids, where a worker made them. */
      readonly readings?: ReadonlyMap<string, readonly FirstReading[]>
    },
  ) => void
  readonly addRefusal: (fileName: string, issues: readonly ImportIssue[], longLog?: LongLog) => void
  readonly dismissRefusal: (id: string) => void
  readonly dismissReplacement: () => void
  readonly setKeeping: (keeping: Keeping) => void
  readonly chooseSweep: (id: string) => void
  readonly removeSweep: (id: string) => void
  readonly renameSweep: (id: string, name: string) => void
  readonly duplicateSweep: (id: string) => void
  /** Makes one sweep of several, in place of the first. */
  readonly joinSweeps: (ids: readonly string[]) => void
  /** Makes one sweep of every file of a sweep. */
  readonly splitSweep: (id: string) => void
  /** Makes one sweep of the populations of a file, because a person says that they are one. */
  readonly poolPopulations: (id: string) => void
  /** Makes a sweep of each population of a file again. */
  readonly separatePopulations: (id: string) => void
  /** Puts sweeps that were kept from an earlier visit beside those that are there. */
  readonly restoreSweeps: (
    sweeps: readonly LoadedSweep[],
    decisions: DashboardState['decisions'],
    fits: DashboardState['fits'],
  ) => void
  /** Reads the sweep again; the runs that cannot be had under the choices become issues. */
  readonly reread: (id: string, choices: Partial<ReadingChoices>) => void
  /** Takes over a reading that was made elsewhere of a sweep as it was then. */
  readonly takeReading: (before: LoadedSweep, after: LoadedSweep) => void
  readonly decideRuns: (sweepId: string, runIds: readonly string[], decision: RunDecision) => void
  /** Takes runs out of the fit or puts them back as what they were: averaged ones averaged. */
  readonly includeRuns: (sweepId: string, runIds: readonly string[], use: boolean) => void
  /** Forgets decisions: every run takes part, and the proposals are open again. */
  readonly resetDecisions: (sweepId: string) => void
  readonly chooseFit: (sweepId: string, choices: Partial<SweepChoices>) => void
  readonly chooseIntervals: (choices: Partial<IntervalChoices>) => void
  readonly setComputeFlops: (flops: number) => void
  readonly setQuality: (quality: number) => void
  readonly setPinBudget: (flops: number) => void
  readonly showAllCorpora: (shows: boolean) => void
  readonly planWithFit: (plansWithFit: boolean) => void
  readonly setUtilisation: (utilisation: number) => void
  readonly compareLaw: (lawId: string) => void
  readonly showRatios: (shows: boolean) => void
  readonly showEstimators: (shows: boolean) => void
  readonly setFlatness: (share: number) => void
  readonly compareLosses: (measuredAlike: MeasuredAlike) => void
  readonly choosePlan: (choices: Partial<PlannerSettings>) => void
  readonly showView: (view: ViewId) => void
  /** Takes over what an address says; what it does not say is as the defaults are. */
  readonly followAddress: (address: ReadAddress) => void
  readonly setTheme: (theme: Theme) => void
  readonly speak: (language: Language) => void
  readonly lightBudget: (nominalFlops: number | null) => void
}
