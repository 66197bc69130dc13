import type { Theme } from '../../settings/appearance.ts'
import { limitText } from '../../format/formatNumber.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

const THEMES: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
}

/** The frame of the page: header, views, links, and what stands around every panel. */
export const page = {
  views: {
    label: 'Views',
    explore: { name: 'Explore', shows: 'IsoFLOP curves, fitted laws and optima of a sweep' },
    plan: {
      name: 'Plan',
      shows: 'From a budget to a training plan, by the fitted law and by every published one',
    },
    compare: {
      name: 'Compare',
      shows: 'Exponents of every loaded sweep beside the published ones',
    },
  },
  heading: (view: string) => `${view}: scaling laws of the sweep`,
  skip: 'Skip to the charts',
  synthetic: 'synthetic',
  runsAndBudgets: (runs: number, budgets: number | null) =>
    budgets === null ? count(runs, 'run') : `${count(runs, 'run')} · ${count(budgets, 'budget')}`,
  theme: (now: Theme, next: Theme) => `Theme: ${THEMES[now]}. Change to ${THEMES[next]}`,
  language: 'Language',
  undo: (change: string | null) => (change === null ? 'Undo' : `Undo: ${change}`),
  redo: (change: string | null) => (change === null ? 'Redo' : `Redo: ${change}`),
  lastChange: 'last change',
  nextChange: 'next change',
  wrongLink: <Slot>(settings: Slot) =>
    parts`This link says ${settings}, which cannot be used; what stood before stands. The rest of the link is as it says.`,
  sampleFailed: (why: string) =>
    `The sample sweep could not be loaded: ${why}. Your own files still work.`,
  loadSample: 'Load the sample sweep',
  tryAgain: 'Try again',
  forbiddenAddress: <Slot>(host: Slot) =>
    parts`This link names a file of your own machine or network (${host}). A page from elsewhere does not ask for it. If you want it, download the file and drop it here.`,
  askedAddress: <Slot>(host: Slot, url: Slot) =>
    parts`This link asks to open a file from ${host}: ${url}. Nothing has been fetched.`,
  openIt: 'Open it',
  doNot: 'Do not',
  dataSheet: (notAdded: number): string =>
    notAdded === 0 ? 'Data and columns' : `Data and columns · ${count(notAdded, 'file')} not added`,
  data: 'Data',
  recommendation: 'Recommendation',
  close: 'Close',
  toggleRecommendation: (isOpen: boolean): string =>
    isOpen ? 'Close the recommendation' : 'Open the recommendation',
  dismiss: 'Dismiss',
  showTable: (isOpen: boolean): string => (isOpen ? 'Hide data' : 'Data'),
  fault: (panel: string, message: string) =>
    `${panel} met a fault in Isoflop and stopped: ${message}. The rest of the page still works.`,
  fields: {
    notANumber: (text: string) =>
      text === '' ? 'A number is needed.' : `“${text}” is not a number.`,
    outside: (low: number, high: number) =>
      `Must lie between ${limitText(low)} and ${limitText(high)}.`,
    whole: 'Must be a whole number.',
  },
  working: {
    stop: (what: string) => `Stop: ${what}`,
    stuck: (stage: string, seconds: number) => `${stage} Nothing has moved for ${seconds} s.`,
    stopIt: 'Stop it',
  },
  /** Regions, as the notice of a fault calls them. */
  regions: {
    data: 'The data panel',
    recommendation: 'The recommendation',
    curves: 'IsoFLOP curves',
    scaleLaw: 'The law of the model scale',
    tokensLaw: 'The law of the tokens',
    loss: 'Loss at the optimum',
    plane: 'The recommendation at the budget',
    fittedLaws: 'Fitted laws',
    optima: 'IsoFLOP optima',
    forest: 'Exponents compared',
    methods: 'Estimators',
    surface: 'The loss surface',
    implied: 'The implied curves',
    backtest: 'The back-test',
    diagnostics: 'Diagnostics',
    lawsAtBudget: 'Laws at the budget',
    differences: 'Differences of exponents',
    worth: 'What a corpus is worth',
    together: 'Curves side by side',
    conventions: 'Ways of counting',
    disagreement: 'Why Kaplan and Chinchilla disagree',
    cluster: 'The budget',
    allocation: 'The allocation',
    choiceCost: 'What the choice costs',
    shapes: 'The architecture',
    rates: 'Batch and learning rate',
    schedule: 'The schedule',
    prediction: 'The prediction',
    serving: 'Over-training',
    dataLimit: 'The limit of the data',
    ladder: 'The next sweep',
    knownModels: 'Known models',
    counting: '6N against M',
    copy: 'The plan to take along',
  },
}
