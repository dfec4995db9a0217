import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import type { ParameterKey } from '../../shared/rules/parameters.ts'
import { value, type TestKernel } from './kernel.ts'

/** A sitting planned or held on a day of its own session, numbered `number`. */
export const sittingOn = async (
  own: TestKernel,
  number: number,
  day: string,
): Promise<{ sessionId: string; sittingId: string }> => {
  const days = { startsOn: day, endsOn: day }
  const session = value(await own.client.session.save({ rev: 0, number, ...days }))
  const startsAt = `${day}T09:00:00`
  const facts = { rev: 0, sessionId: session.id, kind: 'plenary' as const, startsAt }
  return { sessionId: session.id, sittingId: value(await own.client.session.saveSitting(facts)).id }
}

/** Opens or adjourns a sitting at a moment. */
export const turnSitting = async (
  own: TestKernel,
  place: { sessionId: string; sittingId: string },
  state: 'open' | 'adjourned',
  moment: string,
): Promise<void> => {
  own.at(moment)
  const { sittings } = value(await own.client.session.get({ id: place.sessionId }))
  const { id = '', rev = 0 } = sittings.find((sitting) => sitting.id === place.sittingId) ?? {}
  value(await own.client.session.setSittingState({ id, rev, state }))
}

/** A whole sitting held on a day: opened, called with these away, adjourned. */
export const heldOn = async (
  own: TestKernel,
  number: number,
  day: string,
  away: readonly { memberId: string; state: 'onLeave' | 'absent' }[],
): Promise<void> => {
  const place = await sittingOn(own, number, day)
  await turnSitting(own, place, 'open', `${day}T09:00:00`)
  const { sittingId } = place
  value(await own.client.attendance.callRoll({ sittingId, exceptions: [...away] }))
  await turnSitting(own, place, 'adjourned', `${day}T12:00:00`)
}

/** States a parameter of the body, with a source. */
export const stateRule = async (
  own: TestKernel,
  key: ParameterKey,
  stated: unknown,
  source = '本级议事规则',
): Promise<void> => {
  const known = value(await own.client.body.parameters({})).find((one) => one.key === key)
  const rule = { key, value: stated, rev: known?.rev ?? 0, source }
  value(await own.client.body.setParameter(rule))
}

/** The entry of a member on a roll. */
export const entryOf = (roll: Roll, memberId: string): RollEntry => {
  const entry = roll.entries.find((one) => one.memberId === memberId)
  if (!entry) throw new Error('not on the roll')
  return entry
}
