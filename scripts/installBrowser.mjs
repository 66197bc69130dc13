// Installs Chromium where that takes no questions: Debian's package, as root or with a sudo that
// asks for no password.

import { spawnSync } from 'node:child_process'

import { findBrowser } from './findBrowser.mjs'

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * Installs Debian's `chromium` package and returns the path of the browser; undefined where that
 * cannot be done or does not lead to a browser that starts.
 */
export function installBrowser() {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return undefined
  const root = process.getuid() === 0
  if (!root && !succeeds('sudo', ['-n', 'true'])) return undefined

  console.log(
    'No Chromium or Chrome found: installing Debian package chromium (about a minute) ...',
  )
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive']
  const [command, ...prefix] = root ? environment : ['sudo', '-n', ...environment]
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const apt = spawnSync(command, [...prefix, 'apt-get', '-qq', ...args], { encoding: 'utf8' })
    if (apt.status !== 0) {
      console.log(`apt-get ${args[0]} failed: ${apt.stderr.trim()}`)
      return undefined
    }
  }
  return findBrowser()
}
