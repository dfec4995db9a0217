/**
 * Sentences of papers an office may word for itself, with slots in braces: titles and texts of decisions
 * (documents.md §3.14), leads of notices and announcements, numbers, the list of duties. One home for all of them.
 */

const aboutMeeting = [
  'meeting',
  'shortMeeting',
  'body',
  'shortBody',
  'place',
  'term',
  'session',
  'date',
  'congress',
  'congressOfTerm',
] as const
const aboutAct = [
  'person',
  'post',
  'organ',
  'title',
  'reason',
  'law',
  'act',
  'filing',
  ...aboutMeeting,
] as const
const aboutList = [...aboutMeeting, 'list'] as const
const aboutNumber = ['code', 'year', 'number', 'numeral'] as const

export type SlotName =
  (typeof aboutAct)[number] | (typeof aboutList)[number] | (typeof aboutNumber)[number]

type Template = {
  text: string
  slots: readonly SlotName[]
  /** One of them has to stand in the text, or what it is about would be lost. */
  needs: readonly SlotName[]
}

const title = (text: string): Template => ({ text, slots: aboutAct, needs: ['person'] })
const decision = (text: string): Template => ({ text, slots: aboutAct, needs: ['person', 'act'] })
const lead = (text: string): Template => ({
  text,
  slots: aboutMeeting,
  needs: ['meeting', 'shortMeeting', 'session'],
})
const number = (text: string): Template => ({
  text,
  slots: aboutNumber,
  needs: ['number', 'numeral'],
})

const templates = {
  /** Head of a list: the body's name and what list it is. */
  listTitle: { text: '{body}{list}', slots: aboutList, needs: ['list'] },
  /** 题注 of lists and decisions. */
  passing: { text: '（{date}{meeting}通过）', slots: aboutMeeting, needs: ['date'] },
  resignationTitle: title('{body}关于接受{person}辞去{post}职务请求的决定'),
  resignation: decision(
    '{reason}，{person}提出辞去{post}职务。{law}，{meeting}决定：{act}{filing}。',
  ),
  actingTitle: title('{body}关于{person}代理{post}的决定'),
  acting: decision('{reason}，{law}，{meeting}决定：{act}。'),
  dismissalTitle: title('{body}关于撤销{person}{post}职务的决定'),
  dismissal: decision('{reason}，{law}，{meeting}决定：{act}。'),
  recallTitle: title('{body}关于罢免{person}{post}职务的决定'),
  recall: decision('{reason}，{law}，{meeting}决定：{act}。'),
  endTitle: title('{body}关于{person}{post}职务相应终止的决定'),
  end: decision('{reason}，{law}，{meeting}决定：{act}。'),
  /** An office that ends with another one, in the decision on that one. */
  ending: decision('{law}，自本决定通过之日起，{act}。'),
  announcement: lead('{meeting}于{date}通过下列人事任免事项：'),
  announcementClose: { text: '现予公告。', slots: aboutMeeting, needs: [] },
  announcementNumber: number('（第{number}号）'),
  notice: lead('{meeting}于{date}通过下列人事任免事项：'),
  noticeClose: { text: '特此通知。', slots: aboutMeeting, needs: [] },
  noticeNumber: number('{code}人常发〔{year}〕{number}号'),
  filing: lead('{law}，现将{meeting}于{date}通过的下列人事任免事项报请备案：'),
  approval: lead('{law}，现将{meeting}于{date}通过的下列事项报请批准：'),
  filingNumber: number('{code}人常报〔{year}〕{number}号'),
  certificate: decision('{act}。'),
  certificateNumber: number('{code}人常任〔{year}〕{number}号'),
  duties: {
    text: [
      '一、忠于宪法、维护宪法，恪守宪法誓言，依照法定职权和程序履行职责。',
      '二、贯彻实施法律、法规，执行{congress}及其常务委员会的决议、决定。',
      '三、对常务委员会会议的审议意见认真研究处理，按期提出书面报告。',
      '四、自觉接受常务委员会依法进行的听取报告、执法检查、专题询问、质询和特定问题调查等监督。',
      '五、认真办理代表议案和代表建议、批评和意见，按期答复代表，并报告办理情况。',
      '六、按照常务委员会的安排报告履行职责的情况，接受评议和满意度测评，落实整改意见。',
      '七、依法行使职权，廉洁奉公，主动接受人大代表和人民群众的监督。',
    ].join('\n'),
    slots: aboutMeeting,
    needs: [],
  },
} as const satisfies Record<string, Template>

