import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sheet, Vote } from '../../../shared/contract/ballot.ts'
import { chamber } from '../../builders/chamber.ts'
import {
  CountDialog,
  DefenceDialog,
  NamedGrid,
  SheetPanel,
  TotalsImport,
} from '../../../renderer/ballot/entry/index.ts'
import { totalsOf, type Named } from '../../../renderer/ballot/entry/named.ts'
import type { Totals } from '../../../renderer/ballot/draft.ts'
import { useDeskState } from '../../../renderer/ballot/state.ts'
import { useActions } from '../../../renderer/lib/commands.ts'
import { refusal, testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let room: ReturnType<typeof chamber>
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

beforeEach(() => {
  own = testKernel()
  room = chamber(own)
  user = userEvent.setup()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const numbers = (names: string[]) => names.map((name) => Number(cell(name).value))

describe('a paper with several lines', () => {
  const draw = async (seats = 31) => {
    const place = await room.hall(31, 1, seats)
    const acts = ['甲', '乙'].map((one) => ({
      personName: `候选${one}`,
      post: `临江市${one}局局长`,
    }))
    const questions = await room.askActs(place, await room.acts(place, acts))
    const questionIds = questions.map((question) => question.id)
    const { sittingId, sessionId } = place
    const sheet = value(await own.client.ballot.openSheet({ questionIds, sittingId }))
    const done: Sheet[] = []
    const now = value(await own.client.ballot.questions({ sessionId }))
    stop = drawPage(
      own.kernel,
      <SheetPanel sheet={sheet} questions={now} onDone={(one) => done.push(one)} />,
    )
    const [first = '', second = ''] = now.map((question) => question.title)
    const of = (title: string) =>
      ['赞成', '反对', '弃权', '废票'].map((figure) => `${title}：${figure}`)
    return { sheet, done, first: of(first), second: of(second), sessionId }
  }

  /** The lock beneath what is read aloud, once it can be pressed. */
  const toLock = async () => {
    const lock = screen.getByRole('button', { name: /宣读无误，锁定/ })
    await waitFor(() => expect(lock).toHaveProperty('disabled', false))
    return lock
  }

  it('is filled by A, by exceptions and by figures, its sums checked line by line, and locked once', async () => {
    const { done, first, second } = await draw()
    await user.click(cell('发出'))
    await user.keyboard('30{Enter}29{Enter}')
    expect(document.activeElement).toBe(cell(first[0] ?? ''))
    await user.keyboard('ajkl')
    expect(numbers(first)).toEqual([26, 1, 1, 1])
    await user.keyboard('{Shift>}J{/Shift}')
    expect(numbers(first)).toEqual([27, 0, 1, 1])
    await user.keyboard('{ArrowDown}27{Enter}1{Enter}2')
    const lock = screen.getByRole('button', { name: /整张锁定/ })
    expect(screen.getByText('30 ≠ 29 ✕')).toBeTruthy()
    expect(lock).toHaveProperty('disabled', true)
    await user.keyboard('{Backspace}1{Enter}0{Enter}')
    expect(numbers(second)).toEqual([27, 1, 1, 0])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /宣读核对/ }))
    await user.keyboard('{Enter}')
    const aloud = await screen.findByRole('region', { name: '宣读核对' })
    expect(aloud.textContent).toContain('发出 30 张，收回 29 张。')
    expect(within(aloud).getAllByText('待锁定：通过')).toHaveLength(2)
    const aloudLock = await toLock()
    expect(done).toHaveLength(0)
    await user.click(aloudLock)
    await waitFor(() => expect(done).toHaveLength(1))
    expect(done[0]?.votes.map((vote) => [vote.tally?.for, vote.tally?.spoiled])).toEqual([
      [27, 1],
      [27, 0],
    ])
    expect(useDeskState.getState().drafts).toEqual({})
  })

  it('leads by the space bar to what is missing, to what is read aloud, and to the lock', async () => {
    const { done, first, second } = await draw()
    await user.click(cell('发出'))
    await user.keyboard('30{Enter}30{Enter}ajj ')
    expect(document.activeElement).toBe(cell(second[0] ?? ''))
    await user.click(cell('发出'))
    await user.keyboard('a')
    expect(numbers(first)).toEqual([28, 2, 0, 0])
    expect(numbers(second)).toEqual([30, 0, 0, 0])
    await user.keyboard(' ')
    expect(await screen.findByRole('region', { name: '宣读核对' })).toBeTruthy()
    expect(done).toHaveLength(0)
  })

  it('is locked by the space bar once it can have been read, not by a press that slips after', async () => {
    const { done } = await draw()
    await user.click(cell('发出'))
    await user.keyboard('30{Enter}30{Enter}a{ArrowDown}a')
    fireEvent.click(screen.getByRole('button', { name: /^宣读核对/ }))
    useActions.getState().offered['ballot.next']?.()
    await toLock()
    expect(done).toHaveLength(0)
    useActions.getState().offered['ballot.next']?.()
    await waitFor(() => expect(done).toHaveLength(1))
  })

  it('算例 10 reads aloud the verdict under the base chosen, not the one that falls', async () => {
    const { done } = await draw(35)
    await user.click(cell('发出'))
    await user.keyboard('30{Enter}30{Enter}17{Enter}13{Enter}0{Enter}0{ArrowDown}a')
    await user.keyboard(' ')
    expect(screen.queryByRole('region', { name: '宣读核对' })).toBeNull()
    await user.click(await screen.findByRole('radio', { name: '名额 35' }))
    await user.type(screen.getByLabelText(/依据/), '议事规则第三十条{Enter}')
    await user.click(screen.getByRole('button', { name: /^宣读核对/ }))
    const aloud = await screen.findByRole('region', { name: '宣读核对' })
    expect(within(aloud).getByText('待锁定：未通过')).toBeTruthy()
    expect(within(aloud).getByText('待锁定：通过')).toBeTruthy()
    await user.click(await toLock())
    await waitFor(() => expect(done).toHaveLength(1))
    expect(done[0]?.votes.map((vote) => vote.outcome?.verdict)).toEqual(['failed', 'passed'])
  })

  it('counts one line twice from its own cells', async () => {
    const { first } = await draw()
    await user.click(cell(first[0] ?? ''))
    await user.keyboard('{Shift>}u{/Shift}')
    expect(await screen.findByRole('dialog', { name: '第一人计票' })).toBeTruthy()
  })

  it('says at once that more came back than went out, and is voided whole', async () => {
    const { done } = await draw()
    await user.click(cell('发出'))
    await user.keyboard('30{Enter}31')
    expect(screen.getByRole('alert').textContent).toContain('整次投票无效')
    // The space bar leads there too.
    await user.keyboard(' ')
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: /整张作废/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '整张作废' }))
    await waitFor(() => expect(done[0]?.state).toBe('void'))
    expect(done[0]?.votes.every((vote) => vote.tally === null)).toBe(true)
  })

  it('keeps what is entered, line by line', async () => {
    const { sessionId, sheet, first } = await draw()
    await user.click(cell('发出'))
    await user.keyboard('30')
    await user.click(cell(first[0] ?? ''))
    await user.keyboard('12')
    await waitFor(async () => {
      const kept = value(await own.client.ballot.drafts({ sessionId }))
      const voteId = sheet.votes[0]?.id
      expect(kept).toMatchObject([{ voteId, draft: { totals: { issued: 30, for: 12 } } }])
    })
  })
})

