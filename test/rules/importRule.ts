import { posix } from 'node:path'
import { importsOf } from './importsOf.ts'
import type { ProjectFile } from './projectFiles.ts'

/**
 * The rooms of src, top floor first. A room may import from any floor below its own, and not from
 * its own floor.
 */
const FLOORS = [
  ['app', 'cli'],
  ['views'],
  ['panels'],
  ['reading'],
  ['charts', 'tables', 'queries', 'store', 'export'],
  ['components'],
  ['words'],
  ['jobs', 'import', 'format', 'settings'],
  ['study'],
  ['planning'],
  ['laws'],
  ['scaling'],
  ['numerics', 'notation'],
] as const

type Room = (typeof FLOORS)[number][number]

/** The only ones on one floor that may: a job may read a file in the worker. */
const SAME_FLOOR: ReadonlySet<string> = new Set(['jobs import'])

const SCREEN = ['react', 'react-dom', 'lucide-react']

/** The packages of the React family that a room may import; a room that is not named, none. */
const REACT_FAMILY: Readonly<Partial<Record<Room, readonly string[]>>> = {
  components: SCREEN,
  charts: SCREEN,
  queries: ['@tanstack/react-query'],
  store: ['zustand'],
  reading: ['zustand', '@tanstack/react-query'],
  views: SCREEN,
  panels: [...SCREEN, '@tanstack/react-query', '@tanstack/react-virtual', 'zustand'],
  app: [...SCREEN, '@tanstack/react-query', 'zustand'],
}

/** The store is handed down in a React context: only that file and its provider know React. */
const HANDS_DOWN_STORE = /^src\/store\/[^/]*(?:context|provider)[^/]*$/i

const floorOf = (room: string) =>
  FLOORS.findIndex((rooms: readonly string[]) => rooms.includes(room))

const isRoom = (name: string): name is Room => floorOf(name) >= 0

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const isReactFamily = (name: string) => /react|^zustand$/.test(name)

function packageProblem(path: string, room: Room, specifier: string): string | undefined {
  const name = packageOf(specifier)
  if (!isReactFamily(name) || REACT_FAMILY[room]?.includes(name)) return undefined
  if (name === 'react' && HANDS_DOWN_STORE.test(path)) return undefined
  return `${path}: ${room} may not import the package ${name}`
}

function fileProblem(path: string, room: Room, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
  const [top, other = ''] = target.split('/')
  // A page of the documentation that is shown with the page is a document, not a module.
  if (top === 'docs' && target.endsWith('.md')) return undefined
  if (top !== 'src' || !isRoom(other)) return `${path}: ${specifier} is in no room of src`
  if (other === room || floorOf(other) > floorOf(room)) return undefined
  if (SAME_FLOOR.has(`${room} ${other}`)) return undefined
  return `${path}: ${room} may not import ${other} (${specifier})`
}

/** What `checkImports` found, and how much it looked at. */
export interface ImportCheck {
  readonly problems: readonly string[]
  /** Source files read. */
  readonly files: number
  /** Imports judged. */
  readonly imports: number
}

/**
 * Holds the source files among `files` to the import rule: downwards only, between known rooms, and
 * React only where something is drawn or handed down. One sentence a violation.
 */
export function checkImports(files: readonly ProjectFile[]): ImportCheck {
  const sources = files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path))
  const judged = sources.flatMap(({ path, text }) => {
    const room = path.split('/')[1] ?? ''
    if (!isRoom(room)) return [`${path} is in no room of src`]
    return importsOf(path, text).map((specifier) =>
      specifier.startsWith('.')
        ? fileProblem(path, room, specifier)
        : packageProblem(path, room, specifier),
    )
  })
  return {
    problems: judged.filter((problem) => problem !== undefined),
    files: sources.length,
    imports: judged.length,
  }
}
