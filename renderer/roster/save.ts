import type { Member } from '../../shared/contract/roster.ts'
import type { Reply } from '../../shared/contract/index.ts'
import { askKernel, callKernel, type InputAt } from '../lib/client.ts'

/** The note kept with the person behind a member. */
export const noteOf = async ({ name, personId }: Member): Promise<string> => {
  const people = await askKernel('roster.find', { text: name })
  return people.find((person) => person.id === personId)?.note ?? ''
}

/** All that is stored of a member, as a command takes it. */
const inputOf = (member: Member, note: string): InputAt<'roster.saveMember'> => {
  const { id, rev, name, sex, nationality, kind, rank, orderOverride } = member
  const { startsOn, endsAt, endReason } = member
  const office = { kind, rank, orderOverride, startsOn, endsAt, endReason }
  return { id, rev, name, sex, nationality, note, ...office }
}

/** Gives a member a manual place, leaving everything else as it is. */
export const savePlace = async (
  member: Member,
  orderOverride: number | null,
): Promise<Reply<Member>> => {
  const note = await noteOf(member)
  return callKernel('roster.saveMember', { ...inputOf(member, note), orderOverride })
}
