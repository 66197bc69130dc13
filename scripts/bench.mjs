// `npm run bench`: runs every bench/*.bench.mjs in turn, and fails when one of them fails.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { ensureInstalled, ROOT } from './install.mjs'

const problem = ensureInstalled()
if (problem) {
  console.error(problem)
  process.exit(1)
}

const folder = join(ROOT, 'bench')
const benches = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .sort()
const failed = benches.filter((name) => {
  console.log(`\n${name}`)
  const { status } = spawnSync(process.execPath, [join(folder, name)], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  return status !== 0
})

console.log(`\n${benches.length - failed.length} benches passed, ${failed.length} failed`)
for (const name of failed) console.log(`failed: ${name}`)
process.exitCode = failed.length > 0 || benches.length === 0 ? 1 : 0
