import { expect, it } from 'vitest'
import { cardGroups, handoverLines, keysOf } from '../../../renderer/app/cards.ts'
import { commands } from '../../../renderer/app/commands.ts'

it('names on the handover card only keys of the table', () => {
  const named = handoverLines.flatMap(({ lines }) => lines.flatMap((line) => [...line.commands]))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((id) => keysOf(id).length === 0)).toEqual([])
})

it('puts every key of the desk on the shortcut card, once', () => {
  const shown = cardGroups().flatMap(({ lines }) => lines.map(({ id }) => id))
  const desk = commands.filter(
    ({ keys, places }) => keys?.length && (!places || places.includes('ballot')),
  )
  expect(desk.map(({ id }) => id).filter((id) => !shown.includes(id))).toEqual([])
  expect(new Set(shown).size).toBe(shown.length)
})
