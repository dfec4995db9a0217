/** 任免人员简历: who is proposed, from their 任免审批表, for those who are to vote. */
import type { FormFacts } from '../contract/dossier.ts'
import { refuse } from '../contract/errors.ts'
import type { ActFact } from './acts.ts'
import { checkHead, sessionFileName, sessionTitle } from './head.ts'
import type { SessionHead } from './head.ts'
import { running, safeFileName } from './paper.ts'
import type { Block, Paper, ParagraphBlock } from './paper.ts'
import { numbered, proposedPost, unmarked } from './wording.ts'

/** One person with all that is proposed of them; `form` null where none came. */
export type ResumeFact = {
  person: string
  acts: readonly Pick<ActFact, 'act' | 'post' | 'reason'>[]
  form: FormFacts | null
}

const what = '任免人员简历'

/** «1975年3月» of `1975-03`; undefined of what is no month. */
const monthOf = (text: string): string | undefined => {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(text) ?? []
  return year === undefined ? undefined : `${year}年${Number(month)}月`
}

/** «1975年3月出生»; what is no month stands as it was written. */
const since = (text: string, verb: string): string => {
  const month = monthOf(text)
  return month === undefined ? text : month + verb
}

/** «女，回族，1975年3月出生，江源临江人，1996年7月参加工作»: what the form leaves empty is left out. */
const basics = (form: FormFacts): string =>
  [
    form.sex,
    form.nationality,
    since(form.birth, '出生'),
    form.nativePlace && `${form.nativePlace.replace(/人$/u, '')}人`,
    since(form.startedWork, '参加工作'),
    since(form.joinedParty, '加入中国共产党'),
    form.profession,
  ]
    .filter((part) => part.trim() !== '')
    .join('，')

const schooling = ({ education, degree, school }: FormFacts['fullTime']): string => {
  const words = [education, degree].filter((part) => part !== '').join('，')
  return school === '' ? words : words === '' ? school : `${words}（${school}）`
}

const labelled = (label: string, text: string): ParagraphBlock[] =>
  text.trim() === ''
    ? []
    : [{ ...running({ text: `${label}：`, face: 'hei' }, `${unmarked(text)}。`) }]

/** Stations of a career one a paragraph; forms line them up with blanks. */
const stations = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim().replace(/\s{2,}/gu, '\u3000')).filter((line) => line !== '')

const formBlocks = (form: FormFacts): Block[] => {
  const lines = stations(form.resume)
  return [
    ...labelled('基本情况', basics(form)),
    ...labelled('全日制教育', schooling(form.fullTime)),
    ...labelled('在职教育', schooling(form.onTheJob)),
    ...labelled('现任职务', form.currentPost),
    ...(lines.length > 0 ? [running({ text: '简历：', face: 'hei' })] : []),
    ...lines.map((line) => running(line)),
    ...labelled('奖惩情况', form.rewards),
    ...labelled('年度考核', form.annualReview),
  ]
}

const reasonsOf = ({ acts, form }: ResumeFact): string => {
  const given = acts.flatMap(({ reason }) => (reason ? [unmarked(reason)] : []))
  return given.length > 0 ? [...new Set(given)].join('；') : (form?.reason ?? '')
}

const personBlocks = (fact: ResumeFact, at: number): Block[] => [
  { block: 'heading', level: 1, text: numbered(at + 1) + fact.person },
  ...labelled('任免事项', fact.acts.map(({ act, post }) => proposedPost(act, post)).join('；')),
  ...(fact.form ? formBlocks(fact.form) : [running('（没有附任免审批表）')]),
  ...labelled('任免理由', reasonsOf(fact)),
]

/**
 * The résumés of those a session is to decide on, or has appointed, in the order of the acts. Family and health stay in
 * the forms.
 * @throws Refusal `papers.resume.none` where no form came with anybody
 */
export const resumePaper = (
  facts: Omit<SessionHead, 'date'> & { persons: readonly ResumeFact[] },
): Paper => {
  checkHead(facts)
  if (facts.persons.every(({ form }) => form === null)) return refuse('papers.resume.none')
  return {
    kind: 'resume',
    title: sessionTitle(facts, what),
    blocks: facts.persons.flatMap(personBlocks),
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, what)),
  }
}
