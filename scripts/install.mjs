// Installs what package-lock.json names, when that has not been done yet. Only Node's own modules
// are used here: this runs before anything is installed.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's top folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const STAMP = join(ROOT, 'node_modules', '.isoflop-lock-hash')
const OLDEST_NODE = [20, 19]

/**
 * How to start npm with `args`: the npm that runs this script where there is one, else the one on
 * the path, which Windows starts through a shell only.
 */
export function npmCommand(args) {
  const self = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(self)) {
    return { command: process.execPath, args: [self, ...args], options: { cwd: ROOT } }
  }
  return { command: 'npm', args, options: { cwd: ROOT, shell: process.platform === 'win32' } }
}

/** What the stamp says after a good install: native parts differ by system, so it names that too. */
function wantedStamp() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${process.platform}-${process.arch} ${hash}\n`
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Runs `npm ci` when node_modules is missing or older than the lock file. Returns undefined when
 * all is in place, else one sentence that says what went wrong and what to do.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}: install a newer one from https://nodejs.org and try again.`
  }
  const wanted = wantedStamp()
  if (readStamp() === wanted) return undefined

  // What the command itself says goes to standard output, and only that.
  console.error('Installing what package-lock.json names (a minute or so, once) ...')
  const ci = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  const { status, error } = spawnSync(ci.command, ci.args, {
    ...ci.options,
    stdio: ['inherit', 2, 2],
  })
  if (error || status !== 0) {
    const why = error ? error.message : `exit status ${status}`
    return `npm could not install the packages (${why}): see its message above, check the network, then run the same command again.`
  }
  writeFileSync(STAMP, wanted)
  return undefined
}
