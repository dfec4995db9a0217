import { describe, expect, it } from 'vitest'
import type { ActKind } from '../../contract/appointment.ts'
import { heldOn, replay, type LedgerAct, type LedgerTenure } from './replay.ts'

let place = 0
const act = (
  kind: ActKind,
  day: string,
  post: string,
  more: Partial<LedgerAct> = {},
): LedgerAct => ({
  id: `a${(place += 1)}`,
  act: kind,
  personId: 'p',
  posts: post.split('+').map((name, index) => ({ position: index + 1, name, postId: null })),
  effectiveOn: day,
  pending: false,
  at: `${day}T10:00:00`,
  place,
  termStartsOn: '2022-01-10',
  ...more,
})

const entered = (post: string, more: Partial<LedgerTenure> = {}): LedgerTenure => ({
  id: `t${(place += 1)}`,
  personId: 'p',
  postId: null,
  postName: post,
  acting: false,
  fromOn: null,
  toOn: null,
  endReason: null,
  ownToOn: null,
  ownEndReason: null,
  byActId: null,
  endedByActId: null,
  pendingByActId: null,
  electedOn: null,
  source: 'import',
  reviewedOn: null,
  note: '',
  ...more,
})

const facts = (tenures: readonly LedgerTenure[]) =>
  tenures.map(({ postName, acting, fromOn, toOn, endReason }) =>
    [postName, acting ? 'acting' : 'full', fromOn, toOn, endReason].join(' '),
  )

const bureau = '临江市财政局局长'
const mayor = '临江市市长'

describe('what acts do to tenures', () => {
  it('an appointment opens a tenure on its day and a removal ends it on its own', () => {
    const acts = [act('appoint', '2023-05-08', bureau), act('remove', '2024-05-08', bureau)]
    const [tenure] = replay([], acts)
    expect(tenure).toMatchObject({
      id: `${acts[0]?.id}.1`,
      fromOn: '2023-05-08',
      toOn: '2024-05-08',
      endReason: 'removed',
      byActId: acts[0]?.id,
      endedByActId: acts[1]?.id,
    })
    expect([heldOn(tenure!, '2024-05-07'), heldOn(tenure!, '2024-05-08')]).toEqual([true, false])
  })

  it('each post of an act is a tenure of its own', () => {
    const made = replay([], [act('appoint', '2023-05-08', '某院庭长+某院审判员')])
    expect(made.map(({ id, postName }) => [id.slice(-2), postName])).toEqual([
      ['.1', '某院庭长'],
      ['.2', '某院审判员'],
    ])
  })

  it('a full appointment ends the acting in the same post', () => {
    const acts = [act('act-as', '2023-05-08', mayor), act('appoint', '2024-01-12', mayor)]
    expect(facts(replay([], acts))).toEqual([
      `${mayor} acting 2023-05-08 2024-01-12 became-full`,
      `${mayor} full 2024-01-12  `,
    ])
  })

  it('«代市长» is the acting one and nothing else', () => {
    const full = entered('临江市副市长')
    const acts = [act('act-as', '2023-05-08', mayor), act('remove', '2023-09-01', '临江市代市长')]
    expect(facts(replay([full], acts))).toEqual([
      '临江市副市长 full   ',
      `${mayor} acting 2023-05-08 2023-09-01 removed`,
    ])
  })

  it.each([
    ['remove', 'removed'],
    ['approve-remove', 'removed'],
    ['dismiss', 'dismissed'],
    ['accept-resignation', 'resigned'],
    ['recall', 'recalled'],
    ['end', 'ended'],
  ] as const)('%s ends with its own reason', (kind, reason) => {
    const [tenure] = replay([entered(bureau)], [act(kind, '2024-05-08', bureau)])
    expect(tenure).toMatchObject({ toOn: '2024-05-08', endReason: reason })
  })

  it('a removal from a post nobody knows of ends nothing', () => {
    const other = entered('临江市教育局局长')
    expect(facts(replay([other], [act('remove', '2024-05-08', bureau)]))).toEqual(facts([other]))
  })

  it('a removal finds the post by a shorter name where only one can be meant', () => {
    const held = [entered('临江市人民政府副市长'), entered('临江市公安局局长')]
    const [after] = replay(
      held,
      [act('remove', '2024-05-08', '副市长')],
      '临江市人民代表大会常务委员会',
    )
    expect(after?.toOn).toBe('2024-05-08')
  })

  it('removed first and appointed anew on one day is two tenures, appointed while held is one', () => {
    const held = entered(bureau, { fromOn: '2023-01-01' })
    const anew = [act('remove', '2024-05-08', bureau), act('appoint', '2024-05-08', bureau)]
    expect(facts(replay([held], anew))).toEqual([
      `${bureau} full 2023-01-01 2024-05-08 removed`,
      `${bureau} full 2024-05-08  `,
    ])
    expect(facts(replay([held], [act('appoint', '2024-05-08', bureau)]))).toEqual(facts([held]))
  })

  it('算例 78 a new term that appoints anew ends the tenure of the old one', () => {
    const held = entered(bureau, { fromOn: '2020-01-01' })
    expect(facts(replay([held], [act('appoint', '2022-03-01', bureau)]))).toEqual([
      `${bureau} full 2020-01-01 2022-03-01 term-ended`,
      `${bureau} full 2022-03-01  `,
    ])
  })

  it('an appointment on the day of an entered tenure is that tenure', () => {
    const held = entered(bureau, { fromOn: '2023-05-08' })
    const appointed = act('appoint', '2023-05-08', bureau)
    const after = replay([held], [appointed])
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: held.id, byActId: appointed.id, source: 'import' })
  })
})

