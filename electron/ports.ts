import type { Ports } from './kernel/ports.ts'

/**
 * The kernel's ports as every host gives them; only asking for folders and saving files differ from host to host.
 * The document libraries are heavy and not needed to start, so they are loaded with their first use.
 */
export const createPorts = ({
  saveFiles,
  chooseFolder,
}: Pick<Ports, 'saveFiles' | 'chooseFolder'>): Ports => ({
  readSheet: async (fileName, bytes) =>
    (await import('./sheets/index.ts')).readSheet(fileName, bytes),
  readForm: async (fileName, bytes, photo) =>
    (await import('./forms/index.ts')).readForm(fileName, bytes, photo),
  renderDocx: async (paper) => (await import('./papers/index.ts')).renderDocx(paper),
  renderWorkbook: async (workbook) => (await import('./sheets/index.ts')).writeWorkbook(workbook),
  saveFiles,
  ...(chooseFolder ? { chooseFolder } : {}),
})
