import { fill } from './formulas.ts'
import type { Formulas } from './formulas.ts'
import type { Draft, ScriptFacts } from './facts.ts'
import { sittingTeller } from './passages.ts'

/** What stands where the quorum was not reached: nothing may be opened then (组织法 51③). */
const noQuorum = '未达到法定人数，不能开会；补足人数后重新清点'

const rollPassages = (facts: ScriptFacts, formulas: Formulas): Draft[] => {
  const { expected, roll, sitting } = facts
  const tell = sittingTeller(formulas, facts)
  if (sitting.kind === 'group') return [tell.say('begin')]
  if (roll && !roll.met) return [tell.text('direction', 'noQuorum', noQuorum)]
  // Before the roll is called leave has its blank; afterwards it is left out where there is none.
  const leave = !roll || roll.onLeave > 0 ? fill(formulas.leave, { onLeave: roll?.onLeave }) : ''
  return [tell.say('roll', { expected, present: roll?.present, leave }), tell.say('begin')]
}

const guestPassages = (facts: ScriptFacts, formulas: Formulas): Draft[] => {
  const tell = sittingTeller(formulas, facts)
  const { sitIn, observers } = facts
  return [
    ...(sitIn.length > 0 ? [tell.say('sitIn', { names: sitIn.join('、') })] : []),
    ...(observers > 0 ? [tell.say('observers', { count: observers })] : []),
  ]
}

/** From the greeting to the agenda: who is expected, who came, the quorum, who sits in. */
export const openingPassages = (facts: ScriptFacts, formulas: Formulas): Draft[] => {
  const tell = sittingTeller(formulas, facts)
  const { chair, first, kind } = facts.sitting
  const counted = first && kind !== 'group' && facts.agendaCount > 0
  return [
    ...(chair === null ? [] : [tell.text('direction', 'chair', `主持人：${chair}`)]),
    tell.say('greeting'),
    ...rollPassages(facts, formulas),
    ...guestPassages(facts, formulas),
    ...(counted ? [tell.say('agendaCount', { count: facts.agendaCount })] : []),
  ]
}
