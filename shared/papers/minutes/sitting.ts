import type { IncidentKind } from '../../contract/incident.ts'
import type { ItemKind, ItemState } from '../../contract/session.ts'
import { formatDate } from '../../rules/moment.ts'
import { toChineseNumeral } from '../../rules/numerals.ts'
import { besideBlocks, clock, labelled, rollBlocks } from '../attendance.ts'
import { running } from '../paper.ts'
import type { Block } from '../paper.ts'
import { numbered, unmarked } from '../wording.ts'
import type { IncidentFact, ItemRecord, SittingRecord, SpeechFact } from './facts.ts'
import { questionBlocks } from './votes.ts'

const whenText = ({ date, from, to }: SittingRecord): string =>
  `${formatDate(date)}${clock(from)}${to === null ? '' : `至${clock(to)}`}`

const recessText = ({ from, to, present }: SittingRecord['recesses'][number]): string =>
  `${clock(from)}至${clock(to)}${present === null ? '' : `，续会重新点名，实到${present}人`}`

const headBlocks = (sitting: SittingRecord): Block[] => [
  labelled('时　间：', whenText(sitting)),
  ...(sitting.recesses.length === 0
    ? []
    : [labelled('休　会：', sitting.recesses.map(recessText).join('；'))]),
  ...(sitting.place === '' ? [] : [labelled('地　点：', sitting.place)]),
  ...(sitting.chair === null
    ? []
    : [labelled(sitting.kind === 'group' ? '召集人：' : '主持人：', sitting.chair)]),
]

const attendanceBlocks = (sitting: SittingRecord): Block[] => [
  ...(sitting.roll === null
    ? [running('没有点名记录。')]
    : rollBlocks(sitting.roll, { reasons: true, ordering: '' })),
  ...besideBlocks(sitting),
]

/** «10分40秒» */
const lasted = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `${minutes > 0 ? `${minutes}分` : ''}${rest > 0 || minutes === 0 ? `${rest}秒` : minutes > 0 ? '钟' : ''}`
}

const speechText = ({
  name,
  turn,
  from,
  to,
  seconds,
  extraSeconds,
  extendedBy,
}: SpeechFact): string => {
  const again = turn > 1 ? `第${toChineseNumeral(turn)}次，` : ''
  const until = to === null ? '起' : `至${clock(to)}，${lasted(seconds)}`
  const more = extraSeconds > 0 ? `，${extendedBy}同意延长${lasted(extraSeconds)}` : ''
  return `${name}（${again}${clock(from)}${until}${more}）`
}

const speechBlocks = (speeches: readonly SpeechFact[]): Block[] =>
  speeches.length === 0 ? [] : [labelled('发　言：', speeches.map(speechText).join('；'))]

const stateText: Partial<Record<ItemState, string>> = {
  withdrawn: '这项议题已经撤回，不再审议。',
  deferred: '这项议题暂不付表决。',
}

/** What is not deliberated on. */
const doneText: Partial<Record<ItemKind, string>> = {
  satisfaction: '会议进行了满意度测评。',
  procedural: '这项议程进行完毕。',
  other: '这项议程进行完毕。',
}

/** How an item ended in this sitting; what was said and voted on speaks for itself. */
const endText = (item: ItemRecord, bare: boolean): string | undefined => {
  const { kind, state, settled, declined } = item
  const deliberated = bare ? '会议进行了审议。' : undefined
  if (!settled) return deliberated
  if (state === 'declined')
    return `主任会议决定不提请本次会议审议，理由是：${unmarked(declined ?? '')}。`
  return stateText[state] ?? (bare ? doneText[kind] : undefined) ?? deliberated
}

const itemBlocks = (item: ItemRecord, at: number): Block[] => {
  const title = unmarked(item.title) + (item.written ? '（书面）' : '')
  const said = [...speechBlocks(item.speeches), ...item.questions.flatMap(questionBlocks)]
  const end = endText(item, said.length === 0)
  return [
    { block: 'heading', level: 2, text: `（${toChineseNumeral(at + 1)}）${title}` },
    ...said,
    ...(end === undefined ? [] : [running(end)]),
  ]
}

const incidentWord: Readonly<Record<IncidentKind, string>> = {
  device: '设备',
  network: '网络',
  ruling: '主持人裁定',
  order: '会场秩序',
  other: '其他',
}

/** What is other than in the first note, then the text. */
const correctedText = (
  { time, kind }: IncidentFact,
  later: NonNullable<IncidentFact['corrected']>,
): string => {
  const when = later.time === time ? '' : `${clock(later.time)}，`
  const what = later.kind === kind ? '' : `${incidentWord[later.kind]}：`
  return `（后更正为：${when}${what}${unmarked(later.text)}）`
}

const incidentText = (incident: IncidentFact): string => {
  const { time, kind, text, corrected } = incident
  const later = corrected === null ? '' : correctedText(incident, corrected)
  return `${clock(time)}，${incidentWord[kind]}：${unmarked(text)}${later}。`
}

const incidentBlocks = ({ incidents }: SittingRecord): Block[] =>
  incidents.length === 0
    ? []
    : [
        { block: 'heading', level: 2, text: '会议中的情况' },
        ...incidents.map((incident) => running(incidentText(incident))),
      ]

/** One sitting: when and where, who was there, what was done, what happened. */
export const sittingBlocks = (sitting: SittingRecord, at: number): Block[] => [
  { block: 'heading', level: 1, text: `${numbered(at + 1)}${sitting.name}` },
  ...headBlocks(sitting),
  ...attendanceBlocks(sitting),
  ...sitting.items.flatMap(itemBlocks),
  ...speechBlocks(sitting.speeches),
  ...incidentBlocks(sitting),
]
