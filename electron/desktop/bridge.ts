import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Reply } from '../../shared/contract/index.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { maySend } from './policy.ts'

const forbidden: Reply<unknown> = { ok: false, error: { code: 'internal' } }

/**
 * Joins the page of a window to the kernel, over the channels the preload knows.
 * Messages of any other sender are answered without asking the kernel.
 */
export const setupBridge = (kernel: Kernel, window: BrowserWindow): void => {
  const trusted = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    maySend(
      { contents: sender.id, frame: senderFrame },
      window.isDestroyed() ? null : window.webContents.id,
    )
  ipcMain.handle('yixi:call', (event, method: unknown, input: unknown) =>
    trusted(event) && typeof method === 'string' ? kernel.call(method, input) : forbidden,
  )
  ipcMain.on('yixi:cancel', (event, taskId: unknown) => {
    if (trusted(event) && typeof taskId === 'string') kernel.cancel(taskId)
  })
  const unsubscribe = kernel.on((event) => {
    if (!window.isDestroyed()) window.webContents.send('yixi:event', event)
  })
  window.once('closed', unsubscribe)
}
