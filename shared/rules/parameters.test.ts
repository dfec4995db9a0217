import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { questionKinds } from '../contract/ballot.ts'
import en from '../locales/en/rules.json' with { type: 'json' }
import zh from '../locales/zh-CN/rules.json' with { type: 'json' }
import {
  checkParameter,
  decisionRules,
  dismissalArticle,
  needsSource,
  parameterDefaults,
  parameterKeys,
  parameterRules,
  parameterSchemas,
  parametersFrom,
} from './parameters.ts'
import { checkSeats, hasMemberKind } from './seats.ts'

const quorum = (num: number, den: number, strict: boolean) =>
  checkParameter('quorum', { num, den, strict })
const said = (texts: object, key: string): unknown =>
  key
    .split('.')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts)

describe('legal floors', () => {
  it('cases 2 and 3: more than half is the floor, exactly half is refused', () => {
    expect(quorum(1, 2, true)).toMatchObject({ ok: true })
    expect(quorum(1, 2, false)).toMatchObject({ ok: false, error: { article: '组织法 51③' } })
  })

  it('case 11: two thirds are stricter and accepted', () => {
    expect(quorum(2, 3, true)).toMatchObject({ ok: true, value: { num: 2, den: 3, strict: true } })
  })

  it('case 12: a third is refused with the article', () => {
    expect(quorum(1, 3, true)).toEqual({
      ok: false,
      error: { article: '组织法 51③', message: { key: 'rules.floor.quorum' } },
    })
  })

  it('a quorum nobody can reach is refused', () => {
    expect(quorum(1, 1, false).ok).toBe(true)
    expect(quorum(1, 1, true).ok).toBe(false)
    expect(quorum(3, 2, true).ok).toBe(false)
  })

  it('case 34: a dismissal stays with the secret paper ballot', () => {
    expect(checkParameter('voteMethod.dismissal', 'secret-paper').ok).toBe(true)
    for (const method of ['device', 'show-of-hands', 'tacit']) {
      expect(checkParameter('voteMethod.dismissal', method)).toMatchObject({
        ok: false,
        error: { article: '监督法 62③', message: { key: 'rules.floor.secret-paper-required' } },
      })
    }
  })

  it('a recall stays secret, by device or on paper', () => {
    expect(checkParameter('voteMethod.recall', 'device').ok).toBe(true)
    expect(checkParameter('voteMethod.recall', 'show-of-hands')).toMatchObject({
      error: { article: '选举法 52', message: { key: 'rules.floor.secret-vote-required' } },
    })
  })

  it('tacit consent only where the law asks for no count', () => {
    const open = questionKinds.filter((kind) => checkParameter(`voteMethod.${kind}`, 'tacit').ok)
    expect(open).toEqual(['agenda', 'procedural'])
    expect(checkParameter('fallbackMethod', 'tacit').ok).toBe(false)
  })

  it('the presiding member keeps the vote', () => {
    expect(checkParameter('chairVotes', false)).toMatchObject({
      ok: false,
      error: { article: '组织法 51④' },
    })
  })

  it('unknown keys and shapes that do not fit are refused', () => {
    for (const key of ['nothing', 'toString', '']) {
      expect(checkParameter(key, 1)).toMatchObject({
        error: { message: { key: 'rules.parameter-unknown' } },
      })
    }
    for (const value of [undefined, null, 'half', { num: '1', den: 2, strict: true }]) {
      expect(checkParameter('quorum', value)).toMatchObject({
        error: { message: { key: 'rules.parameter-shape' } },
      })
    }
  })
})

describe('the table of parameters', () => {
  it('every default is lawful and every parameter has its lock and its name', () => {
    for (const key of parameterKeys) {
      expect(checkParameter(key, parameterDefaults[key])).toMatchObject({ ok: true })
      const { lock, articles } = parameterRules[key]
      if (lock !== 'free') expect(articles).not.toEqual([])
      expect(said(zh, `rules.parameter.${key}`)).toEqual(expect.any(String))
      expect(said(en, `rules.parameter.${key}`)).toEqual(expect.any(String))
    }
    for (const kind of questionKinds) expect(parameterKeys).toContain(`voteMethod.${kind}`)
  })

  it('a body gets its own values where they are lawful, defaults elsewhere', () => {
    const values = parametersFrom({
      base: 'quota',
      quorum: { num: 1, den: 3, strict: true },
      forgotten: 1,
    })
    expect(values).toEqual({ ...parameterDefaults, base: 'quota' })
    expect(decisionRules('county', values)).toMatchObject({ level: 'county', base: 'quota' })
  })
})

