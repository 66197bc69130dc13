// Completes package-lock.json so that `npm ci` installs on every system from one lock.
//
// `npm install` silently leaves out optional packages that its registry does not offer, which are
// mostly the native parts for other systems. npm 11 then refuses the lock, and elsewhere the native
// part would be missing. Run it after every change of dependencies: `npm run lock`.

import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { npmCommand } from './install.mjs'

const run = promisify(execFile)
const LOCK = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json')

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
].concat(['sunos', 'win32'])
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
].concat(['wasm32', 'x64'])
const C_LIBRARIES = new Map([
  ['gnu', 'glibc'],
  ['musl', 'musl'],
])

/**
 * The path in the lock at which Node would find package `name` from the package at `from`, or
 * undefined when no folder on the way up has it.
 */
function locate(packages, from, name) {
  let folder = from
  for (;;) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return undefined
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  }
}

/** Every optional dependency that some package names and the lock does not hold. */
function missingFrom(packages) {
  const missing = new Map()
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (locate(packages, path, name)) continue
      const known = missing.get(name)
      const dev = Boolean(entry.dev) && (known?.dev ?? true)
      if (known && known.range !== range) {
        throw new Error(`${name} is wanted as ${known.range} and as ${range}: install it by hand.`)
      }
      missing.set(name, { range, dev, engines: entry.engines, license: entry.license })
    }
  }
  return missing
}

/** What the registry says of `name@version`, or undefined when it has no such package. */
async function askRegistry(name, version) {
  const fields = ['os', 'cpu', 'libc', 'engines', 'license', 'dependencies', 'dist.integrity']
  const { command, args, options } = npmCommand(['view', `${name}@${version}`, ...fields, '--json'])
  try {
    const { stdout } = await run(command, args, { ...options, encoding: 'utf8' })
    return stdout.trim() === '' ? undefined : JSON.parse(stdout)
  } catch (error) {
    if (/E404|ETARGET/.test(`${error.stdout}${error.stderr}`)) return undefined
    throw error
  }
}

/** Reads os, cpu and libc out of a name such as `@scope/part-linux-x64-gnu`. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => SYSTEMS.includes(word))
  const cpu = words.filter((word) => PROCESSORS.includes(word))
  const libc = words.flatMap((word) => C_LIBRARIES.get(word) ?? [])
  if (cpu.length !== 1) throw new Error(`No platform can be read from the name ${name}.`)
  return {
    cpu,
    ...(os.length > 0 && { os }),
    ...(libc.length > 0 && { libc }),
  }
}

async function entryFor(name, { range, dev, engines, license }) {
  const version = range.replace(/^[~^=]/, '')
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: ${range} names no version.`)
  const said = await askRegistry(name, version)
  const found = said
    ? {
        integrity: said['dist.integrity'],
        cpu: said.cpu,
        libc: said.libc,
        license: said.license,
        os: said.os,
        dependencies: said.dependencies,
        engines: said.engines,
      }
    : // The parts of one package are published together, under its licence and engines.
      { ...platformOf(name), license, engines }
  return { version, ...found, ...(dev && { dev }), optional: true }
}

const lock = JSON.parse(await readFile(LOCK, 'utf8'))
const missing = missingFrom(lock.packages)
const added = await Promise.all(
  [...missing].map(async ([name, wanted]) => [
    `node_modules/${name}`,
    await entryFor(name, wanted),
  ]),
)
const paths = Object.entries({ ...lock.packages, ...Object.fromEntries(added) })
lock.packages = Object.fromEntries(
  paths
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    // An address ties the lock to one registry; npm finds the package by name and version.
    .map(([path, { resolved: _address, ...entry }]) => [path, entry]),
)
const unfinished = [...missingFrom(lock.packages).keys()]
await writeFile(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added.length} optional packages added.`)
if (unfinished.length > 0) {
  console.error(`Run it again, these came with the last ones: ${unfinished.join(', ')}`)
  process.exitCode = 1
}
