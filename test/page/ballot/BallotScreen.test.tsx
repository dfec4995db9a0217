import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ballot, Question } from '../../../shared/contract/ballot.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { TallyInput } from '../../../shared/rules/decide-input.ts'
import { decideInputOf, weighed } from '../../../shared/rules/outcome.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'
import { factsOf } from '../../../renderer/ballot/round.ts'
import { useDeskState } from '../../../renderer/ballot/state.ts'

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

type Ask = Partial<InputOf<(typeof ballot)['ask']>>
type Facts = { count?: number; seats?: number; away?: number; ask?: Ask }

/** A session with one item and one question, its sitting open; gives the question and the sitting. */
const prepare = async ({ count = 41, seats = 43, away = 4, ask = {} }: Facts = {}) => {
  const members = await withBody(own, { count, seats })
  const { sessionId, sittingId } = await withSitting(own, members, away)
  const facts = { rev: 0, sessionId, kind: 'bill' as const }
  const item = value(await own.client.session.saveItem({ ...facts, title: '审议促进条例' }))
  const question = value(
    await own.client.ballot.ask({ itemId: item.id, kind: 'bill', title: '促进条例', ...ask }),
  )
  const { id, rev } = item
  value(await own.client.session.setItemState({ id, rev, state: 'current' }))
  return { question, sittingId, sessionId, item, members }
}

const openDesk = async () => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('navigation', { name: '议程' })
}

const figure = (name: string) =>
  within(screen.getByRole('group', { name: '票数' })).getByLabelText(name)
const figures = () =>
  within(screen.getByRole('group', { name: '票数' }))
    .getAllByRole<HTMLInputElement>('textbox')
    .map((input) => Number(input.value || input.placeholder))
const subject = () => document.querySelector('.ballot-subject h1')?.textContent
const lockButton = () => screen.getByRole('button', { name: /宣读无误，锁定/ })
const now = async ({ id }: Question) => value(await own.client.ballot.question({ id }))

beforeEach(() => {
  own = testKernel()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
})

afterEach(async () => {
  stop()
  await own.dispose()
})

describe('a vote by the keyboard alone', () => {
  it('is opened, entered by exception, locked, and stands with its seal', async () => {
    const { question } = await prepare()
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    expect(lockButton()).toHaveProperty('disabled', true)
    await user.keyboard('ajk')
    expect(figures()).toEqual([35, 1, 1, 0])
    expect(screen.getByText('37 ＝ 实到 37 ✓')).toBeTruthy()
    expect(screen.getByText('待锁定：通过')).toBeTruthy()
    expect(screen.getByText(/组成人员 41，过半数需 21；赞成 35，通过，多 14 票。/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^已锁定/)
    const { standing } = await now(question)
    expect(standing?.tally).toMatchObject({ for: 35, against: 1, abstain: 1, notPressed: 0 })
    expect(standing?.outcome?.verdict).toBe('passed')
    expect(screen.getByText(`记录第 ${standing?.seal?.seq} 号`)).toBeTruthy()
    expect(screen.getByText(`校验 ${standing?.seal?.hash}`)).toBeTruthy()
    expect(useDeskState.getState().drafts).toEqual({})
  })

  it('takes exceptions and steps back', async () => {
    await prepare()
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('ajjkl')
    expect(figures()).toEqual([33, 2, 1, 1])
    await user.keyboard('{Shift>}jkl{/Shift}')
    expect(figures()).toEqual([36, 1, 0, 0])
    await user.keyboard('{Escape}')
    expect(figures()).toEqual([35, 1, 0, 1])
  })

  it('cannot be locked while the sum differs from those present', async () => {
    const { question } = await prepare()
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    expect(screen.getByText('待录入').parentElement?.dataset['tone']).toBe('plain')
    expect(screen.queryByText('票数不符')).toBeNull()
    await user.keyboard('ae')
    expect(document.activeElement).toBe(figure('赞成'))
    await user.keyboard('30{Tab}1')
    expect(screen.getByText('31 ≠ 实到 37 ✕')).toBeTruthy()
    expect(screen.getByText('票数不符')).toBeTruthy()
    expect(lockButton()).toHaveProperty('disabled', true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await now(question)).standing).toBeNull()
    await user.keyboard('{Backspace}7')
    expect(lockButton()).toHaveProperty('disabled', false)
  })

  it('stays on the question after the lock and goes on with the space bar', async () => {
    const { sessionId } = await prepare()
    const facts = { rev: 0, sessionId, kind: 'report' as const }
    value(await own.client.session.saveItem({ ...facts, title: '计划执行报告' }))
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('a{Control>}{Enter}{/Control}')
    await screen.findByText(/^已锁定/)
    expect(subject()).toBe('促进条例')
    await user.keyboard(' ')
    await waitFor(() => expect(subject()).toBe('计划执行报告'))
  })
})

