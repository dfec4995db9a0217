import { useState } from 'react'
import type { Formality } from '../../shared/contract/formality.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { goToRow } from '../ui/index.ts'
import { groupsOf, isOfGroup, type Group } from './KindList.tsx'
import { isOpen } from '../../shared/rules/appointment/keeping.ts'

export type Asked = 'done' | 'waived' | 'day'

/** All of one session; what is open, or what was seen to, wherever it comes from. */
export type Listed = 'session' | 'open' | 'settled'

/** What is shown, chosen and marked of a list of formalities, and what is being asked about it. */
export const useWork = (formalities: readonly Formality[], list: Listed) => {
  const [group, setGroup] = useState<Group>('all')
  const [openOnly, setOpenOnly] = useState(list !== 'settled')
  const [selected, setSelected] = useState<string | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const settle = useKernelCommand('formality.settle')
  const groups = groupsOf(formalities)
  const shownGroup = groups.includes(group) ? group : 'all'
  const rows = formalities.filter(isOfGroup(shownGroup)).filter((one) => !openOnly || isOpen(one))
  const current = rows.find(({ id }) => id === selected) ?? null
  const chosen = rows.filter(({ id }) => marked.has(id))
  /** What a command is about: those marked, else the one row. */
  const targets = chosen.length > 0 ? chosen : current ? [current] : []
  /** What is settled by one dialog: of several those still open, as its day and number would take the place of others. */
  const settling = targets.length > 1 ? targets.filter(isOpen) : targets
  const allMarked = rows.length > 0 && chosen.length === rows.length
  const mark = (id: string): void =>
    setMarked((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const markAll = (): void => setMarked(allMarked ? new Set() : new Set(rows.map(({ id }) => id)))
  // What is marked is what one sees: another list begins without marks.
  const show = (next: Group): void => {
    setGroup(next)
    setMarked(new Set())
  }
  const showOpen = (next: boolean): void => {
    setOpenOnly(next)
    setMarked(new Set())
  }
  const stepGroup = (by: 1 | -1): void => {
    const next = groups[groups.indexOf(shownGroup) + by]
    if (next) show(next)
  }
  /** After something was done to what was chosen: where it leaves the list, the keyboard goes on from the row after it. */
  const goOn = (leaves: boolean): void => {
    const ids = new Set(targets.map(({ id }) => id))
    const last = rows.findLastIndex(({ id }) => ids.has(id))
    const next =
      rows.slice(last + 1).find(({ id }) => !ids.has(id)) ?? rows.find(({ id }) => !ids.has(id))
    setMarked(new Set())
    if (!leaves || !next) return
    setSelected(next.id)
    requestAnimationFrame(() => goToRow(next.id))
  }
  const again = async (): Promise<void> => {
    const changes = targets.map(({ id, rev }) => ({ id, rev }))
    const reply = await settle.run({ changes, state: 'due' })
    if (reply.ok) goOn(list === 'settled')
  }
  return {
    groups,
    group: shownGroup,
    setGroup: show,
    stepGroup,
    openOnly,
    setOpenOnly: showOpen,
    rows,
    current,
    select: setSelected,
    marked,
    mark,
    markAll,
    allMarked,
    targets,
    settling,
    asked,
    ask: setAsked,
    goOn: () => goOn(openOnly),
    again,
  }
}
