import { run } from './run.ts'

declare const __VERSION__: string

const isTerminal = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
const ink = (code: number) => (text: string) =>
  isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text
let shown = ''

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => {
    process.stdout.write(`${text}\n`)
  },
  error: (text) => {
    process.stderr.write(`${text}\n`)
  },
  onProgress: (what, fraction) => {
    if (!process.stderr.isTTY) return
    const line = `${what}: ${Math.round(fraction * 100)}%`
    if (line === shown) return
    shown = line
    process.stderr.write(fraction < 1 ? `\r\u001b[K${line}` : '\r\u001b[K')
  },
  ink: { strong: ink(1), faint: ink(2) },
  version: __VERSION__,
})
