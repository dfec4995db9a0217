import { posix, win32 } from 'node:path'

/**
 * What a launcher knows about the machine it runs on.
 * @typedef {object} Machine
 * @property {string} platform as in process.platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home the user's folder
 * @property {number} [uid] the user's number where there is one; 0 is root
 */

/**
 * Where a person's data lives when no folder is named: the folder Electron itself gives an app of
 * this name, so that the desktop app and browser mode open the same file. The example has its own.
 * @param {Machine} machine
 * @param {boolean} demo
 */
export function dataFolder({ platform, env, home }, demo) {
  const name = demo ? 'yixi-demo' : 'yixi'
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), name)
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', name)
  return posix.join(env['XDG_CONFIG_HOME'] || posix.join(home, '.config'), name)
}

/**
 * Whether windows can be shown: X11 or Wayland on Linux; taken for granted elsewhere.
 * @param {Pick<Machine, 'platform' | 'env'>} machine
 */
export function hasDisplay({ platform, env }) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Chromium's sandbox refuses to run as root on Linux; there the switch that turns it off is needed.
 * @param {Pick<Machine, 'platform' | 'uid'>} machine
 */
export function sandboxArgs({ platform, uid }) {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox'] : []
}

const unixNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * Paths where a Chromium, Chrome or Edge may stand, the likeliest first.
 * @param {Machine} machine
 * @returns {string[]}
 */
export function browserPaths({ platform, env, home }) {
  if (platform === 'win32') {
    const bases = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
    const apps = [
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
    ]
    return apps.flatMap((app) => bases.flatMap((base) => (base ? [win32.join(base, app)] : [])))
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((app) =>
      ['/Applications', posix.join(home, 'Applications')].map(
        (base) => `${base}/${app}.app/Contents/MacOS/${app}`,
      ),
    )
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return unixNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/**
 * Arguments that open an address as an app window with a profile of its own, quiet on the network.
 * @param {Machine} machine
 * @param {string} url
 * @param {string} profile folder of the browser's profile
 */
export function appWindowArgs(machine, url, profile) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1320,880',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    ...sandboxArgs(machine),
  ]
}
