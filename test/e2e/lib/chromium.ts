import { existsSync } from 'node:fs'
import process from 'node:process'

/** The browser tests drive: the one named by YIXI_CHROMIUM, else the system's own. */
export const chromiumPath = (): string => {
  const path = process.env['YIXI_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(path)) throw new Error(`No Chromium at ${path}; name one in YIXI_CHROMIUM`)
  return path
}

/** Switches for a browser that runs unseen, alone and without talking to the network. */
export const quietSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  // A container's shared memory may be too small for a page.
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]
