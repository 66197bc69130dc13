/** One package of package-lock.json, as far as this check looks at it. */
export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The packages of a lock file by their path, `node_modules/…`. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>

const SYSTEMS = ['linux', 'darwin', 'win32']
const PROCESSORS = ['x64', 'arm64']
const PLATFORMS = SYSTEMS.flatMap((os) => PROCESSORS.map((cpu) => ({ os, cpu })))

/** Whether a part is made for that system and processor, by its name. */
const isFor = (name: string, { os, cpu }: { os: string; cpu: string }) =>
  new RegExp(`[-/]${os}-${cpu}(?:-|$)`).test(name)

/** The packages of which each platform has its own part: those with a part named `…-linux-x64…`. */
export function nativeFamilies(packages: LockedPackages): readonly string[] {
  return Object.entries(packages)
    .filter(([, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).some((name) => isFor(name, { os: 'linux', cpu: 'x64' })),
    )
    .map(([path]) => path)
}

function* missingParts(packages: LockedPackages, family: string): Generator<string> {
  const parts = Object.keys(packages[family]?.optionalDependencies ?? {})
  for (const platform of PLATFORMS) {
    const names = parts.filter((name) => isFor(name, platform))
    const { os, cpu } = platform
    if (names.length === 0) yield `${family} has no part for ${os} on ${cpu}`
    for (const name of names) {
      const entry = packages[`${family}/node_modules/${name}`] ?? packages[`node_modules/${name}`]
      const fits =
        entry?.optional === true &&
        entry.version !== undefined &&
        entry.os?.includes(os) === true &&
        entry.cpu?.includes(cpu) === true
      if (!fits) yield `${name} is not locked for ${os} on ${cpu}`
    }
  }
}

/**
 * What keeps a lock file from installing everywhere: a native part that is not locked for Linux,
 * macOS or Windows, on x64 or arm64, and a download address, which ties it to one registry.
 */
export function lockProblems(packages: LockedPackages): readonly string[] {
  return [
    ...nativeFamilies(packages).flatMap((family) => [...missingParts(packages, family)]),
    ...Object.entries(packages)
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]) => `${path} names a download address`),
  ]
}
