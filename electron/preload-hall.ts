import { contextBridge, ipcRenderer } from 'electron'
import type { HallBridge } from '../shared/contract/hall.ts'

// All a screen of the hall gets of the desktop: its own frame, and a nudge that another may be ready.
const bridge: HallBridge = {
  frame: (screen) => ipcRenderer.invoke('yixi:hall', screen) as ReturnType<HallBridge['frame']>,
  on: (listener) => {
    const receive = () => listener()
    ipcRenderer.on('yixi:hall-changed', receive)
    return () => {
      ipcRenderer.off('yixi:hall-changed', receive)
    }
  },
}

contextBridge.exposeInMainWorld('hall', bridge)
