import type { Ports } from './kernel/ports.ts'

/**
 * The kernel's ports as every host gives them; only saving files differs from host to host.
 * The document libraries are heavy and not needed to start, so they are loaded with their first use.
 */
export const createPorts = ({ saveFiles }: Pick<Ports, 'saveFiles'>): Ports => ({
  readSheet: async (fileName, bytes) =>
    (await import('./sheets/index.ts')).readSheet(fileName, bytes),
  renderDocx: async (paper) => (await import('./papers/index.ts')).renderDocx(paper),
  saveFiles,
})