export type TemplateKey = keyof typeof templates
export type Templates = Readonly<Record<TemplateKey, string>>
export const templateKeys = Object.keys(templates) as [TemplateKey, ...TemplateKey[]]
/** Leads of reports say what they rest on as well. */
const lawful: readonly TemplateKey[] = ['filing', 'approval']

export const defaultTemplates: Templates = Object.fromEntries(
  templateKeys.map((key) => [key, templates[key].text]),
) as Templates

/** Slots a sentence may use, in the order they are offered. */
export const slotsFor = (key: TemplateKey): readonly SlotName[] =>
  lawful.includes(key) ? ['law', ...templates[key].slots] : templates[key].slots

/** What the office sees a slot called. */
export const templateWords: Readonly<Record<SlotName, string>> = {
  person: '姓名',
  post: '职务',
  organ: '机关',
  title: '职名',
  reason: '理由',
  law: '依据',
  act: '事项',
  filing: '报备案',
  meeting: '会议',
  shortMeeting: '会议简称',
  body: '常委会',
  shortBody: '常委会简称',
  place: '地名',
  term: '届次',
  session: '会次',
  list: '名单',
  date: '日期',
  congress: '人代会',
  congressOfTerm: '本届人代会',
  code: '代字',
  year: '年份',
  number: '号数',
  numeral: '汉字号数',
}

const slot = /\{([^{}]+)\}/gu
const byWord = new Map(Object.entries(templateWords).map(([name, word]) => [word, name]))

/** A sentence as the office reads it: «接受{姓名}辞去{职务}职务的请求». */
export const shownTemplate = (text: string): string =>
  text.replace(slot, (_, name: string) => `{${templateWords[name as SlotName] ?? name}}`)

/** A sentence as the office wrote it, full-width braces or not, back with its slots' own names. */
export const readTemplate = (text: string): string =>
  text
    .replace(/｛/gu, '{')
    .replace(/｝/gu, '}')
    .replace(slot, (_, word: string) => `{${byWord.get(word.trim()) ?? word}}`)

export type TemplateFault = { key: TemplateKey; reason: 'slot' | 'missing'; slot: string }

/** The first thing wrong with an office's own sentence: a slot it does not know, or nothing left of what it is about. */
export const templateFault = (key: TemplateKey, text: string): TemplateFault | undefined => {
  const known: readonly string[] = slotsFor(key)
  const used = [...text.matchAll(slot)].map((match) => match[1] ?? '')
  const strange = used.find((name) => !known.includes(name))
  if (strange !== undefined) return { key, reason: 'slot', slot: strange }
  const needs: readonly string[] = templates[key].needs
  if (needs.length === 0 || needs.some((name) => used.includes(name))) return undefined
  return { key, reason: 'missing', slot: needs[0] ?? '' }
}

/** 工作变动 as a clause of its own: 因工作变动; what says so itself, and a reason the office has words before, stay. */
const clauseOf = (reason: string, before: string): string =>
  /[^。，；：]$/u.test(before) ||
  /^(?:因|由于|鉴于|为|经|根据|依据|按|由|自|已|当|本人)/u.test(reason)
    ? reason
    : `因${reason}`

/**
 * A sentence with its slots filled. What is empty takes the comma behind it along, so that «{reason}，{law}，» leaves
 * nothing behind where there is neither.
 */
export const filled = (text: string, values: Readonly<Partial<Record<SlotName, string>>>): string =>
  text.replace(/\{([^{}]+)\}(，?)/gu, (_, name: string, comma: string, at: number) => {
    const value = values[name as SlotName] ?? ''
    if (value === '') return ''
    return (name === 'reason' ? clauseOf(value, text.slice(0, at)) : value) + comma
  })
