import type { Client, Reply } from '../../shared/contract/index.ts'

/** What surrounds the votes of the example's running session: seats, leave, guests, speeches. */

const WIDTH = 8

const value = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Error(`demo: ${JSON.stringify(reply.error)}`)
}

/** Everyone in the official order, row by row from the front. */
export const seatEveryone = async (client: Client): Promise<void> => {
  const members = value(await client.roster.members({}))
  const seats = members.map(({ id }, index) => ({
    memberId: id,
    row: Math.floor(index / WIDTH) + 1,
    col: (index % WIDTH) + 1,
  }))
  value(await client.attendance.saveSeats({ seats }))
}

/** Leave slips handed in and granted before the day. */
export const grantLeave = async (
  client: Client,
  sessionId: string,
  grantedOn: string,
  slips: readonly (readonly [memberId: string, reason: string])[],
): Promise<void> => {
  for (const [memberId, reason] of slips) {
    const approval = { approver: '高鹤年', approverRole: 'chair' as const, grantedOn }
    value(await client.attendance.saveLeave({ rev: 0, sessionId, memberId, reason, ...approval }))
  }
}

const sitIn = [
  ['季云帆', '市人民政府副市长'],
  ['严明礼', '市监察委员会主任'],
  ['方正则', '市中级人民法院院长'],
  ['谭守一', '市人民检察院检察长'],
] as const
const observers = [
  ['柳依依', '市民'],
  ['关自在', '市民'],
] as const

/** Who sits in and who observes, all of them there. */
export const seatGuests = async (client: Client, sittingId: string): Promise<void> => {
  const lists = [
    ['sitIn', sitIn],
    ['observe', observers],
  ] as const
  for (const [kind, list] of lists) {
    const people = list.map(([name, post]) => ({ name, post }))
    value(await client.attendance.addGuests({ sittingId, kind, people }))
  }
  const { sitIn: came, observe } = value(await client.attendance.guests({ sittingId }))
  for (const guest of [...came.guests, ...observe.guests]) {
    const { id, rev, name, post } = guest
    value(await client.attendance.saveGuest({ id, rev, name, post, present: true }))
  }
}

/** Some speak on an item for some minutes each; `pass` lets minutes go by. */
export const speakOn = async (
  client: Client,
  { sittingId, itemId }: { sittingId: string; itemId: string },
  speakers: readonly (readonly [memberId: string, minutes: number])[],
  pass: (minutes: number) => void,
): Promise<void> => {
  for (const [memberId, minutes] of speakers) {
    const { id } = value(await client.speech.add({ sittingId, itemId, memberId }))
    value(await client.speech.start({ id }))
    pass(minutes)
    value(await client.speech.stop({ id }))
  }
}
