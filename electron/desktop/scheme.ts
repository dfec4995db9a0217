import { protocol } from 'electron'
import { answerRequest } from './appFiles.ts'
import { appScheme } from './policy.ts'

/** Makes our scheme one with an origin of its own. Must run before Electron is ready. */
export const setupScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the built page under our scheme.
 * @param rendererDir folder of the built page
 */
export const setupPage = (rendererDir: string): void => {
  protocol.handle(appScheme, (request) => answerRequest(rendererDir, request))
}
