import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, KernelEvent } from '../shared/contract/index.ts'

// All the page gets of the desktop: two functions, and one for long calls.
const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke('yixi:call', method, input),
  on: (listener) => {
    const receive = (_event: IpcRendererEvent, event: KernelEvent) => listener(event)
    ipcRenderer.on('yixi:event', receive)
    return () => {
      ipcRenderer.off('yixi:event', receive)
    }
  },
  cancel: (taskId) => ipcRenderer.send('yixi:cancel', taskId),
}

contextBridge.exposeInMainWorld('yixi', bridge)
