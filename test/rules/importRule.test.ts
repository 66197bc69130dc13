import { describe, expect, it } from 'vitest'
import { checkImports } from './importRule.ts'
import { projectFiles } from './projectFiles.ts'

const problemsOf = (path: string, text: string) => checkImports([{ path, text }]).problems

describe('the import rule', () => {
  it('is kept by every file in src', () => {
    const { problems, files, imports } = checkImports(projectFiles('src'))
    expect(problems).toEqual([])
    // A check that has read nothing has found nothing either.
    expect(files).toBeGreaterThan(10)
    expect(imports).toBeGreaterThan(10)
  })

  it('says how much it has read, and that is nothing where there is nothing', () => {
    expect(checkImports([])).toEqual({ problems: [], files: 0, imports: 0 })
    expect(checkImports([{ path: 'test/a.ts', text: "import '../src/a.ts'" }]).files).toBe(0)
  })

  it.each([
    ['src/panels/A.tsx', '../charts/profile/XChart.tsx'],
    ['src/app/A.tsx', '../numerics/a.ts'],
    ['src/cli/a.ts', '../scaling/a.ts'],
    ['src/charts/profile/XChart.tsx', '../../components/A.tsx'],
    ['src/charts/profile/XChart.tsx', './series.ts'],
    ['src/jobs/a.ts', '../import/a.ts'],
    ['src/app/A.tsx', './app.css'],
    ['src/jobs/a.ts', './worker.ts?worker'],
  ])('lets %s import %s', (path, specifier) => {
    expect(problemsOf(path, `import '${specifier}'`)).toEqual([])
  })

  it.each([
    ['upwards', 'src/numerics/a.ts', '../scaling/a.ts'],
    ['upwards over several floors', 'src/laws/a.ts', '../panels/A.tsx'],
    ['store to queries', 'src/store/a.ts', '../queries/a.ts'],
    ['queries to store', 'src/queries/a.ts', '../store/a.ts'],
    ['charts to store', 'src/charts/a/XChart.tsx', '../../store/a.ts'],
    ['charts to queries', 'src/charts/a/XChart.tsx', '../../queries/a.ts'],
    ['import to jobs', 'src/import/a.ts', '../jobs/a.ts'],
    ['words to components', 'src/words/a.ts', '../components/A.tsx'],
    ['app to cli', 'src/app/A.tsx', '../cli/a.ts'],
    ['out of src', 'src/app/A.tsx', '../../test/a.ts'],
    ['to a file outside of the rooms', 'src/app/A.tsx', '../main.tsx'],
  ])('forbids an import %s', (_what, path, specifier) => {
    expect(problemsOf(path, `import '${specifier}'`)).toHaveLength(1)
  })

  it('forbids a source file outside of the rooms', () => {
    expect(problemsOf('src/main.tsx', '')).toEqual(['src/main.tsx is in no room of src'])
    expect(problemsOf('src/misc/a.ts', '')).toEqual(['src/misc/a.ts is in no room of src'])
  })

  it.each([
    ["import type { A } from '../panels/A.tsx'"],
    ["import {\n  A,\n} from '../panels/A.tsx'"],
    ["export { A } from '../panels/A.tsx'"],
    ["export * from '../panels/A.tsx'"],
    ["const a = await import('../panels/A.tsx')"],
    ["let a: import('../panels/A.tsx').A"],
    ["new Worker(new URL('../panels/A.tsx', import.meta.url))"],
  ])('sees through the form %s', (text) => {
    expect(problemsOf('src/scaling/a.ts', text)).toEqual([
      'src/scaling/a.ts: scaling may not import panels (../panels/A.tsx)',
    ])
  })

  it('is not misled by imports in comments and strings', () => {
    const text = `// import '../panels/A.tsx'\nconst a = "import '../panels/A.tsx'"`
    expect(problemsOf('src/scaling/a.ts', text)).toEqual([])
  })

  it.each([
    ['src/panels/A.tsx', 'react'],
    ['src/components/A.tsx', 'react-dom/client'],
    ['src/charts/a/XChart.tsx', 'react-dom'],
    ['src/queries/a.ts', '@tanstack/react-query'],
    ['src/store/a.ts', 'zustand/vanilla'],
    ['src/store/storeContext.tsx', 'react'],
    ['src/numerics/a.ts', 'd3-array'],
  ])('lets %s import the package %s', (path, name) => {
    expect(problemsOf(path, `import '${name}'`)).toEqual([])
  })

  it.each([
    ...['numerics', 'scaling', 'laws', 'planning', 'import', 'export', 'jobs', 'format', 'cli'].map(
      (room) => [`src/${room}/a.ts`, 'react'],
    ),
    ['src/store/slices.ts', 'react'],
    ['src/queries/a.ts', 'react'],
    ['src/queries/a.ts', 'zustand'],
    ['src/charts/a/XChart.tsx', 'zustand/react'],
    ['src/charts/a/XChart.tsx', '@tanstack/react-query'],
    ['src/format/a.ts', 'react/jsx-runtime'],
  ])('forbids %s to import the package %s', (path, name) => {
    expect(problemsOf(path, `import '${name}'`)).toHaveLength(1)
  })
})
