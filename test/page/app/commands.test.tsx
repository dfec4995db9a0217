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