describe('what a hand entered', () => {
  it('an end by hand stays on a tenure an act made, with review and note', () => {
    const appointed = act('appoint', '2023-05-08', bureau)
    const [made] = replay([], [appointed])
    const said: LedgerTenure = {
      ...made!,
      ownToOn: '2024-02-02',
      ownEndReason: 'died',
      reviewedOn: '2024-01-01',
      note: '病故',
    }
    expect(replay([said], [appointed])[0]).toMatchObject({
      toOn: '2024-02-02',
      endReason: 'died',
      endedByActId: null,
      pendingByActId: null,
      electedOn: null,
      reviewedOn: '2024-01-01',
      note: '病故',
    })
    expect(facts(replay([said], [appointed, act('remove', '2025-01-01', bureau)]))).toEqual([
      `${bureau} full 2023-05-08 2024-02-02 died`,
    ])
  })

  it('an earlier end by act comes first, and gone again gives the end by hand back', () => {
    const held = entered(bureau, { ownToOn: '2025-01-01', ownEndReason: 'term-ended' })
    const removal = act('remove', '2024-05-08', bureau)
    const after = replay([held], [removal])
    expect(facts(after)).toEqual([`${bureau} full  2024-05-08 removed`])
    expect(facts(replay(after, []))).toEqual([`${bureau} full  2025-01-01 term-ended`])
  })

  it('a removal on the very day a hand wrote becomes the act’s', () => {
    const held = entered(bureau, { ownToOn: '2024-05-08', ownEndReason: 'other' })
    const removal = act('remove', '2024-05-08', bureau)
    expect(replay([held], [removal])[0]).toMatchObject({
      endReason: 'removed',
      endedByActId: removal.id,
    })
  })

  it('a tenure entered later in the same post cuts the one before it', () => {
    const later = entered(bureau, { fromOn: '2024-01-01' })
    expect(facts(replay([later], [act('appoint', '2023-05-08', bureau)]))).toEqual([
      `${bureau} full 2023-05-08 2024-01-01 other`,
      `${bureau} full 2024-01-01  `,
    ])
  })
})
