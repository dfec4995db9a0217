import { expect, it } from 'vitest'
import type { Command } from '../../../renderer/lib/commands.ts'
import { hasSentence, setLocale, startI18n, t } from '../../../renderer/lib/i18n.ts'
import { placeNames } from '../../../renderer/lib/place.ts'
import { commands } from '../../../renderer/app/commands.ts'

const meets = (a: Command, b: Command): boolean =>
  placeNames.some((place) => [a, b].every(({ places }) => !places || places.includes(place)))

const pairs = commands.flatMap((a, index) =>
  commands.slice(index + 1).map((b): [Command, Command] => [a, b]),
)

it('gives no two commands of one place the same key', () => {
  const clashes = pairs
    .filter(([a, b]) => meets(a, b) && a.keys?.some((key) => b.keys?.includes(key)))
    .map(([a, b]) => `${a.id} and ${b.id}: ${a.keys?.join(' ')}`)
  expect(clashes).toEqual([])
})

/** What a key means wherever it means something; a key of one command alone needs no line. */
const meanings: Record<string, RegExp> = {
  '/': /\.find$/,
  A: /\.(rest|allFor)$/,
  D: /\.deliberated$/,
  Delete: /\.(remove|drop)$/,
  E: /\.(edit|figures)$/,
  Enter: /\.(next|open)$/,
  Escape: /\.(undo|close|back)$/,
  M: /\.(manner|merged)$/,
  O: /\.(depart|end)$/,
  N: /\.(new|add|ask)$/,
  'Shift+ArrowLeft': /\.previousView$/,
  'Shift+ArrowRight': /\.nextView$/,
  'Shift+D': /\.defer$/,
  'Shift+E': /\.edit\w+$/,
  'Shift+N': /\.(sitting|nominate|organ)$/,
  'Shift+Space': /\.(begin|current)$/,
  Space: /\.(next|desk)$/,
  W: /\.withdraw$/,
  ArrowDown: /\.down$/,
  ArrowUp: /\.up$/,
  'Alt+ArrowDown': /[dD]own$/,
  'Alt+ArrowUp': /[uU]p$/,
  'Alt+ArrowLeft': /(\.newer|Left)$/,
  'Alt+ArrowRight': /(\.older|Right)$/,
  'Mod+ArrowDown': /\.following$/,
  'Mod+ArrowUp': /\.previous$/,
  'Mod+Enter': /\.(close|lock|export|confirm)$/,
  'Mod+F': /\.find$/,
  'Mod+I': /\.(read|import|totals)$/,
  'Mod+S': /\.(save|addAll)$/,
}

it('gives every key one meaning across the app', () => {
  const keys = [...new Set(commands.flatMap((command) => command.keys ?? []))]
  const strange = keys.flatMap((key) => {
    const ids = commands.filter((command) => command.keys?.includes(key)).map(({ id }) => id)
    return ids.length > 1 && !ids.every((id) => meanings[key]?.test(id))
      ? [`${key}: ${ids.join(' ')}`]
      : []
  })
  expect(strange).toEqual([])
})

it('names every command once', () => {
  const ids = commands.map(({ id }) => id)
  expect(ids.length).toBe(new Set(ids).size)
})

it('writes every key as the keyboard handler spells it', () => {
  const spelling =
    /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|F\d{1,2}|Space|Enter|Escape|Delete|Backspace|Tab|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|[-+=,./[\]\\;'`])$/
  expect(commands.flatMap(({ keys }) => keys ?? []).filter((key) => !spelling.test(key))).toEqual(
    [],
  )
})

it('has words for every command in both languages', () => {
  localStorage.clear()
  startI18n()
  expect(commands.filter(({ label }) => !hasSentence(label))).toEqual([])
  const chinese = commands.map(({ label }) => t(label))
  setLocale('en')
  expect(commands.map(({ label }) => t(label))).not.toEqual(chinese)
  setLocale('zh-CN')
})