describe('the double count', () => {
  const draw = async () => {
    const place = await room.hall(31, 1, 31)
    const vote = await room.open(place, await room.ask(place), 'secret-paper')
    const agreed: Totals[] = []
    const dialog = (
      <CountDialog
        vote={vote}
        title="某项决定"
        onAgreed={(totals) => agreed.push(totals)}
        onClose={() => undefined}
      />
    )
    stop = drawPage(own.kernel, dialog)
    await screen.findByRole('dialog', { name: '第一人计票' })
    return { vote, agreed }
  }
  /** Name and figures in the order of the form: issued, collected, for, against, abstaining, spoiled. */
  const enter = async (name: string, figures: number[]) => {
    await user.click(screen.getByRole('textbox', { name: '计票人姓名' }))
    await user.keyboard([name, ...figures].map((one) => `${one}{Enter}`).join(''))
  }

  it('is blind: the second teller sees nothing of the first, then both see what differs', async () => {
    const { vote, agreed } = await draw()
    await enter('计票甲', [30, 30, 28, 1, 1, 0])
    await screen.findByRole('dialog', { name: '第二人计票' })
    expect(screen.getByText('计票甲已完成，票数收起。')).toBeTruthy()
    expect(screen.getAllByRole<HTMLInputElement>('textbox').map((one) => one.value)).toEqual(
      Array(7).fill(''),
    )
    expect(document.body.textContent).not.toContain('28')
    await enter('计票乙', [30, 30, 27, 2, 1, 0])
    expect(await screen.findByText('有 2 项不一致，请重新清点。')).toBeTruthy()
    const differing = screen.getAllByRole('row').filter((row) => row.dataset.differs)
    expect(differing.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      '赞成',
      '反对',
    ])
    await user.click(screen.getByRole('button', { name: '计票乙重新计票' }))
    await screen.findByRole('dialog', { name: '第二人计票' })
    await user.click(screen.getByRole('textbox', { name: '发出' }))
    await user.keyboard('30{Enter}30{Enter}28{Enter}1{Enter}1{Enter}0{Enter}')
    await user.click(await screen.findByRole('button', { name: '采用一致的票数' }))
    expect(agreed).toEqual([
      { issued: 30, collected: 30, for: 28, against: 1, abstain: 1, spoiled: 0 },
    ])
    const { id: voteId, rev } = vote
    const papers = { issued: 30, collected: 30, spoiled: 0 }
    const tally = { for: 28, against: 1, abstain: 1, ...papers }
    const locked = value(await own.client.ballot.lock({ voteId, rev, tally }))
    expect(locked.tellers).toEqual(['计票甲', '计票乙'])
  })

  it('refuses one person for both, and can be given up', async () => {
    const { vote } = await draw()
    await enter('计票甲', [30, 30, 28, 1, 1, 0])
    await screen.findByRole('dialog', { name: '第二人计票' })
    await enter('计票甲', [30, 30, 28, 1, 1, 0])
    expect((await screen.findByRole('alert')).textContent).toContain('不同的人')
    await user.click(screen.getByRole('button', { name: '放弃双人计票' }))
    await waitFor(async () =>
      expect(value(await own.client.ballot.counts({ voteId: vote.id })).tellers).toEqual([]),
    )
  })
})

