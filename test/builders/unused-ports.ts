import type { Ports } from '../../electron/kernel/ports.ts'

export const unused = (): never => {
  throw new Error('no port is asked here')
}

/** For a kernel that reads, renders and saves no file: each port fails the test that asks it. */
export const unusedPorts: Ports = {
  readSheet: unused,
  readForm: unused,
  renderDocx: unused,
  renderWorkbook: unused,
  saveFiles: unused,
}
