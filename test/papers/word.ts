import { strFromU8, unzipSync } from 'fflate'
import { allNodes, parseXml } from './xml.ts'
import type { XmlNode } from './xml.ts'

/** The XML parts of a Word file, parsed. */
export const partsOf = (docx: Uint8Array): ReadonlyMap<string, XmlNode> =>
  new Map(
    Object.entries(unzipSync(docx))
      .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
      .map(([name, bytes]) => [name, parseXml(strFromU8(bytes))]),
  )

/** What a Word file says, a paragraph a line; tabs as tabs. */
export const wordText = (docx: Uint8Array): string => {
  const root = partsOf(docx).get('word/document.xml')
  if (root === undefined) throw new Error('no document in the package')
  return allNodes(root)
    .filter((node) => node.name === 'w:p')
    .map((paragraph) =>
      paragraph.children
        .filter((node) => node.name === 'w:r')
        .map(runText)
        .join(''),
    )
    .join('\n')
}

const runText = (run: XmlNode): string =>
  run.children
    .map((node) => (node.name === 'w:t' ? node.text : node.name === 'w:tab' ? '\t' : ''))
    .join('')
