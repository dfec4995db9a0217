/** What the first bytes of a file say it is, whatever its name says. */
export type FileKind = 'zip' | 'protected' | 'xls' | 'ole' | 'pdf' | 'page' | 'picture' | 'text'

const starts = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0))
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const bareBiffMarks = [
  [0x09, 0x08, 0x10, 0x00, 0x00, 0x06],
  [0x09, 0x08, 0x08, 0x00, 0x00, 0x05],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x02, 0x06, 0x00],
]
const zipMarks = [ascii('PK\u0003\u0004'), ascii('PK\u0005\u0006')]
const pictureMarks = [[0x89, ...ascii('PNG')], [0xff, 0xd8, 0xff], ascii('GIF8')]

/** Streams of an OLE container are named in UTF-16; their names tell a protected workbook from an old one. */
const oleKind = (bytes: Uint8Array): FileKind => {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (container.includes(wide('EncryptedPackage'))) return 'protected'
  if (container.includes(wide('WordDocument'))) return 'ole'
  if (container.includes(wide('Workbook')) || container.includes(wide('Book'))) return 'xls'
  return 'ole'
}

/** Tells what a non-empty file is by its content. */
export const fileKind = (bytes: Uint8Array): FileKind => {
  if (zipMarks.some((mark) => starts(bytes, mark))) return 'zip'
  if (starts(bytes, oleMark)) return oleKind(bytes)
  if (bareBiffMarks.some((mark) => starts(bytes, mark))) return 'xls'
  if (starts(bytes, ascii('%PDF'))) return 'pdf'
  if (pictureMarks.some((mark) => starts(bytes, mark))) return 'picture'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 600))
  // Some systems export a web page or the XML of 2003 under the name .xls.
  if (/^(?:ï»¿)?\s*<(?:\?xml|!doctype|html|table|meta|head)/i.test(head)) return 'page'
  return 'text'
}
