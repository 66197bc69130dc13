// Finds a Chromium-based browser that is installed already. Only Node's own modules are used here.

import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** For a browser that also runs in a container without a GPU, and asks nothing of the network. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What to tell a person for whom no browser was found. */
export const NO_BROWSER =
  'No Chromium or Chrome was found for the browser tests: install one (Debian: apt-get install chromium; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome) or set CHROMIUM to its path, then run the same command again.'

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // Ubuntu puts a script there that only says how to install the browser. Elsewhere the question
  // would open a window.
  return process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const programs = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      programs.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86 } = process.env
    const programs = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ]
    return [LOCALAPPDATA, PROGRAMFILES, PROGRAMFILES_X86]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => programs.map((parts) => join(folder, ...parts)))
  }
  return []
}

/**
 * The path of the browser to test with: the one that the variable CHROMIUM names, else the first
 * found on the path and in the system's usual places; undefined when there is none. A CHROMIUM
 * that cannot be started is not passed over: the answer is then undefined too.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM
  if (named) return isProgram(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...usualPlaces()].find(isProgram)
}
