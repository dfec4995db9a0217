import { expect, it } from 'vitest'
import { leavingReasons } from '../contract/roster.ts'
import { say } from '../locales/say.ts'
import { leavingNote } from './leaving.ts'

const saidOf = (reason: (typeof leavingReasons)[number]) => {
  const note = leavingNote(reason)
  return note && { confirm: note.confirm, text: say('zh-CN', note.message) }
}

it('算例 80、81 罢免、辞去代表职务的，常委会职务随之撤销或者终止，不再表决，须公告', () => {
  for (const reason of ['recalled', 'deputy-resigned'] as const) {
    const said = saidOf(reason)
    expect(said?.confirm).toBe(false)
    expect(said?.text).toContain('不另行表决')
    expect(said?.text).toContain('公告')
  }
})

it('算例 82 两次未经批准不出席而终止代表资格的，常委会职务是否终止由人确认', () => {
  const said = saidOf('deputy-ended')
  expect(said?.confirm).toBe(true)
  expect(said?.text).toContain('请对照本级规定确认')
})

it('other reasons say nothing, and every note has its words in English', () => {
  const silent = leavingReasons.filter((reason) => leavingNote(reason) === undefined)
  expect(silent).toEqual(['resignation', 'dismissed', 'died', 'term-ended', 'other'])
  for (const reason of leavingReasons) {
    const note = leavingNote(reason)
    if (note) expect(say('en', note.message)).not.toContain('rules.')
  }
})
