import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { arrange } from './arrange.ts'
import { standardNumbers, strokeCounts, strokeSequences, unicodeVersion } from './sources.ts'

// Writes the table of stroke order the name order rests on. Needs Debian's unicode-data (or a folder with the
// Unihan files given as the first argument) and the cnchar-order package. Run it by hand when either changes:
//   node build/stroke-data/generate.ts [FOLDER]

const folder = process.argv[2] ?? '/usr/share/unicode'
const inRoot = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const write = (path: string, value: unknown): void =>
  writeFileSync(inRoot(path), JSON.stringify(value, null, 2) + '\n')

const unicode = unicodeVersion(folder)
const standard = standardNumbers(folder)
const { version } = JSON.parse(
  readFileSync(inRoot('node_modules/cnchar-order/package.json'), 'utf8'),
) as { version: string }
const { groups, inferred } = arrange({
  counts: strokeCounts(folder),
  standard,
  sequences: strokeSequences(),
})

write('shared/rules/data/strokes.json', {
  provenance:
    `Stroke counts (kTotalStrokes) and the list of standard characters (kTGH): Unicode Han Database ${unicode}, ` +
    '© Unicode, Inc., Unicode License, https://www.unicode.org/license.txt. ' +
    `Stroke sequences: cnchar-order ${version}, MIT.`,
  groups,
  inferred,
})
write('test/golden/rules/standard-characters.json', {
  provenance:
    `kTGH of the Unicode Han Database ${unicode}, © Unicode, Inc., Unicode License: the list in its own order.`,
  characters: [...standard]
    .sort(([, a], [, b]) => a - b)
    .map(([char]) => char)
    .join(''),
})
