import { describe, expect, it } from 'vitest'
import published from '../../test/golden/acts/published.json' with { type: 'json' }
import { organGroupOf } from '../papers/acts.ts'
import type { ActFact } from '../papers/acts.ts'
import { decisionPapers, decisionSettings } from '../papers/decision.ts'
import { listPaper, listSettings } from '../papers/list.ts'
import type { ListFacts } from '../papers/list.ts'
import { plainText } from '../papers/plain.ts'
import { defaultTemplates, templateFault } from '../papers/templates.ts'
import type { TemplateKey, Templates } from '../papers/templates.ts'
import { readActs } from './read.ts'

/** Full-width marks, no layout. */
const words = (text: string): string =>
  text
    .replace(/\s+/gu, '')
    .replace(
      /[(),:;]/gu,
      (mark) => ({ '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' })[mark] ?? mark,
    )

const textOf = (id: string): string => {
  const found = published.find((one) => one.id === id)
  if (!found) throw new RangeError(`no text ${id}`)
  return found.text
}

type Office = {
  head: Omit<ListFacts, 'acts'>
  /** What this office words for itself. */
  wording?: Partial<Templates>
  citation?: string
  ending?: string
  signature?: boolean
  /** Reasons as they were entered with the nomination, where the text gives none to read. */
  reason?: string
}

/** The acts of the text as the ledger would hold them, all passed. */
const factsOf = (id: string, { head, reason }: Office): ListFacts => ({
  ...head,
  acts: readActs(textOf(id)).acts.flatMap(({ act, verb, persons, post, reason: read }, position) =>
    persons.map((person): ActFact => {
      const why = reason ?? read
      return {
        act,
        verb,
        person,
        post,
        organGroup: organGroupOf(post),
        outcome: 'passed',
        position,
        ...(why === undefined ? {} : { reason: why }),
      }
    }),
  ),
})

const templatesOf = (office: Office): Templates => ({ ...defaultTemplates, ...office.wording })

/** The decisions printed from the facts, one text behind the other. */
const decisions = (id: string, office: Office): string[] => {
  const facts = factsOf(id, office)
  const law = office.citation ?? ''
  const settings = {
    ...decisionSettings,
    signature: office.signature ?? false,
    citations: { 'accept-resignation': law, 'act-as': law, end: office.ending ?? '' },
  }
  return decisionPapers(facts, settings, templatesOf(office)).map(plainText)
}

const organicLaw = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'

const lists = (id: string, office: Office): string[] => {
  const facts = factsOf(id, office)
  return (['appoint', 'remove'] as const)
    .map((act) => ({ ...facts, acts: facts.acts.filter((fact) => fact.act === act) }))
    .filter(({ acts }) => acts.length > 0)
    .map((one) => plainText(listPaper(one, listSettings, templatesOf(office))))
}

