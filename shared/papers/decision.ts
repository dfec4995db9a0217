/** 决定 on one person each (documents.md §3.14): 接受辞职, 代理, 撤职, 罢免, 职务相应终止. */
import { passedActs } from './list.ts'
import type { ListFacts } from './list.ts'
import { checkHead, passingBlock, wordedTitle } from './head.ts'
import { running, safeFileName } from './paper.ts'
import type { Block, Paper } from './paper.ts'
import { maySame } from './acts.ts'
import type { Act, ActFact } from './acts.ts'
import { electionLaw, ofDeputy, organicLaw, supervisionLaw } from './laws.ts'
import { actValues, passingOf } from './meeting.ts'
import { defaultTemplates, filled } from './templates.ts'
import type { TemplateKey, Templates } from './templates.ts'

export type DecisionSettings = {
  /**
   * What «根据…的规定» cites, per act, as the office words it. Article numbers change with every revision
   * of the law, so none is built in; an empty text leaves the clause out.
   */
  citations: Partial<Record<Act, string>>
  /** Adds the body's name and the date under the text. */
  signature: boolean
}

export const decisionSettings: DecisionSettings = {
  citations: {
    'accept-resignation': organicLaw,
    'act-as': organicLaw,
    dismiss: supervisionLaw,
    recall: electionLaw,
    end: organicLaw,
  },
  signature: false,
}

/** Which of the office's sentences a decision is worded by. */
const wording = {
  'accept-resignation': ['resignationTitle', 'resignation'],
  'act-as': ['actingTitle', 'acting'],
  dismiss: ['dismissalTitle', 'dismissal'],
  recall: ['recallTitle', 'recall'],
  end: ['endTitle', 'end'],
} as const satisfies Partial<Record<Act, readonly [TemplateKey, TemplateKey]>>

type Decided = keyof typeof wording

/**
 * What an act rests on. A deputy's resignation, and what ends with it, rest on the law of election (选举法 54–56); where
 * the office words it otherwise, on what it says.
 */
const citationOf = (fact: ActFact, host: ActFact, { citations }: DecisionSettings): string => {
  const own = citations[fact.act] ?? ''
  return own === organicLaw && ofDeputy(host) ? electionLaw : own
}

const decisionPaper = (
  fact: ActFact,
  ends: readonly ActFact[],
  facts: ListFacts,
  settings: DecisionSettings,
  templates: Templates,
): Paper => {
  const [title, text] = wording[fact.act as Decided]
  const said = (key: TemplateKey, one: ActFact): string =>
    filled(templates[key], actValues(one, facts, citationOf(one, fact, settings)))
  const what = said(title, fact)
  const blocks: Block[] = [
    passingBlock(passingOf(facts, templates)),
    ...said(text, fact)
      .split('\n')
      .map((line) => running(line)),
    ...ends.map((end) => running(said('ending', end))),
  ]
  if (settings.signature)
    blocks.push({ block: 'signature', organ: facts.bodyName, date: facts.date })
  return {
    kind: 'decision',
    title: wordedTitle(what, facts.bodyName, [fact.person]),
    blocks,
    page: { number: true },
    fileName: safeFileName(what),
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
  templates: Templates = defaultTemplates,
): Paper[] => {
  checkHead(facts)
  const acts = passedActs(facts.acts)
    .filter((fact) => Object.hasOwn(wording, fact.act))
    .sort((a, b) => a.position - b.position)
  const main = acts.filter((fact) => fact.act !== 'end')
  const ends = acts.filter((fact) => fact.act === 'end')
  // Taking an office on ends none: an office ends with one given up or taken away.
  const hostOf = (end: ActFact): ActFact | undefined =>
    main.find((fact) => fact.act !== 'act-as' && maySame(fact, end))
  const alone = ends.filter((end) => hostOf(end) === undefined)
  return [...main, ...alone].map((fact) => {
    const followed = ends.filter((end) => hostOf(end) === fact)
    return decisionPaper(fact, followed, facts, settings, templates)
  })
}