describe('before a vote is opened', () => {
  it('says that the roll is not called', async () => {
    const { sessionId } = await prepare({ away: 0 })
    const sitting = value(
      await own.client.session.saveSitting({
        rev: 0,
        sessionId,
        kind: 'plenary',
        startsAt: '2026-11-26T14:00:00',
      }),
    )
    const detail = value(await own.client.session.get({ id: sessionId }))
    const first = detail.sittings.find(({ state }) => state === 'open')
    if (!first) throw new Error('no open sitting')
    value(
      await own.client.session.setSittingState({
        id: first.id,
        rev: first.rev,
        state: 'adjourned',
      }),
    )
    value(
      await own.client.session.setSittingState({ id: sitting.id, rev: sitting.rev, state: 'open' }),
    )
    await openDesk()
    await screen.findByText('还有 41 人没有点名，请先完成点名。')
    expect(screen.queryByRole('button', { name: /开始表决/ })).toBeNull()
    expect(screen.getByRole('button', { name: /点名/ })).toHaveProperty('disabled', false)
  })

  it('says that there is no quorum', async () => {
    await prepare({ away: 21 })
    await openDesk()
    await screen.findByText(/到会 20，不足法定人数 21，不得表决，还差 1 人。/)
    expect(screen.getByRole('button', { name: /开始表决/ })).toHaveProperty('disabled', true)
  })

  it('says that every vote is needed', async () => {
    await prepare({ away: 20 })
    await openDesk()
    await screen.findByText('到会人数恰好等于过半数：须全票赞成才能通过。')
  })

  it('offers a dismissal on secret paper alone', async () => {
    await prepare({ ask: { kind: 'dismissal', title: '撤职案' } })
    await openDesk()
    const methods = await screen.findByRole('group', { name: '表决方式' })
    expect(
      within(methods)
        .getAllByRole('radio')
        .map((one) => (one as HTMLInputElement).value),
    ).toEqual(['secret-paper'])
  })
})

describe('other methods', () => {
  it('passes the agenda by one key when nobody objects', async () => {
    const { question } = await prepare({ ask: { kind: 'agenda', title: '会议议程' } })
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /无异议，锁定/ })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^已锁定/)
    expect((await now(question)).standing).toMatchObject({ method: 'tacit', tally: null })
    expect(screen.getByText('默示通过')).toBeTruthy()
  })

  it('counts papers issued and collected', async () => {
    const { question } = await prepare({ ask: { method: 'secret-paper' } })
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('e37{Enter}36{Escape}')
    await user.keyboard('ajl')
    expect(figures()).toEqual([37, 36, 34, 1, 0, 1])
    expect(screen.getByText('36 ＝ 收回 36 ✓')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^已锁定/)
    expect((await now(question)).standing?.tally).toMatchObject({
      issued: 37,
      collected: 36,
      spoiled: 1,
    })
  })

  it('voids a round with its reason and goes on by a show of hands', async () => {
    const { question } = await prepare()
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('a{F8}')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByLabelText(/作废事由/)).toHaveProperty('value', '表决器发生故障')
    await user.keyboard('{Enter}')
    await screen.findByText('第 2 轮')
    const [first] = (await now(question)).votes
    expect(first).toMatchObject({ state: 'void', tally: null, voidReason: '表决器发生故障' })
    expect(figures()).toEqual([0, 0, 0])
    expect((await now(question)).votes.at(-1)).toMatchObject({ round: 2, method: 'show-of-hands' })
  })
})

