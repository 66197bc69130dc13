import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  lockProblems,
  nativeFamilies,
  type LockedPackage,
  type LockedPackages,
} from './lockFile.ts'

const PARTS = ['darwin-arm64', 'darwin-x64', 'linux-arm64-gnu', 'linux-x64-gnu']
  .concat(['win32-arm64-msvc', 'win32-x64-msvc'])
  .map((platform) => `@tool/part-${platform}`)

function partEntry(name: string): LockedPackage {
  const [os = '', cpu = ''] = name.replace('@tool/part-', '').split('-')
  return { version: '1.0.0', optional: true, os: [os], cpu: [cpu] }
}

/** A lock that is complete: one package with a part for every platform. */
const COMPLETE: LockedPackages = {
  'node_modules/tool': {
    version: '1.0.0',
    optionalDependencies: Object.fromEntries(PARTS.map((name) => [name, '1.0.0'])),
  },
  ...Object.fromEntries(PARTS.map((name) => [`node_modules/${name}`, partEntry(name)])),
}

describe('the lock file', () => {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages } = JSON.parse(text) as { packages: LockedPackages }

  it('installs on Linux, macOS and Windows, from any registry ("npm run lock" completes it)', () => {
    expect(lockProblems(packages)).toEqual([])
  })

  it('is read: the native families that the build cannot do without are found in it', () => {
    expect(nativeFamilies(packages)).toEqual(
      expect.arrayContaining(['node_modules/rolldown', 'node_modules/@tailwindcss/oxide']),
    )
  })
})

describe('the check of the lock file', () => {
  it('accepts a complete lock', () => {
    expect(lockProblems(COMPLETE)).toEqual([])
  })

  it.each(PARTS)('misses %s when it is not locked', (name) => {
    const { [`node_modules/${name}`]: _left, ...rest } = COMPLETE
    expect(lockProblems(rest)).toHaveLength(1)
    expect(lockProblems(rest)[0]).toContain(`${name} is not locked`)
  })

  it('refuses a part that is locked for another platform, or that is not optional', () => {
    const path = 'node_modules/@tool/part-linux-x64-gnu'
    for (const change of [{ os: ['darwin'] }, { cpu: ['arm64'] }, { optional: false }]) {
      const packages = { ...COMPLETE, [path]: { ...COMPLETE[path], ...change } }
      expect(lockProblems(packages)).toEqual([
        '@tool/part-linux-x64-gnu is not locked for linux on x64',
      ])
    }
  })

  it('refuses a package that leaves a platform out', () => {
    const tool = { version: '1.0.0', optionalDependencies: { '@tool/part-linux-x64-gnu': '1.0.0' } }
    expect(lockProblems({ ...COMPLETE, 'node_modules/tool': tool })).toContain(
      'node_modules/tool has no part for win32 on arm64',
    )
  })

  it('refuses a download address', () => {
    const packages = {
      ...COMPLETE,
      'node_modules/plain': { version: '1.0.0', resolved: 'https://registry.example/plain.tgz' },
    }
    expect(lockProblems(packages)).toEqual(['node_modules/plain names a download address'])
  })
})
