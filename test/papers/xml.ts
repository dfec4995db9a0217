/** A strict reader for the XML inside Word files: it takes nothing a validating parser would refuse there. */

export type XmlNode = { name: string; children: XmlNode[]; text: string }

const token = /<\?xml[^>]*\?>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/uy
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const checkAttributes = (attributes: string): void => {
  const names = [...attributes.matchAll(/([\w.:-]+)="/gu)].map((match) => match[1])
  if (new Set(names).size !== names.length) throw new Error(`attribute twice: ${attributes}`)
}

/** The tree of a document; throws where it is not well-formed. */
export const parseXml = (xml: string): XmlNode => {
  if (entity.test(xml) || forbidden.test(xml)) throw new Error('bad entity or character')
  const root: XmlNode = { name: '', children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (match === null) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`)
    const [, closing, name, attributes, empty, text] = match
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.text += decoded(text)
    if (name === undefined) continue
    checkAttributes(attributes ?? '')
    if (closing) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`)
      open.pop()
    } else {
      const node: XmlNode = { name, children: [], text: '' }
      parent.children.push(node)
      if (!empty) open.push(node)
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one closed element')
  return root.children[0] as XmlNode
}

/** Every node below, and the node itself, in document order. */
export const allNodes = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(allNodes)]
