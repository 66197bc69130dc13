// `npm start`: installs what is missing, builds the page, serves it on this machine only.

import { parseArgs } from 'node:util'

import { ensureInstalled, ROOT } from './install.mjs'

const FIRST_PORT = 4173

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function wantedPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' } } })
    const port = Number(values.port ?? FIRST_PORT)
    if (Number.isInteger(port) && port > 0 && port < 65536) return port
  } catch {
    // Any other argument is answered below, like a port that is none.
  }
  return fail('Usage: npm start -- [--port N], with N from 1 to 65535.')
}

const hasDesktop =
  !process.env.CI &&
  (process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY))

const port = wantedPort()
const problem = ensureInstalled()
if (problem) fail(problem)

// Only now is it certain that Vite is there.
const { build, preview } = await import('vite')

console.log('Building the page ...')
try {
  await build({ root: ROOT, logLevel: 'warn' })
} catch (error) {
  fail(`The page could not be built: ${error.message}`)
}

const server = await preview({
  root: ROOT,
  // A browser that cannot be opened is no reason to stop or to complain.
  logLevel: 'silent',
  preview: { host: '127.0.0.1', port, strictPort: false, open: hasDesktop },
}).catch((error) => fail(`No server could be started on 127.0.0.1: ${error.message}`))

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0))
  })
}
console.log(`Isoflop is at ${server.resolvedUrls.local[0]} (Ctrl-C ends it)`)
