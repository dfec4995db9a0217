import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actKinds, actOutcomes, nominatorKinds } from '../../contract/appointment.ts'
import { levels } from '../../contract/body.ts'
import { endReasons, postKinds } from '../../contract/ledger.ts'
import en from '../../locales/en/rules.json' with { type: 'json' }
import zh from '../../locales/zh-CN/rules.json' with { type: 'json' }
import { say } from '../../locales/say.ts'
import { postOn } from '../../../test/builders/check-input.ts'
import { addDays } from '../moment.ts'
import { parameterDefaults } from '../parameters.ts'
import { checkNominations } from './check.ts'
import { materialKinds, type CheckAct, type CheckInput, type Finding } from './facts.ts'
import { requiredMaterials } from './materials.ts'
import { appointmentSchemas } from './parameters.ts'
import { matchPost, splitPosts } from './post-names.ts'

const names = ['王一', '李四', '张三', '周七']
const posts = [
  '临江市人民政府市长',
  '临江市人民政府副市长',
  '临江市财政局局长',
  '市财政局长',
  '临江市人大常委会主任',
  '临江市人大常委会副主任、委员',
  '临江市人大常委会秘书长',
  '临江市人大常委会办公室主任',
  '临江市人大法制委员会主任委员',
  '临江市人大法制委员会委员',
  '临江市人大常委会代表资格审查委员会委员',
  '临江市中级人民法院院长',
  '临江市中级人民法院副院长、审判员',
  '青山县人民法院人民陪审员',
  '临江市人民检察院检察长',
  '青山县人民检察院检察长',
  '临江市监察委员会主任',
  '东山街道工作委员会主任',
  '江南省第十四届人民代表大会代表',
  '办公室主任',
  '某某',
]

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))
const name = fc.constantFrom(...names)
const post = fc.oneof(fc.constantFrom(...posts), fc.string({ unit: 'grapheme', maxLength: 12 }))
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of)
const catalogued = fc
  .record({ name: post, kind: fc.constantFrom(...postKinds), single: fc.boolean(), fromOn: day })
  .map(({ name: fullName, kind, ...facts }) => postOn(fullName, kind, facts))

const material = fc.record({
  kind: fc.constantFrom(...materialKinds),
  state: fc.constantFrom('received' as const, 'waived' as const),
  receivedOn: maybe(day),
  score: maybe(fc.integer({ min: 0, max: 100 })),
  retake: maybe(fc.integer({ min: 0, max: 100 })),
  note: fc.string(),
})

const act: fc.Arbitrary<CheckAct> = fc
  .record({
    id: fc.uuid(),
    act: fc.constantFrom(...actKinds),
    verb: fc.constantFrom('', '任命', '决定任命', '免去'),
    personName: name,
    personId: maybe(name),
    post,
    known: maybe(catalogued),
    reason: fc.constantFrom('', '退休', '开除'),
    outcome: fc.constantFrom(...actOutcomes),
    materials: fc.array(material, { maxLength: 3 }),
  })
  .map(({ known, ...facts }) => ({
    ...facts,
    posts: splitPosts(facts.post).map((one) => ({ name: one, post: known })),
  }))

const rules = fc
  .record({
    resubmitWaitMonths: fc.nat(12),
    resubmitMax: fc.nat(3),
    resubmitScope: fc.constantFrom(...appointmentSchemas.resubmitScope.options),
    renamePolicy: fc.constantFrom(...appointmentSchemas.renamePolicy.options),
    examEffect: fc.constantFrom(...appointmentSchemas.examEffect.options),
    examPosts: fc.constantFrom<string[]>([], ['局局长'], ['主任']),
    preSpeechPosts: fc.constantFrom<string[]>([], ['副市长']),
    orderSamePerson: fc.constantFrom(...appointmentSchemas.orderSamePerson.options),
    actingNominator: fc.constantFrom(...appointmentSchemas.actingNominator.options),
  })
  .map((stated) => ({ ...parameterDefaults, ...stated }))

const input: fc.Arbitrary<CheckInput> = fc.record({
  level: fc.constantFrom(...levels),
  bodyName: fc.constantFrom('临江市人民代表大会常务委员会', '青山县人民代表大会常务委员会', ''),
  session: fc
    .record({ startsOn: day, days: fc.nat(3), extraordinary: fc.boolean() })
    .map(({ days, ...rest }) => ({ ...rest, endsOn: addDays(rest.startsOn, days) })),
  term: fc.record({ number: fc.nat(20), startsOn: day, governmentElectedOn: maybe(day) }),
  rules,
  nominations: fc.array(
    fc.record({
      id: fc.uuid(),
      nominator: fc.constantFrom('主任会议', '市长', '王一'),
      nominatorKind: fc.constantFrom(...nominatorKinds),
      receivedOn: maybe(day),
      acts: fc.array(act, { maxLength: 5 }),
    }),
    { maxLength: 4 },
  ),
  tenures: fc.array(
    fc.record({
      personId: name,
      personName: name,
      postId: maybe(post),
      postName: post,
      acting: fc.boolean(),
      fromOn: maybe(day),
      electedOn: maybe(day),
      toOn: maybe(day),
      endReason: maybe(fc.constantFrom(...endReasons)),
      source: fc.constantFrom('act' as const, 'member' as const, 'import' as const),
    }),
    { maxLength: 12 },
  ),
  persons: fc.array(
    fc.record({ id: name, name, member: fc.boolean(), deputy: maybe(fc.boolean()) }),
    { maxLength: 4 },
  ),
  earlier: fc.array(
    fc.record({
      personName: name,
      personId: maybe(name),
      postName: post,
      on: day,
      outcome: fc.constantFrom('passed' as const, 'failed' as const),
    }),
    { maxLength: 5 },
  ),
})