describe('keypads for a dismissal', () => {
  const stated = (value: unknown, source: string) => [{ key: 'dismissalByDevice', value, source }]
  const source = '本级议事规则 第三十条'

  it('case 34: hold only where the body says so with its article', () => {
    expect(needsSource('dismissalByDevice', true)).toBe(true)
    expect(needsSource('dismissalByDevice', false)).toBe(false)
    expect(needsSource('chairVotes', true)).toBe(false)
    expect(dismissalArticle(stated(true, ` ${source} `))).toBe(source)
    expect(dismissalArticle(stated(true, ' '))).toBeUndefined()
    expect(dismissalArticle(stated(false, source))).toBeUndefined()
    expect(dismissalArticle([])).toBeUndefined()
  })

  it('reach the rules of a round as that article, and never without it', () => {
    const allowed = parametersFrom({ dismissalByDevice: true })
    expect(decisionRules('city', allowed, source)).toMatchObject({ dismissalByDevice: source })
    expect(decisionRules('city', allowed)).not.toHaveProperty('dismissalByDevice')
    expect(decisionRules('city', parameterDefaults, source)).not.toHaveProperty('dismissalByDevice')
  })
})

describe('lists and tables', () => {
  it('an inquiry is never left to those present', () => {
    expect(checkParameter('presentMajorityMotions', ['merge-vote', 'defer-vote']).ok).toBe(true)
    expect(checkParameter('presentMajorityMotions', ['inquiry-unsatisfied'])).toMatchObject({
      error: { message: { key: 'rules.parameter-shape' } },
    })
  })

  it('refuse a minute that is none, leave nobody may approve, and an empty post', () => {
    const limit = { first: 10, second: 10 }
    const { leaveApprovers } = parameterDefaults
    const refused: [string, unknown][] = [
      ['speechLimits', { plenary: limit, joint: limit }],
      ['speechLimits', { plenary: limit, joint: limit, group: { first: -1, second: 10 } }],
      ['speechLimits', { plenary: limit, joint: limit, group: { first: null, second: 10 } }],
      ['leaveApprovers', { ...leaveApprovers, group: [] }],
      ['leaveApprovers', { ...leaveApprovers, group: ['clerk'] }],
      ['individualPosts', ['副市长', ' ']],
      ['absenceFlags', ['late']],
      ['amendmentCosigners', -1],
    ]
    for (const [key, value] of refused) {
      expect([key, checkParameter(key, value).ok]).toEqual([key, false])
    }
    expect(checkParameter('individualPosts', [' 副市长 '])).toEqual({ ok: true, value: ['副市长'] })
  })

  it('every choice a body can make has its word in both languages', () => {
    const words = (schema: unknown): string[] => {
      if (schema instanceof z.ZodEnum) return schema.options.map(String)
      if (schema instanceof z.ZodArray) return words(schema.element)
      if (schema instanceof z.ZodObject) return Object.values(schema.shape).flatMap(words)
      return []
    }
    const choices = Object.values(parameterSchemas).flatMap(words)
    expect(choices).toContain('group-convenor')
    for (const choice of choices) {
      for (const texts of [zh, en]) {
        expect([choice, said(texts, `rules.value.${choice}`)]).toEqual([choice, expect.any(String)])
      }
    }
  })
})

describe('seats', () => {
  it('keep to the range of the level', () => {
    const state = (level: 'province' | 'city' | 'county', seats: number) =>
      checkSeats(level, seats).state
    expect([14, 15, 35, 36, 45, 46].map((seats) => state('county', seats)).join(' ')).toBe(
      'error ok ok warning warning error',
    )
    expect([28, 29, 51, 52, 61, 62].map((seats) => state('city', seats)).join(' ')).toBe(
      'error ok ok warning warning error',
    )
    expect([44, 45, 75, 76, 95, 96].map((seats) => state('province', seats)).join(' ')).toBe(
      'error ok ok warning warning error',
    )
    expect(state('county', 20.5)).toBe('error')
    expect(checkSeats('city', 13)).toMatchObject({
      article: '组织法 47④(二)',
      message: { key: 'rules.seats.outside.city' },
    })
  })

  it('a county has no secretary-general', () => {
    expect(hasMemberKind('county', 'secretary-general')).toBe(false)
    expect(hasMemberKind('city', 'secretary-general')).toBe(true)
    expect(hasMemberKind('county', 'ordinary')).toBe(true)
  })
})
