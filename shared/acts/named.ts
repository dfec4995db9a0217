/** The last look over a text: nobody said to take or leave a post may go unnamed in what was read. */
import { isName } from './persons.ts'
import { endsAsPost } from './posts.ts'
import type { ReadAct } from './types.ts'

const taking =
  /(?:同志|先生|女士)?(?:等(?:[0-9一二三四五六七八九十百]{1,4}[名位人])?(?:同志)?)?(?:(?:被|获)?(?:决定)?任命为|[为任](?!新|被|其|他|她|所|会议|[0-9一二两三四五六七八九十]+[名位]|该|获|常委会|大会)(?=[^，。；、]{2})|担任|兼任|的(?=[^，。；]{2,50}(?:职务|资格))|(?:因[^，。；]{2,16})?(?:请求|提出|申请|要求)?辞去|代理|不再(?:担任|兼任)|被(?:决定)?(?:免去|罢免|撤销)|(?:的)?辞职(?:请求|申请))/gu

const edgeBefore =
  /(?:^|[，。；：、（》\s]|任命了?|免去了?|免除|接受了?|批准|撤销|罢免|补选|推选|同意|决定|关于|通过|提请|[长员任表记席事]|[和与及由将])$/u
const speaksOfPost = /职务|代表|资格|委员|[长任员]/u

/** What the name a stretch of text ends with may be, where a name can begin: 吴用, 吴用所. */
const namesBefore = (stretch: string): string[] => {
  const dotted = /\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,12})+$/u.exec(stretch)?.[0]
  if (dotted !== undefined) return isName(dotted) ? [dotted] : []
  return [2, 3, 4].flatMap((length) => {
    const name = stretch.slice(-length)
    const whole = stretch.length >= length && isName(name) && !endsAsPost(name)
    return whole && edgeBefore.test(stretch.slice(0, -length)) ? [name] : []
  })
}

/** Persons a clause says to take, hold or leave a post; for each what the name may be. */
const namedIn = (clause: string): string[][] =>
  speaksOfPost.test(clause)
    ? [...clause.matchAll(taking)]
        .map(({ index }) => namesBefore(clause.slice(Math.max(0, index - 24), index)))
        .filter((names) => names.length > 0)
    : []

/**
 * In: the text in its one form, the acts read from it and what was left unread. Out: the clauses that say somebody
 * takes or leaves a post whom neither holds.
 */
export const unnamedClauses = (
  text: string,
  acts: readonly ReadAct[],
  unread: readonly string[],
): string[] => {
  const persons = acts.flatMap((act) => act.persons)
  const shown = unread.join('\n')
  const holds = (name: string): boolean =>
    shown.includes(name) || persons.some((one) => name.includes(one) || one.includes(name))
  return text
    .split(/[。；，\n！？]+/u)
    .filter((clause) => namedIn(clause).some((names) => !names.some((name) => holds(name))))
}
