import { createStore, type StoreApi } from 'zustand/vanilla'
import { guessMapping } from '../import/guessMapping.ts'
import { importSweep } from '../import/importSweep.ts'
import { readTable } from '../import/readTable.ts'
import { MAX_BUDGET, MIN_BUDGET } from '../planning/computeBudget.ts'
import type { DashboardState } from './dashboardState.ts'
import type { LoadedSweep } from './loadedSweep.ts'

export type DashboardStore = StoreApi<DashboardState>

/** Makes a dashboard store; each page, test and presentation window has one of its own. */
export function createDashboardStore(): DashboardStore {
  let counter = 0
  const nextId = (prefix: string): string => `${prefix}${++counter}`

  return createStore<DashboardState>()((set, get) => ({
    sweeps: [],
    activeSweepId: null,
    refused: [],
    decisions: {},
    fit: {
      metric: null,
      window: 'all',
      budgetCompute: 'nominal',
      budgetTolerance: 0.1,
      replicates: 1000,
      seed: 1,
      level: 0.95,
    },
    computeFlops: 3e21,
    quality: 1,
    source: 'own',
    utilisation: 0.4,
    theme: 'system',
    litBudget: null,

    addFile: (bytes, fileName, origin) => {
      const read = readTable(bytes)
      if (read.status === 'refused') {
        get().addRefusal(fileName, [read.issue])
        return
      }
      const mapping = guessMapping(read.table)
      const imported = importSweep(read.table, mapping, { bytesPerToken: null, corpus: '' })
      const sweep: LoadedSweep = {
        id: nextId('sweep-'),
        revision: 0,
        name: sweepName(fileName),
        origin,
        table: read.table,
        tableIssues: read.issues,
        mapping,
        bytesPerToken: null,
        imported,
      }
      set((state) => ({
        sweeps: [...state.sweeps, sweep],
        // A sweep without a single run must not take the place of one that works.
        activeSweepId:
          imported.runs.length > 0 || state.activeSweepId === null ? sweep.id : state.activeSweepId,
      }))
    },

    addRefusal: (fileName, issues) => {
      const refusal = { id: nextId('refusal-'), fileName, issues }
      set((state) => ({ refused: [...state.refused, refusal] }))
    },

    dismissRefusal: (id) => {
      set((state) => ({ refused: state.refused.filter((refusal) => refusal.id !== id) }))
    },

    chooseSweep: (id) => {
      set({ activeSweepId: id })
    },

    removeSweep: (id) => {
      set((state) => {
        const sweeps = state.sweeps.filter((sweep) => sweep.id !== id)
        const { [id]: _, ...decisions } = state.decisions
        const activeSweepId =
          state.activeSweepId === id ? (sweeps.at(-1)?.id ?? null) : state.activeSweepId
        return { sweeps, decisions, activeSweepId }
      })
    },

    remap: (id, mapping, bytesPerToken) => {
      set((state) => ({
        sweeps: state.sweeps.map((sweep) =>
          sweep.id === id
            ? {
                ...sweep,
                revision: sweep.revision + 1,
                mapping,
                bytesPerToken,
                imported: importSweep(sweep.table, mapping, { bytesPerToken, corpus: '' }),
              }
            : sweep,
        ),
      }))
    },

    decideRun: (sweepId, runId, decision) => {
      set((state) => ({
        decisions: {
          ...state.decisions,
          [sweepId]: { ...state.decisions[sweepId], [runId]: decision },
        },
      }))
    },

    resetDecisions: (sweepId) => {
      set((state) => ({ decisions: { ...state.decisions, [sweepId]: {} } }))
    },

    keepAllRuns: (sweepId, runIds) => {
      set((state) => ({
        decisions: {
          ...state.decisions,
          [sweepId]: Object.fromEntries(runIds.map((runId) => [runId, 'kept' as const])),
        },
      }))
    },

    chooseFit: (choices) => {
      set((state) => ({ fit: { ...state.fit, ...choices } }))
    },
    setComputeFlops: (flops) => {
      set({ computeFlops: Math.min(MAX_BUDGET, Math.max(MIN_BUDGET, flops)) })
    },
    setQuality: (quality) => {
      set({ quality })
    },
    setSource: (source) => {
      set({ source })
    },
    setUtilisation: (utilisation) => {
      set({ utilisation })
    },
    setTheme: (theme) => {
      set({ theme })
    },
    lightBudget: (nominalFlops) => {
      if (get().litBudget !== nominalFlops) set({ litBudget: nominalFlops })
    },
  }))
}

function sweepName(fileName: string): string {
  return fileName.replace(/\.(csv|tsv|txt|json|jsonl|ndjson)$/i, '')
}