describe('a result that was read wrongly', () => {
  /** All for, locked, and the dialog that puts it right. */
  const openCorrection = async (): Promise<HTMLElement> => {
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('a{Control>}{Enter}{/Control}')
    await screen.findByText(/^已锁定/)
    await user.keyboard('c')
    return screen.findByRole('dialog')
  }

  it('is corrected by a new record; both are listed, the newest first', async () => {
    const { question } = await prepare()
    const dialog = await openCorrection()
    const [inFavour, against] = within(
      within(dialog).getByRole('region', { name: '更正为' }),
    ).getAllByRole('textbox')
    if (!inFavour || !against) throw new Error('no figures')
    await user.clear(inFavour)
    await user.type(inFavour, '20')
    expect(within(dialog).getByRole('button', { name: '更正并锁定' })).toHaveProperty(
      'disabled',
      true,
    )
    await user.clear(against)
    await user.type(against, '17')
    await user.type(within(dialog).getByLabelText(/更正事由/), '读数有误')
    await user.type(within(dialog).getByLabelText(/见证人/), '孙一平')
    await user.click(inFavour)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('操作人 经办人，见证人 孙一平')
    const { votes, standing } = await now(question)
    expect(votes.map((vote) => vote.tally?.for)).toEqual([37, 20])
    expect(standing).toMatchObject({ correctsId: votes[0]?.id, correctionReason: '读数有误' })
    expect(standing?.outcome?.verdict).toBe('failed')
    const listed = within(screen.getByRole('region', { name: '历次记录' })).getAllByRole('listitem')
    expect(listed.map(({ textContent }) => /^更正|第 1 轮/.exec(textContent)?.[0])).toEqual([
      '更正',
      '第 1 轮',
    ])
  })

  it('is no longer said to be the same once its figures were changed', async () => {
    await prepare()
    const dialog = await openCorrection()
    await user.type(within(dialog).getByLabelText(/更正事由/), '读数有误')
    await user.type(within(dialog).getByLabelText(/见证人/), '孙一平{Enter}')
    await within(dialog).findByText(/与原记录完全相同/)
    const [inFavour] = within(within(dialog).getByRole('region', { name: '更正为' })).getAllByRole(
      'textbox',
    )
    if (!inFavour) throw new Error('no figures')
    await user.clear(inFavour)
    expect(within(dialog).queryByText(/与原记录完全相同/)).toBeNull()
  })

  it('is not corrected by one person alone', async () => {
    await prepare()
    const dialog = await openCorrection()
    await user.type(within(dialog).getByLabelText(/更正事由/), '读数有误')
    await user.type(within(dialog).getByLabelText(/见证人/), '经办人{Enter}')
    await within(dialog).findByText('见证人须是操作人以外的人。')
  })

  it('stays once the session is closed; the button says why, and the way out', async () => {
    const { sessionId, sittingId } = await prepare()
    await openCorrection()
    await user.keyboard('{Escape}')
    const { session } = own.client
    const found = value(await session.get({ id: sessionId }))
    const { rev = 0 } = found.sittings.find(({ id }) => id === sittingId) ?? {}
    value(await session.setSittingState({ id: sittingId, rev, state: 'adjourned' }))
    value(await session.setState({ id: sessionId, rev: found.rev, state: 'closed' }))
    const why = await screen.findByText(/^会议已闭会，表决结果不能再更正.*数据与备份.*下次会议处理/)
    const button = screen.getByRole('button', { name: /^更正/ })
    expect(button).toHaveProperty('disabled', true)
    expect(button.getAttribute('aria-describedby')).toBe(why.id)
  })
})

describe('the verdict shown before the lock', () => {
  const tallies: TallyInput[] = [
    { for: 37, against: 0, abstain: 0 },
    { for: 21, against: 10, abstain: 6 },
    { for: 20, against: 17, abstain: 0 },
    { for: 20, against: 10, abstain: 0 },
    { for: 30, against: 1, abstain: 0, notPressed: 1 },
    { for: 38, against: 0, abstain: 0 },
    { for: 36, against: 0, abstain: 0, spoiled: 1 },
  ]

  it('is word for word the one the kernel would lock', async () => {
    const { question, sittingId } = await prepare()
    const vote = value(await own.client.ballot.open({ questionId: question.id, sittingId }))
    for (const tally of tallies) {
      const { outcome } = value(await own.client.ballot.weigh({ voteId: vote.id, tally }))
      const shown = weighed(decideInputOf(question, factsOf(vote), tally))
      expect(shown).toMatchObject({ verdict: outcome.verdict, sentence: outcome.sentence })
      expect(shown.otherBase).toEqual(outcome.otherBase)
    }
  })

  it('warns where seats and members in office give different verdicts', async () => {
    await prepare({ count: 32, seats: 35, away: 0 })
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /全体赞成/ })
    await user.keyboard('a')
    expect(screen.queryByText(/两种算法结论不同/)).toBeNull()
    for (let n = 0; n < 15; n += 1) await user.keyboard('j')
    expect(screen.getByText('待锁定：通过')).toBeTruthy()
    expect(
      screen.getByText('注意：按实有人数需 17 票，按名额需 18 票，两种算法结论不同。'),
    ).toBeTruthy()
  })

  it('warns before tacit consent is locked too, where no totals are entered', async () => {
    await prepare({ count: 30, seats: 43, away: 10, ask: { kind: 'agenda', method: 'tacit' } })
    await openDesk()
    await user.keyboard(' ')
    await screen.findByRole('button', { name: /无异议，锁定/ })
    expect(screen.getByText(/法定人数按实有人数需 16，按名额需 22，两种算法结论不同/)).toBeTruthy()
  })
})
