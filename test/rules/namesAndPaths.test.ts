import { describe, expect, it } from 'vitest'
import { machinePaths, vagueFolders } from './namesAndPaths.ts'
import { projectFiles } from './projectFiles.ts'

describe('the folders of src', () => {
  it('are each named for a subject', () => {
    const files = projectFiles('src')
    expect(files.length).toBeGreaterThan(10)
    expect(vagueFolders(files)).toEqual([])
  })

  it('are refused when named for a kind of code, at any depth', () => {
    const paths = ['src/utils/a.ts', 'src/panels/hooks/a.ts', 'src/scaling/types.ts']
    expect(vagueFolders(paths.map((path) => ({ path, text: '' })))).toEqual([
      'src/utils',
      'src/panels/hooks',
    ])
  })
})

describe('the files of the project', () => {
  it('name no path of the machine they were written on', () => {
    const files = projectFiles('')
    expect(files.map(({ path }) => path)).toContain('package.json')
    expect(machinePaths(files)).toEqual([])
  })

  // The planted paths are put together here, else this file would be found itself.
  it.each(['home', 'Users', 'root', 'work', 'workspace', 'mnt'])(
    'are found out under %s',
    (top) => {
      const text = ['one line', `see ${['', top, 'somebody', 'notes.md'].join('/')}`].join('\n')
      expect(machinePaths([{ path: 'a.md', text }])).toEqual(['a.md:2'])
    },
  )

  it('may name an address on the web, and a folder of their own', () => {
    const text = ['https://example.org/home/page', '../work/notes.md', 'network/root/x'].join('\n')
    expect(machinePaths([{ path: 'a.md', text }])).toEqual([])
  })
})
