import type { MarkState, RollEntry } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'

export type Passing = 'arrive' | 'depart'
/** What has to be asked before a mark is made. */
export type Ask =
  | { what: 'reason'; entry: RollEntry; state: 'onLeave' | 'absent' }
  | { what: 'time'; entry: RollEntry; act: Passing }

export type Marks = {
  pending: boolean
  /** Sets a mark; true when it went through. */
  set: (entry: RollEntry, state: MarkState, reason?: string, approver?: string) => Promise<boolean>
  /** Comes in or goes out, at a moment or now; true when it went through. */
  pass: (entry: RollEntry, act: Passing, at?: string) => Promise<boolean>
  /** Marks or asks; a mark that stands already only says so. */
  mark: (entry: RollEntry, state: MarkState) => void
  /** Comes in or goes out now; where that is so already it only says so, and after the end it asks when. */
  passNow: (entry: RollEntry, act: Passing) => void
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
  const set: Marks['set'] = async ({ memberId }, state, reason = '', approver = '') => {
    const when = over && state === 'present' ? { at: sitting.startsAt } : {}
    return (await markOne.run({ sittingId, memberId, state, reason, approver, ...when })).ok
  }

  const pass: Marks['pass'] = async ({ memberId }, act, at) => {
    const when = at === undefined ? {} : { at }
    const run = act === 'arrive' ? arrive.run : depart.run
    return (await run({ sittingId, memberId, ...when })).ok
  }

  const mark: Marks['mark'] = (one, state) => {
    if (one.state === state) {
      const word = t(`attendance.state.${state}`)
      notify('plain', t('attendance.already', { name: one.name, state: word }))
    } else if (state === 'present') void set(one, state)
    else onAsk({ what: 'reason', entry: one, state })
  }

  const passNow: Marks['passNow'] = (one, act) => {
    if (one.here === (act === 'arrive'))
      notify('plain', t(`attendance.${one.here ? 'alreadyHere' : 'notHere'}`, { name: one.name }))
    else if (over) onAsk({ what: 'time', entry: one, act })
    else void pass(one, act)
  }

  const free = entry !== null && !closed
  const onEntry = (work: (one: RollEntry) => void) => () => {
    if (entry) work(entry)
  }
  useAction(
    'attendance.present',
    onEntry((one) => mark(one, 'present')),
    free,
  )
  useAction(
    'attendance.leave',
    onEntry((one) => mark(one, 'onLeave')),
    free,
  )
  useAction(
    'attendance.absent',
    onEntry((one) => mark(one, 'absent')),
    free,
  )
  useAction(
    'attendance.arrive',
    onEntry((one) => passNow(one, 'arrive')),
    free,
  )
  useAction(
    'attendance.depart',
    onEntry((one) => passNow(one, 'depart')),
    free,
  )
  useAction(
    'attendance.arriveAt',
    onEntry((one) => onAsk({ what: 'time', entry: one, act: 'arrive' })),
    free,
  )
  useAction(
    'attendance.departAt',
    onEntry((one) => onAsk({ what: 'time', entry: one, act: 'depart' })),
    free,
  )
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
