/** One line of a plan: what it is, and how a person reads it. */
export interface PlanLine {
  readonly label: string
  readonly text: string
}

/** A plan as lines of text. */
export function planAsText(title: string, lines: readonly PlanLine[]): string {
  return [title, ...lines.map(({ label, text }) => `${label}: ${text}`)].join('\n')
}

/** A plan as a Markdown table. */
export function planAsMarkdown(title: string, lines: readonly PlanLine[]): string {
  const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\n/g, ' ')
  return [
    `## ${cell(title)}`,
    '',
    '| | |',
    '|---|---|',
    ...lines.map(({ label, text }) => `| ${cell(label)} | ${cell(text)} |`),
  ].join('\n')
}

/** Plain data as JSON. */
export function planAsJson(plan: object): string {
  return JSON.stringify(plan, null, 2)
}

/** Plain data as YAML. */
export async function planAsYaml(plan: object): Promise<string> {
  const { stringify } = await import('yaml')
  return stringify(plan)
}
