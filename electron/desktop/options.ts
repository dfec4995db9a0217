import { isAbsolute, join, resolve } from 'node:path'

export type DesktopOptions = {
  /** Folder of the data; null for the user's own. */
  dataDir: string | null
  demo: boolean
  /** A copy to go on from; null for none. */
  from: string | null
}

/**
 * Reads what the program was started with; switches of Chromium and Electron stand among ours and are passed by.
 * @param args as in process.argv, the program itself first
 * @param cwd against which a relative folder is taken
 */
export const readOptions = (args: readonly string[], cwd: string): DesktopOptions => {
  const valueOf = (name: string): string | null => {
    const inline = args.find((arg) => arg.startsWith(`${name}=`))
    if (inline !== undefined) return inline.slice(name.length + 1) || null
    const at = args.indexOf(name)
    const next = at < 0 ? undefined : args[at + 1]
    return next === undefined || next.startsWith('-') ? null : next
  }
  const pathOf = (name: string): string | null => {
    const path = valueOf(name)
    return path === null ? null : isAbsolute(path) ? path : resolve(cwd, path)
  }
  return {
    dataDir: pathOf('--data'),
    demo: args.includes('--demo'),
    from: pathOf('--from'),
  }
}

export type Places = {
  /** Data, settings of the window, and the mark of the single instance. */
  userData: string
  /** What Chromium keeps for itself. */
  sessionData: string
}

/**
 * Where everything of this run lives.
 * @param appData the user's folder for the data of programs
 * @param userDataSwitch value of --user-data-dir, empty when absent
 */
export const placesOf = (
  { dataDir, demo }: Omit<DesktopOptions, 'from'>,
  appData: string,
  userDataSwitch: string,
): Places => {
  const own = join(appData, demo ? 'yixi-demo' : 'yixi')
  const userData = dataDir ?? (userDataSwitch === '' ? own : userDataSwitch)
  return { userData, sessionData: join(userData, 'desktop') }
}