const offices: Record<string, Office> = {
  '001': {
    head: { bodyName: '莆田市人民代表大会常务委员会', term: 8, session: 28, date: '2025-10-24' },
    citation: `${organicLaw}第三十二条和《莆田市人民代表大会常务委员会任免国家机关工作人员实施办法》第八条`,
    ending: `${organicLaw}第五十六条`,
    wording: {
      listTitle: '{shortBody}{list}',
      resignation: '{law}，{meeting}决定：因{reason}，{act}，报{congressOfTerm}第六次会议备案。',
      ending:
        '{law}，鉴于代表资格审查委员会的组成人员必须是常务委员会的组成人员，自本决定通过之日起，{act}。',
    },
  },
  '002': {
    head: { bodyName: '樊城区人民代表大会常务委员会', term: 6, session: 26, date: '2020-07-28' },
  },
  '003': {
    head: { bodyName: '济源市人民代表大会常务委员会', term: 15, session: 7, date: '2023-05-31' },
    signature: true,
    wording: {
      resignationTitle: '{body}关于接受{person}同志辞去{post}职务请求的决定',
      resignation: `根据${organicLaw}第三十二条的规定和本人申请，{meeting}决定，接受{person}同志辞去{post}职务的请求，报{congressOfTerm}备案。`,
      actingTitle: '{body}关于{person}同志代理{post}的决定',
      acting: `根据${organicLaw}第五十条的规定，{meeting}决定：{person}同志代理{post}。`,
    },
  },
  '005': {
    head: { bodyName: '武汉市人民代表大会常务委员会', term: 14, session: 35, date: '2021-01-22' },
    reason: '工作需要',
    wording: {
      resignation: `根据{person}因{reason}向市人大常委会提出辞去所任职务的请求，依照${organicLaw}的规定，{shortMeeting}决定：{act}。\n报市人民代表大会备案。`,
    },
  },
  '007': {
    head: { bodyName: '北京市人民代表大会常务委员会', term: 15, session: 35, date: '2021-12-01' },
    wording: {
      resignation: `根据{person}同志的请求，按照${organicLaw}第二十七条的规定、《{body}任免国家机关工作人员条例》第二十五条的规定，市{term}人大常务委员会{session}决定：{act}，并报{congress}备案。`,
    },
  },
  '008': {
    head: { bodyName: '绍兴市人民代表大会常务委员会', term: 7, session: 34, date: '2016-12-01' },
    wording: {
      resignation: `{meeting}，审议了{person}同志提出的要求辞去{post}职务的请求。根据${organicLaw}第二十七条规定，决定接受{person}同志辞去{post}职务，报市第八届人民代表大会第一次会议备案。`,
    },
  },
  '009': {
    head: { bodyName: '宣城市人民代表大会常务委员会', term: 4, session: 19, date: '2019-08-29' },
    citation: `${organicLaw}第四十四条第九项`,
    wording: {
      actingTitle: '{body}关于{organ}副{title}{person}代理{title}的决定',
      acting: '{law}，{meeting}决定：{organ}副{title}{person}代理{title}。',
    },
  },
  '012': {
    head: {
      bodyName: '池州市贵池区人民代表大会常务委员会',
      term: 15,
      session: 8,
      date: '2013-01-15',
    },
    citation: `${organicLaw}第四十九条`,
    reason: '鉴于张平丽已辞去区人大常委会主任职务',
    wording: {
      passing: '（{date}区十五届人大常委会{session}通过）',
      actingTitle: '关于推选{organ}副{title}{person}代理{title}职务的决定',
      acting: '{reason}，{law}，{meeting}决定：推选{organ}副{title}{person}代理{title}职务。',
    },
  },
  '013': {
    head: { bodyName: '池州市人民代表大会常务委员会', term: 4, session: 28, date: '2021-08-01' },
    citation: `${organicLaw}第二十七条`,
    reason: '因晋升池州市二级巡视员，根据工作需要',
    wording: {
      resignation:
        '{reason}，{person}请求辞去{post}职务。{law}，{meeting}决定：接受{person}的辞职请求，报{congress}备案。',
    },
  },
}

describe('formal lists and decisions', () => {
  const formal = published.filter(({ form }) => form.startsWith('formal'))

  it('has an office for each', () => {
    expect(Object.keys(offices).sort()).toEqual(formal.map(({ id }) => id).sort())
  })

  it.each(formal)('prints $id word for word from its facts', ({ id, text }) => {
    const office = offices[id]
    if (!office) throw new RangeError(`no office ${id}`)
    const printed = words([...decisions(id, office), ...lists(id, office)].join(''))
    // Where a site shows the text alone, its title and passing line stand before it.
    const alone = !text.includes('通过)') && !text.includes('通过）')
    expect(alone ? printed.slice(-words(text).length) : printed).toBe(words(text))
  })

  it.each(Object.entries(offices))('words %s with templates an office may store', (_, office) => {
    for (const [key, text] of Object.entries(office.wording ?? {}) as [TemplateKey, string][]) {
      expect(templateFault(key, text)).toBeUndefined()
    }
  })
})