describe('a named vote', () => {
  it('is for but for those found by number or initials, and adds up by itself', async () => {
    const place = await room.hall(29)
    const vote = await room.open(place, await room.ask(place), 'named')
    const roll = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    const given: { named: Named; totals: Totals }[] = []
    const Desk = () => {
      const [named, setNamed] = useState<Named>([])
      const take = (next: Named, totals: Totals) => {
        given.push({ named: next, totals })
        setNamed(next)
      }
      return <NamedGrid vote={vote} named={named} onChange={take} />
    }
    stop = drawPage(own.kernel, <Desk />)
    await user.click(await screen.findByRole('button', { name: /其余全部赞成/ }))
    const search = screen.getByRole('searchbox')
    await user.click(search)
    await user.keyboard('7{Enter}j')
    expect(document.activeElement).toBe(search)
    const other = roll.entries[20]
    await user.keyboard(`${other?.initials ?? ''}{Enter}`)
    expect((document.activeElement as HTMLElement).textContent).toContain(other?.name)
    await user.keyboard('k')
    const last = given.at(-1)
    expect(last?.totals).toEqual({ for: 27, against: 1, abstain: 1 })
    expect(last?.named.map((one) => one.memberId)).toEqual(roll.entries.map((one) => one.memberId))
    expect(last?.named[6]?.choice).toBe('against')
    await user.keyboard('7/8')
    expect((search as HTMLInputElement).value).toBe('8')
    await user.keyboard('{Escape}{Escape}')
    expect(document.activeElement).not.toBe(search)
    const { id: voteId, rev } = vote
    const locked = await own.client.ballot.lock({ voteId, rev, named: last?.named ?? [] })
    expect(value(locked).tally).toMatchObject({ for: 27, against: 1, abstain: 1 })
    expect(totalsOf([], roll.entries)).toEqual({})
  })
})

describe('totals of a voting system', () => {
  const draw = async () => {
    const place = await room.hall(31, 2, 31)
    const vote: Vote = await room.open(place, await room.ask(place))
    const taken: Totals[] = []
    const take = (totals: Totals) => void taken.push(totals)
    const dialog = <TotalsImport vote={vote} onTake={take} onClose={() => undefined} />
    stop = drawPage(own.kernel, dialog)
    await screen.findByRole('dialog')
    return { taken }
  }
  const button = () => screen.getByRole('button', { name: '采用这些票数' })

  it('are read from pasted text in the words of the board, the sum checked before they are taken', async () => {
    const { taken } = await draw()
    await user.click(screen.getByRole('textbox', { name: /粘贴票数/ }))
    await user.paste('赞成25票，反对1票，弃权2票，未按2人')
    expect(await screen.findByText(/30 ≠ 实到 29/)).toBeTruthy()
    await user.clear(screen.getByRole('textbox', { name: /粘贴票数/ }))
    await user.paste('25 1 2 1')
    expect(await screen.findByText(/29 ＝ 实到 29 ✓/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(taken).toEqual([{ for: 25, against: 1, abstain: 2, notPressed: 1 }])
  })

  it('name the cell that cannot be read, and take nothing', async () => {
    await draw()
    const text = '议题,赞成,反对,弃权\n促进条例,25,两,3'
    const file = new File([text], 'result.csv', { type: 'text/csv' })
    await user.upload(screen.getByLabelText(/CSV 或 XLSX/), file)
    expect((await screen.findByRole('alert')).textContent).toContain('C2 格“两”不是票数')
    expect(button()).toHaveProperty('disabled', true)
  })
})

describe('a dismissal', () => {
  it('has the hearing recorded before it can be opened', async () => {
    const place = await room.hall(31)
    const question = await room.ask(place, 'dismissal')
    let closed = false
    const dialog = <DefenceDialog question={question} onClose={() => (closed = true)} />
    stop = drawPage(own.kernel, dialog)
    await user.click(await screen.findByText('书面申辩，已印发'))
    await user.type(screen.getByRole('textbox', { name: '说明' }), '11 月 20 日印发')
    expect(refusal(await room.opening(place, question)).code).toBe('rule')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(closed).toBe(true))
    expect((await room.open(place, question)).method).toBe('secret-paper')
  })
})
