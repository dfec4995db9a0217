import { chromium, type Browser } from 'playwright-core'
import { chromiumPath, quietSwitches } from './chromium.ts'

/** Starts a browser with a fresh profile of its own. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: quietSwitches })
