import { describe, expect, it } from 'vitest'
import type { ActKind } from '../../contract/appointment.ts'
import { organFindings } from '../appointment/organs.ts'
import { viewsOf } from '../appointment/views.ts'
import { actOn, checkInput, postOn } from '../../../test/builders/check-input.ts'
import { replay, type LedgerAct, type LedgerTenure } from './replay.ts'
import { namesActing, samePost, withoutActing } from './same-post.ts'
import { starterCatalogue } from './starter.ts'

const day = '2024-05-08'
const bureau = '临江市财政局局长'
const mayor = '临江市市长'

const act = (kind: ActKind, name: string, more: Partial<LedgerAct> = {}): LedgerAct => ({
  id: `${kind} ${name}`,
  act: kind,
  personId: 'p',
  posts: [{ position: 1, name, postId: null }],
  effectiveOn: day,
  pending: false,
  at: `${day}T10:00:00`,
  place: 1,
  termStartsOn: '2022-01-10',
  ...more,
})
const held = (postName: string, more: Partial<LedgerTenure> = {}): LedgerTenure => ({
  id: `held ${postName}`,
  personId: 'p',
  postId: null,
  postName,
  acting: false,
  fromOn: '2023-02-01',
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
const told = (tenures: readonly LedgerTenure[], acts: readonly LedgerAct[] = []) =>
  replay(tenures, acts).map(({ postName, fromOn, toOn, endReason }) =>
    [postName, fromOn, toOn, endReason].join(' ').trim(),
  )

describe('what acts do to tenures', () => {
  it('an approved procurator holds the office', () => {
    const post = '青山县人民检察院检察长'
    expect(told([], [act('approve-appoint', post)])).toEqual([`${post} ${day}`])
  })

  it('acting ends by becoming full, also where the paper says that it ends', () => {
    const acting = [held(bureau, { acting: true })]
    const end = act('end', '临江市财政局代局长', { place: 1 })
    const full = act('appoint', bureau, { place: 2 })
    expect(told(acting, [end, full])).toEqual([
      `${bureau} 2023-02-01 ${day} became-full`,
      `${bureau} ${day}`,
    ])
  })

  it('one appointed on the first day of the term is not appointed anew within it', () => {
    expect(told([held(bureau, { fromOn: '2022-01-10' })], [act('appoint', bureau)])).toEqual([
      `${bureau} 2022-01-10`,
    ])
    expect(told([held(bureau, { fromOn: '2022-01-09' })], [act('appoint', bureau)])).toEqual([
      `${bureau} 2022-01-09 ${day} term-ended`,
      `${bureau} ${day}`,
    ])
  })

  it('keeps an end entered by hand for the very day of the appointment, and none before', () => {
    const appointed = act('appoint', bureau)
    const kept = (ownToOn: string) =>
      held(bureau, { id: `${appointed.id}.1`, source: 'act', ownToOn, ownEndReason: 'resigned' })
    expect(told([kept(day)], [appointed])).toEqual([`${bureau} ${day} ${day} resigned`])
    expect(told([kept('2024-05-07')], [appointed])).toEqual([`${bureau} ${day}`])
  })

  it('ends no office in full by taking away the acting', () => {
    expect(told([held(mayor)], [act('remove', '临江市代市长')])).toEqual([`${mayor} 2023-02-01`])
  })

  it('takes a likely name for the post only where the catalogue does not tell them apart', () => {
    const posts = (postId: string | null) => [{ position: 1, name: bureau, postId }]
    const short = (postId: string | null) => [held('财政局局长', { postId })]
    const say = (own: string | null, other: string | null) =>
      told(short(own), [act('remove', bureau, { posts: posts(other) })])[0]
    expect(say('x', null)).toContain('removed')
    expect(say(null, 'y')).toContain('removed')
    expect(say('x', 'y')).toBe('财政局局长 2023-02-01')
  })
})

describe('what was entered by hand', () => {
  it('acting ends where the full office entered begins', () => {
    const full = held(mayor, { id: 'z', fromOn: '2023-06-01' })
    expect(told([held(mayor, { acting: true }), full])[0]).toBe(
      `${mayor} 2023-02-01 2023-06-01 became-full`,
    )
  })

  it('what ended the day it began ends nothing before it', () => {
    const slip = held(bureau, { id: 'z', fromOn: '2023-06-01', ownToOn: '2023-06-01' })
    expect(told([held(bureau), slip])[0]).toBe(`${bureau} 2023-02-01`)
  })
})

it('posts of the catalogue are told apart by it, whatever they are called', () => {
  const same = (one: string | null, other: string | null, name = bureau) =>
    samePost({ postId: one, name: bureau }, { postId: other, name }, '')
  expect(same('a', 'b')).toBe(false)
  expect(same('a', 'a', '临江市财政金融局局长')).toBe(true)
  expect(same('a', null)).toBe(true)
})

it.each(['city', 'county'] as const)(
  'the starter catalogue of a %s has no post it lacks',
  (level) => {
    const bodyName = `${level === 'city' ? '临江市' : '青山区'}人民代表大会常务委员会`
    const posts = starterCatalogue(bodyName, level).flatMap(({ name, posts: own }) =>
      own.map(({ title, kind }) => postOn(name + title, kind)),
    )
    const acts = posts.map((post) =>
      actOn('accept-resignation', '王一', post.fullName, {
        posts: [{ name: post.fullName, post }],
      }),
    )
    const found = viewsOf(checkInput(acts, { level, bodyName })).flatMap((view, _, all) =>
      organFindings(view, all),
    )
    expect(found.map(({ message }) => message.params?.['post'])).toEqual([])
    // A county's committee has no secretary-general, and so none under one.
    const ofSecretary = posts.filter(({ fullName }) => /常务委员会副?秘书长$/u.test(fullName))
    expect(ofSecretary).toHaveLength(level === 'city' ? 2 : 0)
  },
)

it.each(['省长', '市长', '检察长'])('takes 代%s for whoever acts in the post', (title) => {
  for (const acting of [`代${title}`, `代理${title}`, `代理${title}职务`])
    expect([namesActing(acting), withoutActing(acting)]).toEqual([
      true,
      acting.replace(/代理?/u, ''),
    ])
  expect(namesActing(title)).toBe(false)
})
