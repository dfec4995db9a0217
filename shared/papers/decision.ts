/** 决定 on one person each (documents.md §3.14): 接受辞职, 代理, 撤职, 罢免, 职务相应终止. */
import { passedActs } from './list.ts'
import type { ListFacts } from './list.ts'
import { checkHead, passingBlock } from './head.ts'
import { running, safeFileName } from './paper.ts'
import type { Block, Paper } from './paper.ts'
import { titleLines } from './lines.ts'
import type { Act, ActFact } from './acts.ts'
import {
  actSentence,
  actingPost,
  barePost,
  citationClause,
  congressOf,
  passingLine,
  sessionName,
} from './wording.ts'

export type DecisionSettings = {
  /**
   * What «根据…的规定» cites, per act, as the office words it. Article numbers change with every revision
   * of the law, so none is built in; an empty text leaves the clause out.
   */
  citations: Partial<Record<Act, string>>
  /** Adds the body's name and the date under the text. */
  signature: boolean
}

const organicLaw = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'

export const decisionSettings: DecisionSettings = {
  citations: {
    'accept-resignation': organicLaw,
    'act-as': organicLaw,
    dismiss: '《中华人民共和国各级人民代表大会常务委员会监督法》',
    recall: '《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》',
    end: organicLaw,
  },
  signature: false,
}

const decided: readonly Act[] = ['accept-resignation', 'act-as', 'dismiss', 'recall', 'end']

const subject = ({ act, person, post }: ActFact): string => {
  switch (act) {
    case 'accept-resignation':
      return `关于接受${person}辞去${barePost(post)}职务请求的决定`
    case 'act-as':
      return `关于${person}代理${actingPost(post)}的决定`
    case 'dismiss':
      return `关于撤销${person}${barePost(post)}职务的决定`
    case 'recall':
      return `关于罢免${person}${barePost(post)}职务的决定`
    default:
      return `关于${person}${barePost(post)}职务相应终止的决定`
  }
}

const opening = (fact: ActFact): string => {
  const reason = fact.reason ? `${fact.reason.replace(/[，。；]$/u, '')}，` : ''
  if (fact.act !== 'accept-resignation') return reason
  return `${reason}${fact.person}提出辞去${barePost(fact.post)}职务。`
}

const text = (fact: ActFact, facts: ListFacts, settings: DecisionSettings): string => {
  const clause = citationClause(settings.citations[fact.act] ?? '')
  const meeting = sessionName(facts.bodyName, facts.term, facts.session)
  const filing = fact.act === 'accept-resignation' ? `，报${congressOf(facts.bodyName)}备案` : ''
  const decision = actSentence(fact.verb, fact.act, [fact.person], fact.post).replace(/^决定/u, '')
  return `${opening(fact)}${clause}${meeting}决定：${decision}${filing}。`
}

const ending = (fact: ActFact, settings: DecisionSettings): string => {
  const clause = citationClause(settings.citations.end ?? '')
  return `${clause}自本决定通过之日起，${actSentence(fact.verb, 'end', [fact.person], fact.post)}。`
}

const decisionPaper = (
  fact: ActFact,
  ends: readonly ActFact[],
  facts: ListFacts,
  settings: DecisionSettings,
): Paper => {
  const what = subject(fact)
  const blocks: Block[] = [
    passingBlock(passingLine(facts)),
    running(text(fact, facts, settings)),
    ...ends.map((end) => running(ending(end, settings))),
  ]
  if (settings.signature)
    blocks.push({ block: 'signature', organ: facts.bodyName, date: facts.date })
  return {
    kind: 'decision',
    title: [...titleLines(facts.bodyName), ...titleLines(what, [fact.person])],
    blocks,
    page: { number: true },
    fileName: safeFileName(facts.bodyName + what),
  }
}

/**
 * One decision per passed act that a list does not carry, in the order of the acts. Posts that end with a
 * resignation («相应终止») stand in that person's decision; without one they get their own.
 * Out: possibly none.
 * @throws Refusal as {@link passedActs} and {@link checkHead}
 */
export const decisionPapers = (
  facts: ListFacts,
  settings: DecisionSettings = decisionSettings,
): Paper[] => {
  checkHead(facts)
  const acts = passedActs(facts.acts)
    .filter((fact) => decided.includes(fact.act))
    .sort((a, b) => a.position - b.position)
  const main = acts.filter((fact) => fact.act !== 'end')
  const ends = acts.filter((fact) => fact.act === 'end')
  const followed = (fact: ActFact) => ends.filter((end) => end.person === fact.person)
  const hosts = main.filter((fact, at) => main.findIndex((m) => m.person === fact.person) === at)
  const alone = ends.filter((end) => !hosts.some((fact) => fact.person === end.person))
  return [...main, ...alone].map((fact) =>
    decisionPaper(fact, hosts.includes(fact) ? followed(fact) : [], facts, settings),
  )
}
