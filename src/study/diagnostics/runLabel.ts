import type { Run } from '../../scaling/runs/run.ts'

/** What a run is called: its name, or the number of its line where it has none. */
export function runLabel({ name, line }: Run): string {
  return name === '' ? `#${line}` : name
}
