import type { OpenData } from './open.ts'

/** Fills a data folder that was empty with the example body; one that holds something is left alone. */
export const fillDemo = async ({ isNew, kernel }: OpenData): Promise<void> => {
  if (!isNew) return
  const { makeDemo } = await import('../command/demo.ts')
  await makeDemo(kernel)
}
