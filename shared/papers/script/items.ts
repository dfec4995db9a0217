import { nominatorKinds } from '../../contract/appointment.ts'
import { toChineseNumeral } from '../../rules/numerals.ts'
import { matterOf, unmarked } from '../wording.ts'
import type { Formulas } from './formulas.ts'
import type { Draft, ScriptFacts, ScriptItem, ScriptNominator } from './facts.ts'
import { itemTeller } from './passages.ts'
import type { Teller } from './passages.ts'
import { votePassages } from './votes.ts'

const reported = '报告完毕'
const explained = '说明完毕'

type Call = { place: string; speaker: string | undefined }

/**
 * Each who put acts forward, once, in the order of 组织法 50: the council, the government, supervision, court,
 * procuratorate. The first one entered keeps the plain place, so that own words stay with whoever they were written for.
 */
const callsOf = (nominators: readonly ScriptNominator[]): Call[] => {
  if (nominators.length === 0) return [{ place: '', speaker: undefined }]
  const each = [...Map.groupBy(nominators, ({ name }) => name).values()].flatMap(
    ([own]) => own ?? [],
  )
  const rank = ({ kind }: ScriptNominator): number => nominatorKinds.indexOf(kind)
  return each
    .map((own, at) => ({ own, place: at === 0 ? '' : `.${own.id}` }))
    .toSorted((a, b) => rank(a.own) - rank(b.own))
    .map(({ own, place }) => ({ place, speaker: own.name }))
}

/** Who is called to the lectern; a name is put in by hand, or once in the office's own words. */
const speechPassages = (tell: Teller, item: ScriptItem): Draft[] => {
  const call = (name: Parameters<Teller['cue']>[0], done: string): Draft[] =>
    callsOf(item.nominators).flatMap(({ place, speaker }) => [
      tell.cue(name, { speaker }, name + place),
      tell.text('direction', `${name}Done${place}`, done),
    ])
  switch (item.kind) {
    case 'agenda':
      return [tell.say('agendaDraft')]
    case 'bill':
    case 'supplementary-election':
      return call('explain', explained)
    case 'report':
    case 'plan-budget':
    case 'inspection':
    case 'representative':
      return call('report', reported)
    case 'appointment':
      return call('explainActs', explained)
    case 'resignation':
      return call('explainResignation', explained)
    case 'dismissal':
      return [...call('explainDismissal', explained), tell.say('defence')]
    case 'satisfaction':
    case 'procedural':
    case 'other':
      return []
  }
}

const deliberation = (tell: Teller, { kind }: ScriptItem): Draft[] => {
  if (kind === 'procedural' || kind === 'other') return []
  if (kind === 'satisfaction')
    return [tell.say('satisfaction'), tell.text('direction', 'filling', '填写、收回测评票')]
  return [tell.say('deliberate'), tell.text('direction', 'deliberation', '审议')]
}

/** One item from its announcement to its end. `at` is its place in this sitting, from 0. */
const itemPassages = (
  facts: ScriptFacts,
  formulas: Formulas,
  item: ScriptItem,
  at: number,
): Draft[] => {
  const tell = itemTeller(formulas, facts, item.id)
  const ordinal = toChineseNumeral(item.position)
  const title = unmarked(item.title)
  if (item.state === 'declined')
    return [
      tell.say('itemDeclined', { title: matterOf(title), reason: unmarked(item.declined ?? '') }),
    ]
  const heading =
    at === 0 && item.position === 1
      ? tell.say('firstItem', { title }, 'heading')
      : tell.say('nextItem', { title, ordinal }, 'heading')
  const done = tell.say('itemDone', { ordinal })
  const group = facts.sitting.kind === 'group'
  const speech = item.written ? [tell.say('written')] : speechPassages(tell, item)
  const hearing = [...(group || item.heard ? [] : speech), ...deliberation(tell, item)]
  const unvoted = { withdrawn: 'itemWithdrawn', deferred: 'itemDeferred' } as const
  if (item.state === 'withdrawn' || item.state === 'deferred')
    return [heading, ...(item.taken ? hearing : []), tell.say(unvoted[item.state])]
  const votes = group ? [] : votePassages(facts, tell, item)
  return [heading, ...hearing, ...votes, done]
}

/** Every item of the sitting, in the order of the agenda. */
export const itemsPassages = (facts: ScriptFacts, formulas: Formulas): Draft[] =>
  facts.items.flatMap((item, at) => itemPassages(facts, formulas, item, at))
