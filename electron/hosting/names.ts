import { basename, extname } from 'node:path'

/** Names no file may bear on Windows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Characters of a stem: file systems count bytes, and Chinese takes three each. */
const longest = 80

/**
 * A file name every system takes: no folders, no forbidden characters, not endless.
 * @param name with its ending
 */
export const safeName = (name: string): string => {
  const clean = name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = extname(clean)
  const stem = basename(clean, ending).slice(0, longest).trim()
  return `${stem === '' || reserved.test(stem) ? `_${stem}` : stem}${ending}`
}
