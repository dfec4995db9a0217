import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Stroke classes of the convention: 横 1, 竖 2, 撇 3, 点 4, 折 5. Every stroke not named here is a 折. */
const classOfStroke: Record<string, string> = {
  横: '1',
  提: '1',
  竖: '2',
  竖钩: '2',
  撇: '3',
  点: '4',
  点2: '4',
  捺: '4',
}

/** Text of a Unihan file, plain or packed by bzip2 as Debian's unicode-data ships it. */
const unihanText = (folder: string, name: string): string => {
  const plain = join(folder, `${name}.txt`)
  if (existsSync(plain)) return readFileSync(plain, 'utf8')
  const packed = `${plain}.bz2`
  return execFileSync('bzcat', [packed], { encoding: 'utf8', maxBuffer: 1 << 28 })
}

const field = (text: string, name: string): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [, code = '', value = ''] of text.matchAll(
    new RegExp(`^U\\+([0-9A-F]+)\\t${name}\\t(.+)$`, 'gm'),
  )) {
    found.set(String.fromCodePoint(Number.parseInt(code, 16)), value)
  }
  return found
}

/** The version of Unicode the folder's Unihan files are of, «15.0.0». */
export const unicodeVersion = (folder: string): string => {
  const version = /^# Unicode version: (\S+)/m.exec(unihanText(folder, 'Unihan_IRGSources'))?.[1]
  if (version === undefined) throw new Error(`${folder} holds no Unihan files`)
  return version
}

/** Character → number of strokes: the first value of kTotalStrokes, the form used in China. */
export const strokeCounts = (folder: string): Map<string, number> => {
  const values = field(unihanText(folder, 'Unihan_IRGSources'), 'kTotalStrokes')
  return new Map([...values].map(([char, value]) => [char, Number(value.split(' ')[0])]))
}

/** Character → its number in the list of standard characters (通用规范汉字表, 1–8105), from kTGH. */
export const standardNumbers = (folder: string): Map<string, number> => {
  const values = field(unihanText(folder, 'Unihan_OtherMappings'), 'kTGH')
  return new Map([...values].map(([char, value]) => [char, Number(/2013:(\d+)/.exec(value)?.[1])]))
}

/** The dictionary of cnchar-order, which its own types leave out: character → letters, letter → stroke. */
type OrderPackage = {
  dict: { orders: Record<string, string>; strokeTable: Record<string, { name: string }> }
}
const orderPackage = (): OrderPackage =>
  createRequire(import.meta.url)('cnchar-order') as OrderPackage

/** Character → its strokes in writing order as classes, «王» → 1121. */
export const strokeSequences = (): Map<string, string> => {
  const { orders, strokeTable } = orderPackage().dict
  const classOf = (letter: string): string => {
    const stroke = strokeTable[letter]
    if (!stroke) throw new Error(`cnchar-order has no stroke «${letter}»`)
    return classOfStroke[stroke.name] ?? '5'
  }
  return new Map(
    Object.entries(orders).map(([char, letters]) => [char, [...letters].map(classOf).join('')]),
  )
}
