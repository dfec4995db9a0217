import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaperName } from '../../../shared/contract/papers.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { inventedName, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

// A member given another name in the roster: the papers that bear the old one, and the acts that are still about them.

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel('2026-11-26T09:00:00')
  steps = aftermath(own)
  place = await steps.hall(31)
})
afterEach(() => own.dispose())

const was = inventedName(5)
const now = '阮知微'
const office = '临江市人民代表大会常务委员会法制工作委员会副主任'

const memberNamed = async (name: string) => {
  const { members } = value(await own.client.roster.membership({}))
  const member = members.find((one) => one.name === name)
  if (!member) throw new Error('no member')
  return member
}
const rename = async (from = was, to = now): Promise<void> => {
  own.at('2026-11-26T10:00:00')
  const { id, rev, kind, startsOn } = await memberNamed(from)
  value(await own.client.roster.saveMember({ id, rev, kind, startsOn, name: to }))
}
const hand = async (...papers: PaperName[]): Promise<void> => {
  const { sessionId } = place
  value(await own.client.papers.export({ taskId: 'one', sessionId, papers, format: 'text' }))
}
const marks = async () =>
  (await steps.after(place)).putRight.map(({ what, papers }) => [what, ...papers])
const proposed = async (personName = was) => {
  const [question] = await steps.proposed(place, 'council', [{ personName, post: office }])
  if (!question) throw new Error('not asked')
  return question
}
const theAct = async () => {
  const [nomination] = value(await own.client.appointment.nominations(place))
  const act = nomination?.acts[0]
  if (!act) throw new Error('no act')
  return act
}
const meant = async () =>
  value(await own.client.appointment.persons({ actId: (await theAct()).id })).map(
    ({ name, posts }) => [name, ...posts.filter((post) => post === office)],
  )

describe('papers made before', () => {
  it('are those that list who was here', async () => {
    await hand('attendance')
    await rename()
    expect(await marks()).toEqual([['name', 'attendance', 'minutes']])
  })

  it('are those that bear an act still to be voted on', async () => {
    await proposed()
    await hand('draft-list')
    await rename()
    const [mark = []] = await marks()
    expect(mark).toEqual(expect.arrayContaining(['name', 'draft-list', 'resumes']))
    expect(mark).not.toContain('list')
  })

  it('are all that follow from an act that passed', async () => {
    await steps.decided(place, await proposed())
    await hand('list')
    await rename()
    const [mark = []] = await marks()
    expect(mark).toEqual(expect.arrayContaining(['name', 'list', 'certificates', 'attendance']))
  })

  it('are none of a session that made none', async () => {
    await rename()
    await hand('attendance')
    expect(await marks()).toEqual([])
  })
})

describe('an act on somebody renamed since', () => {
  it('is about the same person before the vote and after it', async () => {
    const question = await proposed()
    await rename()
    expect(await meant()).toEqual([[now]])
    await steps.decided(place, question)
    expect((await theAct()).personName).toBe(was)
    expect(await meant()).toEqual([[now, office]])
  })

  it('stays so where only the name had said whom it meant', async () => {
    const personName = '高文康'
    const question = await proposed(personName)
    const facts = { rev: 0, name: personName, kind: 'ordinary' as const, startsOn: '2026-11-27' }
    const { personId } = value(await own.client.roster.saveMember(facts))
    expect((await theAct()).personId).toBeNull()
    own.at('2026-11-26T10:00:00')
    const member = value(await own.client.roster.members({})).find(
      (one) => one.personId === personId,
    )
    const { id = '', rev = 0 } = member ?? {}
    value(await own.client.roster.saveMember({ ...facts, id, rev, name: now }))
    await steps.decided(place, question)
    expect((await theAct()).personId).toBe(personId)
    expect(value(await own.client.ledger.findPerson({ text: personName }))).toEqual([])
  })

  it('may be tied to that person again', async () => {
    await proposed()
    await rename()
    const { id, rev, personId } = await theAct()
    expect(value(await own.client.appointment.tieAct({ id, rev, personId })).personId).toBe(
      personId,
    )
  })
})