const at = (texts: object, key: string): unknown =>
  key
    .split('.')
    .slice(1)
    .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], texts)

const check = (hold: (found: Finding[], of: CheckInput) => void): void =>
  fc.assert(
    fc.property(input, (of) => hold(checkNominations(of), of)),
    { numRuns: 400 },
  )

describe('whatever is asked', () => {
  it('forbids only with the article of a statute behind it', () => {
    const statutes = /^(?:组织法|监督法|法院组织法|检察院组织法|人民陪审员法) \d/u
    check((found) => {
      for (const { severity, article } of found) {
        if (severity === 'block') expect(article).toMatch(statutes)
      }
    })
  })

  it('never forbids on a guess of what a post is, but for how a dismissal is moved', () => {
    const certain = new Set(['dismissal-proposer', 'dismissal-reason', 'defence'])
    const guessed = ['办公室主任', '某某', '县人事代表选举委员会主任委员']
    fc.assert(
      fc.property(input, fc.constantFrom(...guessed), (of, written) => {
        const nominations = of.nominations.map((nomination) => ({
          ...nomination,
          acts: nomination.acts.map((one) => ({
            ...one,
            post: written,
            posts: [{ name: written, post: null }],
          })),
        }))
        const blocks = checkNominations({ ...of, nominations }).filter(
          ({ severity, code }) => severity === 'block' && !certain.has(code),
        )
        expect(blocks).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('speaks of pending acts alone, each once, in sentences of both languages', () => {
    check((found, of) => {
      const acts = of.nominations.flatMap((nomination) => nomination.acts)
      const pending = new Set(acts.filter((one) => one.outcome === 'pending').map(({ id }) => id))
      for (const { actIds, message, wayOut } of found) {
        for (const id of actIds) expect(pending).toContain(id)
        for (const { key } of [message, wayOut]) {
          expect([key, typeof at(zh, key), typeof at(en, key)]).toEqual([key, 'string', 'string'])
        }
        expect(say('zh-CN', message)).not.toContain('{{')
        expect(say('en', wayOut)).not.toContain('{{')
      }
      const keys = found.map((one) => JSON.stringify([one.code, one.actIds, one.message]))
      expect(new Set(keys).size).toBe(keys.length)
    })
  })

  it('hangs on no fact of other people and other posts', () => {
    check((found, of) => {
      const stranger = {
        personId: 'stranger',
        personName: '无关者',
        postId: null,
        postName: '远山县水务局局长',
        acting: false,
        fromOn: null,
        electedOn: null,
        toOn: null,
        endReason: null,
        source: 'import' as const,
      }
      const other = checkNominations({
        ...of,
        tenures: [...of.tenures, { ...stranger, toOn: '2019-01-01' }],
        persons: [...of.persons, { id: 'stranger', name: '无关者', member: false, deputy: null }],
        earlier: [
          ...of.earlier,
          {
            personName: '无关者',
            personId: 'stranger',
            postName: stranger.postName,
            on: of.session.startsOn,
            outcome: 'failed',
          },
        ],
      })
      expect(other.filter(({ code }) => code !== 'founding-document')).toEqual(
        found.filter(({ code }) => code !== 'founding-document'),
      )
    })
  })

  it('withdrawing one act takes its findings away and forbids nothing new but where another waits for it', () => {
    check((found, of) => {
      const [nomination] = of.nominations
      const first = nomination?.acts.find(({ outcome }) => outcome === 'pending')
      if (!nomination || !first) return
      const acts = nomination.acts.map((one) =>
        one === first ? { ...one, outcome: 'withdrawn' as const } : one,
      )
      const after = checkNominations({
        ...of,
        nominations: [{ ...nomination, acts }, ...of.nominations.slice(1)],
      })
      expect(after.flatMap(({ actIds }) => actIds)).not.toContain(first.id)
      const blocks = (list: Finding[]) => list.filter(({ severity }) => severity === 'block')
      const known = new Set(blocks(found).map(({ code, actIds }) => `${code} ${actIds.join()}`))
      for (const { code, actIds } of blocks(after)) {
        if (code !== 'acting-deputy') expect(known).toContain(`${code} ${actIds.join()}`)
      }
    })
  })

  it('asks for the papers of an act alone, each kind once', () => {
    fc.assert(
      fc.property(input, (of) => {
        for (const nomination of of.nominations) {
          for (const one of nomination.acts) {
            const needs = requiredMaterials(one, nomination, of)
            expect(new Set(needs.map(({ kind }) => kind)).size).toBe(needs.length)
            for (const { required, fact, say: said } of needs) {
              expect(required || fact !== null).toBe(true)
              if (!required) expect(said).toBeNull()
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('names', () => {
  it('splitting never loses a character of the first post, and matching finds what is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const part of splitPosts(text)) expect(part).not.toBe('')
        expect(matchPost(text, []).certainty).toBe('none')
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...posts), (written) => {
        const known = posts.map((one) => postOn(one, 'other'))
        expect(matchPost(written, known).candidates.map(({ id }) => id)).toContain(written)
      }),
    )
  })
})
