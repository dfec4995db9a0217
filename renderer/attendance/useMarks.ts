import type { Approval, MarkState, Roll, RollEntry } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { standingOf } from './standing.ts'

export type Passing = 'arrive' | 'depart'
/** What is said of an absence. */
export type Said = { reason: string } & Approval
/** What has to be asked before a mark is made. */
export type Ask =
  | { what: 'reason'; entry: RollEntry; state: 'onLeave' | 'absent' }
  | { what: 'time'; entry: RollEntry; act: Passing }

export type Marks = {
  pending: boolean
  /** Sets a mark; true when it went through. */
  set: (
    entry: RollEntry,
    state: MarkState,
    said?: Partial<Said>,
    video?: boolean,
  ) => Promise<boolean>
  /** Comes in or goes out, at a moment or now; true when it went through. */
  pass: (entry: RollEntry, act: Passing, at?: string) => Promise<boolean>
  /** Marks or asks; a mark that stands already only says so. */
  mark: (entry: RollEntry, state: MarkState, video?: boolean) => void
  /** Comes in or goes out now; where that is so already it only says so, and after the end it asks when. */
  passNow: (entry: RollEntry, act: Passing) => void
}

/** Says what is wrong with who approved the leave, once it is marked. */
const warnOf = (roll: Roll, memberId: string): void => {
  const fault = roll.entries.find((entry) => entry.memberId === memberId)?.approverFault
  if (fault) notify('warn', tell(fault))
}

/** The marks of the roll call and their keys, on the member chosen. */
export const useMarks = ({
  sitting,
  entry,
  closed,
  onAsk,
}: {
  sitting: Sitting
  entry: RollEntry | null
  closed: boolean
  onAsk: (ask: Ask) => void
}): Marks => {
  const t = useT()
  const markOne = useKernelCommand('attendance.mark')
  const arrive = useKernelCommand('attendance.arrive')
  const depart = useKernelCommand('attendance.depart')
  const sittingId = sitting.id

  const over = sitting.state === 'adjourned'

  // Put right after the end, present means there from the start, not there now.
  const set: Marks['set'] = async ({ memberId }, state, said = {}, video = false) => {
    const when = over && state === 'present' ? { at: sitting.startsAt } : {}
    const reply = await markOne.run({ sittingId, memberId, state, video, ...said, ...when })
    if (reply.ok) warnOf(reply.value, memberId)
    return reply.ok
  }

  const pass: Marks['pass'] = async ({ memberId }, act, at) => {
    const when = at === undefined ? {} : { at }
    const run = act === 'arrive' ? arrive.run : depart.run
    return (await run({ sittingId, memberId, ...when })).ok
  }

  const mark: Marks['mark'] = (one, state, video = false) => {
    if (one.state === state && (state !== 'present' || one.video === video)) {
      const word = t(`attendance.state.${state}`)
      notify('plain', t('attendance.already', { name: one.name, state: word }))
    } else if (state === 'present') void set(one, state, {}, video)
    // Leave granted before says why and by whom.
    else if (state === 'onLeave' && one.leave) void set(one, state)
    else onAsk({ what: 'reason', entry: one, state })
  }

  const passNow: Marks['passNow'] = (one, act) => {
    const inside = one.here || standingOf(one) === 'notCounted'
    if (inside === (act === 'arrive'))
      notify('plain', t(`attendance.${inside ? 'alreadyHere' : 'notHere'}`, { name: one.name }))
    else if (over) onAsk({ what: 'time', entry: one, act })
    else void pass(one, act)
  }

  const free = entry !== null && !closed
  const onEntry = (work: (one: RollEntry) => void) => () => {
    if (entry) work(entry)
  }
  const marking = (state: MarkState, video = false) => onEntry((one) => mark(one, state, video))
  const passing = (act: Passing) => onEntry((one) => passNow(one, act))
  const asking = (act: Passing) => onEntry((one) => onAsk({ what: 'time', entry: one, act }))
  useAction('attendance.present', marking('present'), free)
  useAction('attendance.presentByVideo', marking('present', true), free)
  useAction('attendance.leave', marking('onLeave'), free)
  useAction('attendance.absent', marking('absent'), free)
  useAction('attendance.arrive', passing('arrive'), free)
  useAction('attendance.depart', passing('depart'), free)
  useAction('attendance.arriveAt', asking('arrive'), free)
  useAction('attendance.departAt', asking('depart'), free)
  useAction(
    'attendance.edit',
    onEntry((one) => {
      if (one.state === 'onLeave' || one.state === 'absent')
        onAsk({ what: 'reason', entry: one, state: one.state })
    }),
    free && (entry.state === 'onLeave' || entry.state === 'absent'),
  )
  return { pending: markOne.pending || arrive.pending || depart.pending, set, pass, mark, passNow }
}
