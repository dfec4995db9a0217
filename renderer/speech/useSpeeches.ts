import { useState } from 'react'
import type { Item, Sitting } from '../../shared/contract/session.ts'
import type { Speech } from '../../shared/contract/speech.ts'
import { clockText } from '../../shared/rules/speech.ts'
import { announce } from '../lib/announce.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { useOrder } from './useOrder.ts'
import type { Candidate } from './who.ts'

export type SpeechDialog = 'add' | 'extend' | 'record'

export type Speeches = {
  running: Speech | null
  queued: readonly Speech[]
  done: readonly Speech[]
  /** Nothing can be put on the list any more. */
  closed: boolean
  /** Whether the floor can be given: the sitting is under way. */
  held: boolean
  /** Who chairs, as far as known. */
  chair: string
  dialog: SpeechDialog | null
  ask: (dialog: SpeechDialog) => void
  close: () => void
  add: (candidate: Candidate) => Promise<void>
  /** Ends the speech that runs, else gives the floor to the first who waits. */
  next: () => Promise<void>
  putBack: () => Promise<void>
  /** To a 0-based place among those who wait. */
  move: (id: string, index: number) => void
  drop: (speech: Speech) => Promise<boolean>
  extended: (speech: Speech, minutes: number) => void
}

/** The steps of the speakers' list with their keys and what is said aloud of them. */
export const useSpeeches = (
  sitting: Sitting,
  item: Item | null,
  speeches: readonly Speech[],
): Speeches => {
  const t = useT()
  const [dialog, setDialog] = useState<SpeechDialog | null>(null)
  const session = useKernelQuery('session.get', { id: sitting.sessionId })
  const addOne = useKernelCommand('speech.add')
  const start = useKernelCommand('speech.start')
  const stop = useKernelCommand('speech.stop')
  const back = useKernelCommand('speech.putBack')
  const move = useOrder(sitting.id)
  const dropOne = useKernelCommand('speech.drop')
  const running = speeches.find(({ state }) => state === 'speaking') ?? null
  const queued = speeches.filter(({ state }) => state === 'queued')
  const done = speeches.filter(({ state }) => state === 'done')
  const closed = sitting.state === 'adjourned' || session.data?.state === 'closed'
  const held = sitting.state === 'open'
  const close = () => setDialog(null)

  const add: Speeches['add'] = async ({ memberId, name }) => {
    const sittingId = sitting.id
    const itemId = item?.id ?? null
    const who = memberId === null ? { name } : { memberId }
    const before = new Set(queued.map(({ id }) => id))
    const reply = await addOne.run({ sittingId, itemId, ...who })
    if (!reply.ok) return
    const { id, name: known } = reply.value
    // The list itself shows who is new on it; that nothing changed has to be said.
    if (before.has(id)) notify('plain', t('speech.waitsAlready', { name: known }))
    else announce(t('speech.added', { name: known }))
    close()
  }

  const giveFloor = async (speech: Speech) => {
    const reply = await start.run({ id: speech.id })
    if (!reply.ok) return
    const { name, limitSeconds } = reply.value
    const limit = limitSeconds === 0 ? '' : t('speech.limit', { time: clockText(limitSeconds) })
    announce(t('speech.begins', { name, limit }))
  }

  const takeFloor = async (speech: Speech) => {
    const reply = await stop.run({ id: speech.id })
    if (reply.ok) announce(t('speech.ended', { name: speech.name }))
  }

  const next: Speeches['next'] = async () => {
    const [first] = queued
    if (running) await takeFloor(running)
    else if (first) await giveFloor(first)
  }

  const putBack: Speeches['putBack'] = async () => {
    if (!running) return
    const reply = await back.run({ id: running.id, rev: running.rev })
    if (reply.ok) announce(t('speech.isBack', { name: running.name }))
  }

  const drop: Speeches['drop'] = async ({ id, name }) => {
    const reply = await dropOne.run({ id })
    if (reply.ok) announce(t('speech.dropped', { name }))
    return reply.ok
  }

  const extended: Speeches['extended'] = ({ name }, minutes) => {
    announce(t('speech.extended', { name, count: minutes }))
    close()
  }

  useAction('speech.add', () => setDialog('add'), !closed)
  useAction('speech.next', () => void next(), running !== null || (held && queued.length > 0))
  useAction(
    'speech.extend',
    () => setDialog('extend'),
    running !== null && running.limitSeconds > 0,
  )
  useAction('speech.record', () => setDialog('record'))
  useAction('speech.putBack', () => void putBack(), running !== null)
  return {
    running,
    queued,
    done,
    closed,
    held,
    chair: sitting.chairName ?? session.data?.chairName ?? '',
    dialog,
    ask: setDialog,
    close,
    add,
    next,
    putBack,
    move,
    drop,
    extended,
  }
}
