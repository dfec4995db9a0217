import { nameFault, bareName } from '../../shared/rules/names.ts'
import { sortNames } from '../../shared/rules/name-order.ts'
import { readText } from './input.ts'
import type { Subcommand } from './subcommand.ts'

/**
 * `names sort [FILE|-]`: one name a line in, bare and sorted by strokes out. Names that look wrong are kept in place
 * and told on stderr with their line, as are characters whose strokes are not certain.
 */
export const sortNamesCommand: Subcommand = {
  most: 1,
  options: {},
  run: async ({ positionals: [file] }, io) => {
    const lines = (await readText(io, file)).split(/\r\n|\r|\n/u).map(bareName)
    lines.forEach((name, index) => {
      const fault = name === '' ? undefined : nameFault(name)
      if (!fault) return
      const text = io.sentence({ key: `rules.${fault.reason}`, params: { char: fault.char ?? '' } })
      io.tell({ key: 'cli.names.line', params: { line: index + 1, name, text } })
    })
    const { sorted, unknown } = sortNames(lines.filter((name) => name !== ''))
    if (unknown.length > 0) {
      io.tell({ key: 'cli.names.unknown', params: { characters: unknown.join(' ') } })
    }
    await io.write(sorted.map((name) => `${name}\n`).join(''))
    return 0
  },
}
