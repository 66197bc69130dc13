import type { AllocationLaw } from '../laws/allocationLaw.ts'
import { en } from '../words/en/en.ts'
import { ALL_ALLOCATIONS } from '../laws/publishedAllocations.ts'
import { comparisonOf, type ComparedStudy } from '../study/report/comparison.ts'
import type { ReportIssue } from '../study/report/report.ts'
import { commandOf, USAGE, type Command } from './arguments.ts'
import { DEFAULT_CHOICES } from '../study/choices.ts'
import { lawOfRule, lawPlan } from './lawPlan.ts'
import { readStudies } from './readStudies.ts'
import { comparisonText, lawsText, planText, reportText, type Ink } from './tables.ts'

/** Where a command writes, and how. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Hears progress; silent where nobody looks. */
  readonly onProgress: (what: string, fraction: number) => void
  readonly ink: Ink
  readonly version: string
}

/** Runs a command and resolves with its exit code: 0, 1 for data that cannot be analysed, 2 for usage. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = commandOf(args)
  switch (command.name) {
    case 'help':
      terminal.out(USAGE)
      return 0
    case 'version':
      terminal.out(terminal.version)
      return 0
    case 'wrong':
      terminal.error(`${command.sentence}\n\n${USAGE}`)
      return 2
    case 'laws':
      terminal.out(
        command.json
          ? json({
              schema: 'isoflop.laws/1',
              laws: [...ALL_ALLOCATIONS.map(described), STEP_LAW, OWN_LAW],
            })
          : lawsText(ALL_ALLOCATIONS, terminal.ink),
      )
      return 0
    case 'plan':
      return plan(command, terminal)
    case 'fit':
    case 'compare':
      return analyse(command, terminal)
  }
}

/** Laws that are none of allocation, or not published, as the list of laws says them. */
const STEP_LAW = {
  ...{ id: 'step-law', kind: 'hyperparameters', name: 'Step Law' },
  citation: 'Li et al. 2025, arXiv:2503.04715',
  remarks: [
    'A rule of batch size and learning rate; plan --law step-law takes DeepSeek’s allocation.',
  ],
}
const OWN_LAW = {
  ...{ id: 'own', kind: 'fitted', name: 'The law fitted to your own sweep', citation: null },
  remarks: ['plan FILE --law own --budget C plans with it.'],
}

async function plan(
  command: Extract<Command, { name: 'plan' }>,
  terminal: Terminal,
): Promise<number> {
  if (command.law === OWN_LAW.id) return ownPlan(command, terminal)
  const ofRule = lawOfRule(command.law)
  const law = ofRule?.law ?? ALL_ALLOCATIONS.find(({ id }) => id === command.law)
  if (law === undefined) {
    const ids = [...ALL_ALLOCATIONS, STEP_LAW, OWN_LAW].map(({ id }) => id).join(', ')
    terminal.error(`“${command.law}” is no law: ${ids}.`)
    return 2
  }
  const planned = lawPlan(law, command.computeFlops, ofRule?.rule)
  terminal.out(
    command.json
      ? json({ schema: 'isoflop.plan/1', ...planned, law: described(law) })
      : planText(planned, terminal.ink),
  )
  return 0
}

/** A plan by the law fitted to a sweep. */
async function ownPlan(
  { files, computeFlops, json: asJson }: Extract<Command, { name: 'plan' }>,
  terminal: Terminal,
): Promise<number> {
  const [path] = files
  if (path === undefined) {
    terminal.error('plan --law own needs a file: isoflop plan FILE --law own --budget C.')
    return 2
  }
  const file = await readStudies(path, {
    ...{ choices: DEFAULT_CHOICES, pooled: false, computeFlops, onProgress: terminal.onProgress },
  })
  if (file.status === 'refused') {
    terminal.error(
      `${file.name} cannot be analysed. ${file.issues.map(({ message }) => message).join(' ')}`,
    )
    return 1
  }
  const reports = file.studies.map(({ report }) => report)
  terminal.out(
    asJson
      ? json({
          schema: 'isoflop.plan/1',
          plans: reports.map(({ sweep, laws, recommendation }) => ({
            ...{ law: { ...OWN_LAW, sweep: sweep.name, metric: sweep.metric, laws } },
            recommendation,
          })),
          recommendation: reports[0]?.recommendation ?? null,
        })
      : reports.map((report) => reportText(report, terminal.ink)).join('\n\n'),
  )
  return 0
}

async function analyse(
  command: Extract<Command, { name: 'fit' | 'compare' }>,
  terminal: Terminal,
): Promise<number> {
  const studies: ComparedStudy[] = []
  const refused: { readonly name: string; readonly issues: readonly ReportIssue[] }[] = []
  for (const path of command.files) {
    const file = await readStudies(path, { ...command, onProgress: terminal.onProgress })
    if (file.status === 'read') studies.push(...file.studies)
    else refused.push({ name: file.name, issues: file.issues })
  }
  for (const { name, issues } of refused) {
    terminal.error(`${name} cannot be analysed. ${issues.map(({ message }) => message).join(' ')}`)
  }
  const reports = studies.map(({ report }) => report)
  if (command.name === 'compare') {
    if (studies.length >= 2) {
      const comparison = comparisonOf(studies, command.choices.level)
      terminal.out(command.json ? json(comparison) : comparisonText(comparison, terminal.ink))
    }
    if (studies.length < 2)
      terminal.error('compare needs two sweeps: two files, or a file of two corpora.')
    return refused.length > 0 || studies.length < 2 ? 1 : 0
  }
  if (command.json) {
    const [only] = reports
    if (reports.length === 1 && refused.length === 0) terminal.out(json(only))
    else terminal.out(json({ schema: 'isoflop.analyses/1', sweeps: reports, refused }))
  } else if (reports.length > 0) {
    terminal.out(reports.map((report) => reportText(report, terminal.ink)).join('\n\n'))
  }
  return refused.length > 0 ? 1 : 0
}

/** A law with its name and what must be known of it. */
function described(law: AllocationLaw) {
  const { names, remarks } = en.laws
  return { ...law, kind: 'allocation', name: names[law.id], remarks: remarks[law.id] }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
