import { expect, it } from 'vitest'
import { folderCircles } from './folderCircles.ts'
import { projectFiles } from './projectFiles.ts'

it('lets no folders of src import one another in a circle', () => {
  const files = projectFiles('src')
  expect(files.length).toBeGreaterThan(100)
  expect(folderCircles(files)).toEqual([])
})

it('finds a circle over three folders, and none in a chain', () => {
  const file = (path: string, specifier: string) => ({ path, text: `import '${specifier}'` })
  const chain = [file('src/a/x.ts', '../b/x.ts'), file('src/b/x.ts', '../c/x.ts')]
  expect(folderCircles([...chain, file('src/c/x.ts', './y.ts')])).toEqual([])
  expect(folderCircles([...chain, file('src/c/x.ts', '../a/x.ts')])).toEqual([
    ...['src/a', 'src/b', 'src/c'],
  ])
})
