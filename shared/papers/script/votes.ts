/** The vote blocks: how a question is put, held by each method, and its result announced. */
import type { VoteMethod } from '../../rules/question.ts'
import { publishedTally } from '../../rules/tally.ts'
import type { NotPressedPolicy, Tally } from '../../rules/tally.ts'
import { matterOf, unmarked, verdictWord } from '../wording.ts'
import type { Draft, ScriptFacts, ScriptItem, ScriptQuestion, ScriptRound } from './facts.ts'
import type { Teller } from './passages.ts'

const wait = '稍候'

/** How a method is named in «改用……方式表决». */
export const mannerWord: Readonly<Record<VoteMethod, string>> = {
  device: '按表决器',
  'secret-paper': '无记名投票',
  'show-of-hands': '举手',
  named: '记名',
  tacit: '征询意见',
}

/** «没有», or how many: what is said into the blank after «反对的请举手». */
const hands = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : count === 0 ? '没有' : `${count}人`

/** Papers handed out and taken in, said before anybody counts sides. */
const paperValues = (tally: Tally | null): Record<string, string | number | undefined> => {
  const { issued, collected } = tally ?? {}
  if (issued === undefined || collected === undefined) return { valid: undefined }
  return { issued, collected }
}

/**
 * One way of voting, from the call to the counting. `tally` is known once the result is locked; a round broken off
 * has none, and nobody counts what it brought.
 */
type Holding = {
  method: VoteMethod
  tally: Tally | null
  scrutineers: readonly string[]
  broken: boolean
}

const paperPassages = (tell: Teller, { tally, scrutineers, broken }: Holding): Draft[] => {
  const named = scrutineers.length > 0 ? scrutineers.join('、') : undefined
  const values = paperValues(tally)
  const { issued, collected } = values
  const compare = issued === undefined ? undefined : collected === issued ? '等于' : '少于'
  const valid = compare === undefined ? undefined : tell.say('papersValid', { compare }).text
  return [
    tell.say('scrutineers', { names: named }),
    tell.say('issue'),
    tell.text('direction', 'issuing', '监票人检查票箱，工作人员发票'),
    tell.say('fill'),
    tell.text('direction', 'filling', '填写'),
    tell.say('cast'),
    tell.text('direction', 'casting', '投票'),
    tell.say('count'),
    tell.text('direction', 'counting', '清点'),
    ...(broken
      ? []
      : [
          tell.say('papers', { ...values, valid }),
          tell.say('tellers'),
          tell.text('direction', 'telling', '计票'),
        ]),
  ]
}

const holdPassages = (tell: Teller, holding: Holding): Draft[] => {
  const { method, tally } = holding
  switch (method) {
    case 'device':
      return [tell.say('device'), tell.text('direction', 'wait', wait)]
    case 'show-of-hands':
      return [
        tell.say('handsFor'),
        tell.text('direction', 'wait', '清点'),
        tell.say('handsAgainst', { against: hands(tally?.against) ?? '　' }),
        tell.say('handsAbstain', { abstain: hands(tally?.abstain) ?? '　' }),
      ]
    case 'named':
      return [tell.say('named'), tell.text('direction', 'wait', '唱名表决')]
    case 'tacit':
      return [tell.say('tacit'), tell.text('direction', 'wait', wait)]
    case 'secret-paper':
      return paperPassages(tell, holding)
  }
}

/** The announcement with its figures; with blanks while nothing is locked. */
const resultPassage = (
  tell: Teller,
  method: VoteMethod,
  round: Pick<ScriptRound, 'tally' | 'verdict'> | null,
  policy: NotPressedPolicy,
): Draft => {
  const verdict = round?.verdict ? verdictWord[round.verdict] : undefined
  const tally = round?.tally ?? null
  const place = verdict === undefined ? 'pending' : 'result'
  const made = (() => {
    if (method === 'tacit') {
      const objections = verdict === undefined ? undefined : '没有'
      return tell.say('resultTacit', { objections, verdict }, place)
    }
    const figures = tally ? publishedTally(tally, policy) : {}
    if (method === 'secret-paper')
      return tell.say('resultPaper', { ...figures, spoiled: tally?.spoiled, verdict }, place)
    const counted = method === 'device' && policy === 'separate' ? 'resultDevice' : 'resultCount'
    return tell.say(counted, { ...figures, verdict }, place)
  })()
  return verdict === undefined ? { ...made, pending: true } : made
}

