// `npm test`: installs what is missing, then runs types, lint, format and every test. The last line
// says how many tests passed and failed; each check of the source counts as one test.

import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findBrowser, NO_BROWSER } from './findBrowser.mjs'
import { ensureInstalled, ROOT } from './install.mjs'
import { installBrowser } from './installBrowser.mjs'

/** The kinds of test, by how the file name ends: none of them may silently have no tests. */
const KINDS = [
  ['unit', '.test.ts'],
  ['component', '.test.tsx'],
  ['browser', '.browser.ts'],
]

const total = { passed: 0, failed: 0, skipped: 0 }

function finish() {
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
}

function fail(sentence) {
  console.log(sentence)
  total.failed += 1
}

/** Starts a clock; the answer tells the seconds since then. */
function clock() {
  const start = performance.now()
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/** Runs the program of an installed package to its exit status. Its path is given, so that no shell is needed. */
function runTool(path, args, options) {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(ROOT, 'node_modules', path), ...args], { cwd: ROOT, ...options })
      .on('error', () => resolve(1))
      .on('exit', resolve)
  })
}

/** Runs a check of the source beside the others; tells of it when it ends. */
function check(name, path, args) {
  const elapsed = clock()
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'node_modules', path), ...args],
      { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (error === null) {
          total.passed += 1
          console.log(`${name}: passed in ${elapsed()}`)
        } else {
          fail(`${stdout}${stderr}${name}: failed in ${elapsed()}`)
        }
        resolve()
      },
    )
  })
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { testResults: [] }
  }
}

async function runVitest(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'isoflop-test-'))
  const report = join(folder, 'report.json')
  const elapsed = clock()
  const status = await runTool(
    join('vitest', 'vitest.mjs'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit', env: { ...process.env, CHROMIUM: browser } },
  )
  console.log(
    `unit, component and browser tests: ${status === 0 ? 'passed' : 'failed'} in ${elapsed()}`,
  )
  const { testResults } = readReport(report)
  rmSync(folder, { recursive: true, force: true })

  const failedBefore = total.failed
  const ran = new Set()
  const left = new Set()
  for (const { name, status: fileStatus, assertionResults, message } of testResults) {
    const count = (wanted) => assertionResults.filter((test) => wanted.includes(test.status)).length
    const passed = count(['passed'])
    const failed = count(['failed'])
    total.passed += passed
    total.failed += failed
    total.skipped += assertionResults.length - passed - failed
    for (const { status: testStatus, ancestorTitles } of assertionResults) {
      if (testStatus !== 'passed' && testStatus !== 'failed') left.add(ancestorTitles[0])
    }
    if (fileStatus === 'failed' && failed === 0) fail(`${name} could not be run. ${message}`)
    if (passed + failed > 0) ran.add(KINDS.find(([, ending]) => name.endsWith(ending))?.[0])
  }
  for (const group of left) console.log(`left out: ${group}`)
  for (const [kind] of KINDS) {
    if (!ran.has(kind)) fail(`Not one ${kind} test was run.`)
  }
  // An error outside of any test, such as a promise that nobody waited for.
  if (status !== 0 && total.failed === failedBefore) fail('vitest failed outside of the tests.')
}

const TSC = join('typescript', 'bin', 'tsc')

const problem = ensureInstalled()
if (problem) {
  fail(problem)
  finish()
}
// A CHROMIUM that does not start is a mistake to be told, not a reason to install another one.
const browser = findBrowser() ?? (process.env.CHROMIUM ? undefined : installBrowser())
if (browser === undefined) {
  fail(NO_BROWSER)
  finish()
}
console.log(`browser: ${browser}`)
await Promise.all([
  runVitest(browser),
  check('types of the rooms that know no machine', TSC, ['-p', 'tsconfig.pure.json']),
  check('types of the rooms that know no browser', TSC, ['-p', 'tsconfig.node.json']),
  check('types and lint', join('oxlint', 'bin', 'oxlint'), ['--deny-warnings']),
  check('format', join('oxfmt', 'bin', 'oxfmt'), ['--check']),
])
finish()
