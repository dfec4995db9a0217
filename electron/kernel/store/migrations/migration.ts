/** One step of the file's form. */
export type Migration = {
  /** Numbered by tens, so that a repair fits between. */
  version: number
  up: string
}