const announcement = (
  tell: Teller,
  method: VoteMethod,
  round: ScriptRound | null,
  policy: NotPressedPolicy,
): Draft[] => {
  const old = round?.announced
  return [
    ...(old
      ? [tell.say('corrected', { for: old.for, against: old.against, abstain: old.abstain })]
      : []),
    resultPassage(tell, method, round, policy),
  ]
}

/** What breaks a round off: the next one's method, or the same again. */
const breakPassage = (
  tell: Teller,
  round: ScriptRound,
  next: ScriptRound | null,
  method: VoteMethod,
): Draft => {
  const cause = unmarked(round.reason)
  const then = next?.method ?? method
  return then === round.method
    ? tell.say('revote', { cause })
    : tell.say('fallback', { cause, method: mannerWord[then] })
}

/** Acts voted on as one, each on a line of its own. */
const actLines = (tell: Teller, acts: readonly string[]): Draft[] =>
  acts.map((act, at) =>
    tell.text('say', `act${at + 1}`, `${act}${at === acts.length - 1 ? '。' : '；'}`),
  )

const putPassages = (tell: Teller, question: ScriptQuestion): Draft[] => {
  const { acts, kind, mergedBy } = question
  if (kind === 'agenda') return [tell.say('putAgenda', {}, 'put')]
  if (acts.length < 2) return [tell.say('put', { title: matterOf(question.title) })]
  const basis = mergedBy === '' ? undefined : mergedBy
  return [tell.say('merged', { basis, count: acts.length }), ...actLines(tell, acts)]
}

const shiftPassage = (
  tell: Teller,
  question: ScriptQuestion,
  round: ScriptRound | undefined,
): Draft[] => {
  const shift = round ? round.shift : question.shift
  return shift ? [tell.say('shift', shift)] : []
}

/** Its condition came to nothing, as the removal of who holds the post: not put to the vote, and why, not read aloud. */
const heldOffPassages = (tell: Teller, { title }: ScriptQuestion, by: string): Draft[] => [
  tell.say('heldOff', { title: matterOf(title) }),
  tell.text('direction', 'heldOffBy', `“${unmarked(by)}”没有通过或者已经撤回`),
]

/** A question put by itself, round after round; void ones are said without figures. */
const questionPassages = (facts: ScriptFacts, item: Teller, question: ScriptQuestion): Draft[] => {
  const own = item.of(question.id, question.id)
  if (question.withdrawn !== null)
    return [
      own.say('withdrawn', {
        title: matterOf(question.title),
        reason: unmarked(question.withdrawn),
      }),
    ]
  if (question.heldOffBy !== null) return heldOffPassages(own, question, question.heldOffBy)
  const { rounds } = question
  const ended = rounds.at(-1)?.state === 'void' || rounds.length === 0
  const held: readonly (ScriptRound | null)[] = ended ? [...rounds, null] : rounds
  const head = [...shiftPassage(own, question, rounds[0]), ...putPassages(own, question)]
  return [
    ...head,
    ...held.flatMap((round, at) => {
      const tell = item.of(question.id, `${question.id}.${at + 1}`)
      const method = round?.method ?? question.method
      const holding = {
        method,
        tally: round?.state === 'locked' ? round.tally : null,
        scrutineers: round?.scrutineers ?? [],
        broken: round?.state === 'void',
      }
      const voting = holdPassages(tell, holding)
      if (round?.state === 'void')
        return [...voting, breakPassage(tell, round, held[at + 1] ?? null, question.method)]
      return [
        ...voting,
        ...announcement(tell, method, round?.state === 'locked' ? round : null, facts.notPressed),
      ]
    }),
  ]
}

