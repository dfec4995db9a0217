/** What the document library cannot write, patched into the finished package; and bytes that do not depend on the clock. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { fallbackNames } from '../../shared/papers/fonts.ts'
import type { Fonts } from '../../shared/papers/fonts.ts'

/** Time stamp of every entry and property: the earliest a zip can hold. Local parts, so no zone shifts it. */
const zipTime = new Date(1980, 0, 1)
const propertyTime = '1980-01-01T00:00:00Z'

/** Spacing between Chinese and digits, and the line grid, are off: layout is ours alone. */
const paragraphDefaults =
  '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'

const replaced = (xml: string, part: string | RegExp, by: string): string => {
  const next = xml.replace(part, by)
  if (next === xml) throw new Error(`DOCX package without ${String(part)}`)
  return next
}

const styles = (xml: string): string =>
  replaced(xml, /(<w:pPrDefault><w:pPr>.*?)(<w:spacing )/u, `$1${paragraphDefaults}$2`)

const fontTable = (xml: string, fonts: Fonts): string => {
  const names = [...new Set(Object.values(fonts))]
  const entries = names.map((name) => {
    const alternative = fallbackNames[name]
    return `<w:font w:name="${name}">${alternative ? `<w:altName w:val="${alternative}"/>` : ''}</w:font>`
  })
  const root = /<w:fonts[^>]*?>/u.exec(xml)?.[0]
  if (root === undefined) throw new Error('DOCX package without a font table')
  const opened = root.endsWith('/>') ? `${root.slice(0, -2)}>` : root
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${opened}${entries.join('')}</w:fonts>`
}

const properties = (xml: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${propertyTime}`)

/** The library draws a watermark's id by lot; Word asks only that it begins so. */
const watermarkId = (part: string, xml: string): string =>
  xml.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/gu, part.replace(/\D/gu, ''))

/** The library counts drawings over all files it ever made; each file's own begin with 1. */
const drawingIds = (xml: string): string => {
  let count = 0
  return xml.replace(/(?<=<wp:docPr id=")\d+/gu, () => String((count += 1)))
}

/**
 * Finishes a package: paragraph defaults, names of substitute fonts, fixed times.
 * In: the library's bytes. Out: bytes that are the same whenever they are made.
 */
export const finishPackage = (bytes: Uint8Array, fonts: Fonts): Uint8Array => {
  const patches: Record<string, (xml: string) => string> = {
    'word/document.xml': drawingIds,
    'word/styles.xml': styles,
    'word/fontTable.xml': (xml) => fontTable(xml, fonts),
    'docProps/core.xml': properties,
  }
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const patch =
      patches[name] ??
      (/^word\/header\d+\.xml$/u.test(name)
        ? (xml: string): string => watermarkId(name, xml)
        : undefined)
    entries[name] = [patch ? strToU8(patch(strFromU8(content))) : content, { mtime: zipTime }]
  }
  return zipSync(entries, { level: 6 })
}
