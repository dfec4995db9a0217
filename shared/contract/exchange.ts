/**
 * What puts another file in the place of the open one. Nothing else may be half way then, in the kernel or in a page:
 * what began on one file must not go on with another.
 */
export const exchanging: ReadonlySet<string> = new Set([
  'journal.restore',
  'safety.openCopy',
  'safety.startRehearsal',
  'safety.endRehearsal',
])