/** Questions with a line each on one paper: asked and counted together, announced one after the other. */
const sheetPassages = (
  facts: ScriptFacts,
  item: Teller,
  questions: readonly ScriptQuestion[],
): Draft[] => {
  const [first] = questions
  if (!first) return []
  const last = first.rounds.at(-1)
  const locked = last?.state === 'locked' ? last : null
  const common = item.of(first.id, `${first.id}.sheet`)
  const titles = questions.map((question) => unmarked(question.title))
  const shared = (draft: Draft): Draft => ({ ...draft, questionId: null })
  const holding = {
    method: 'secret-paper' as const,
    tally: locked?.tally ?? null,
    scrutineers: last?.scrutineers ?? [],
    broken: false,
  }
  const voids = first.rounds.filter((round) => round.state === 'void')
  return [
    ...shiftPassage(common, first, last),
    common.say('sheet', { count: questions.length }),
    ...actLines(common, titles),
    ...voids.map((round, at) =>
      common.say('revote', { cause: unmarked(round.reason) }, `revote${at + 1}`),
    ),
    ...holdPassages(common, holding),
  ]
    .map(shared)
    .concat(
      questions.flatMap((question) => {
        const tell = item.of(question.id, `${question.id}.line`)
        const own = question.rounds.at(-1)
        const done = own?.state === 'locked' ? own : null
        return [
          tell.text('say', 'title', `${unmarked(question.title)}：`),
          ...announcement(tell, 'secret-paper', done, facts.notPressed),
        ]
      }),
    )
}

const sheetOf = ({ rounds }: ScriptQuestion): string | null => rounds.at(-1)?.sheetId ?? null

/** Neither taken back nor held off. */
const isPut = ({ withdrawn, heldOffBy }: ScriptQuestion): boolean =>
  withdrawn === null && heldOffBy === null

/** Papers written on together: lines of one sheet, or persons still to be voted on by paper one after the other. */
const onePaper = (a: ScriptQuestion, b: ScriptQuestion): boolean => {
  if (!isPut(a) || !isPut(b)) return false
  if (a.rounds.length > 0 || b.rounds.length > 0)
    return sheetOf(a) !== null && sheetOf(a) === sheetOf(b)
  const alone = (one: ScriptQuestion): boolean =>
    one.method === 'secret-paper' && one.acts.length === 1
  return alone(a) && alone(b)
}

/** Amendments stand before what they amend (议事规则 46), whatever the order they came in. */
const inOrder = (questions: readonly ScriptQuestion[]): ScriptQuestion[] => {
  const placed: ScriptQuestion[] = []
  const place = (question: ScriptQuestion): void => {
    if (placed.includes(question)) return
    for (const one of questions) if (one.amendsId === question.id && one !== question) place(one)
    placed.push(question)
  }
  for (const question of questions)
    if (!questions.some((one) => one.id === question.amendsId)) place(question)
  return placed
}

const grouped = (questions: readonly ScriptQuestion[]): ScriptQuestion[][] => {
  const groups: ScriptQuestion[][] = []
  for (const question of questions) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && onePaper(before, question)) last.push(question)
    else groups.push([question])
  }
  return groups
}

/** Persons asked about each by himself: on no common paper, merged with nobody, put to the vote. */
const byThemselves = (groups: readonly ScriptQuestion[][]): ScriptQuestion[] =>
  groups
    .filter((group) => group.length === 1)
    .flat()
    .filter((one) => one.acts.length === 1 && isPut(one))

/** Every vote of an item: amendments first, lines of one sheet together, the rest one by one. */
export const votePassages = (facts: ScriptFacts, tell: Teller, item: ScriptItem): Draft[] => {
  const ordered = inOrder(item.questions)
  const groups = grouped(ordered)
  const alone = byThemselves(groups)
  const oneByOne = (question: ScriptQuestion): Draft[] =>
    alone.length > 1 && question === alone[0] ? [tell.say('oneByOne', { count: alone.length })] : []
  return [
    ...(ordered.some((one) => one.amendsId !== null) ? [tell.say('amendmentsFirst')] : []),
    ...groups.flatMap((group) =>
      group.length > 1
        ? sheetPassages(facts, tell, group)
        : group.flatMap((question) => [
            ...oneByOne(question),
            ...questionPassages(facts, tell, question),
          ]),
    ),
  ]
}
