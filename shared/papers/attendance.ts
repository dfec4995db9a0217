/** 出席情况 (documents.md §3.4): each sitting's roll, its quorum and its names. */
import { refuse } from '../contract/errors.ts'
import { formatDate } from '../rules/moment.ts'
import { checkHead, sessionFileName, sessionTitle } from './head.ts'
import { running, safeFileName, said } from './paper.ts'
import type { Block, Paper, Run } from './paper.ts'
import { numbered, quorumSentence, rollSentence } from './wording.ts'

export type MemberKind = 'chair' | 'vice-chair' | 'secretary-general' | 'ordinary'

export type RollFact = {
  name: string
  kind: MemberKind
  /** `unmarked`: nobody has recorded anything yet; it is said so, never counted as present or absent. */
  status: 'present' | 'onLeave' | 'absent' | 'unmarked'
  reason?: string
  /** «HH:MM», local time, for those present part of the time. */
  late?: string
  left?: string
}

/** Those the roll does not tell apart or does not hold: present by video, sitting in (列席), observing (旁听). */
export type BesideFact = {
  video: readonly string[]
  sitIn: readonly { name: string; post: string }[]
  observers: number
}

export type SittingFact = {
  /** «第一次全体会议» */
  name: string
  date: string
  /** «HH:MM» */
  time?: string
  /** From shared/rules. Absent for a sitting that needs none (分组会议). */
  quorum?: { base: number; needed: number; met: boolean }
  /** In the order they are to be printed: by rank, then by strokes. */
  people: RollFact[]
  beside?: BesideFact
}

export type AttendanceFacts = {
  bodyName: string
  term: number
  session: number
  sittings: SittingFact[]
}

export type AttendanceSettings = { reasons: boolean; ordering: string }

export const attendanceSettings: AttendanceSettings = { reasons: false, ordering: '按姓名笔画为序' }

const kindLabels: readonly (readonly [MemberKind, string])[] = [
  ['chair', '主　任：'],
  ['vice-chair', '副主任：'],
  ['secretary-general', '秘书长：'],
  ['ordinary', '委　员：'],
]

const named = (label: string, names: string[]): Block[] =>
  names.length === 0 ? [] : [{ block: 'names', label, names }]

const withStatus = (people: readonly RollFact[], status: RollFact['status']): RollFact[] =>
  people.filter((person) => person.status === status)

const presentBlocks = (people: readonly RollFact[]): Block[] =>
  kindLabels.flatMap(([kind, label]) =>
    named(
      label,
      withStatus(people, 'present')
        .filter((person) => person.kind === kind)
        .map((person) => person.name),
    ),
  )

/** Who was not there, each with why where it is asked for and known. */
const awayBlocks = (label: string, away: readonly RollFact[], reasons: boolean): Block[] => {
  if (!reasons || away.every((person) => !person.reason)) {
    return named(
      label,
      away.map((person) => person.name),
    )
  }
  const names = away.map((person) => person.name + (person.reason ? `（${person.reason}）` : ''))
  return [labelled(label, names.join('、'))]
}

/** A label in 黑体 with its text, turned-over lines under the text's first character. */
export const labelled = (label: string, text: string): Block => {
  const runs: Run[] = [said(label, 'hei'), said(text)]
  return { block: 'paragraph', indent: 'first', hang: [...label].length, runs }
}

/** «9:05», as papers write the time of day; a leading zero goes. */
export const clock = (time: string): string => time.replace(/^0(?=\d)/u, '')

const times = (people: readonly RollFact[]): Block[] => {
  const late = people.flatMap((p) => (p.late ? [`${p.name}（${clock(p.late)}到会）`] : []))
  const left = people.flatMap((p) => (p.left ? [`${p.name}（${clock(p.left)}离会）`] : []))
  return [
    ...(late.length > 0 ? [labelled('迟　到：', late.join('、'))] : []),
    ...(left.length > 0 ? [labelled('早　退：', left.join('、'))] : []),
  ]
}

const summary = ({ people, quorum }: SittingFact): string => {
  const count = (status: RollFact['status']): number => withStatus(people, status).length
  const roll = rollSentence({
    expected: people.length,
    present: count('present'),
    onLeave: count('onLeave'),
    absent: count('absent'),
    unmarked: count('unmarked'),
  })
  return quorum ? `${roll}。${quorumSentence(quorum)}。` : `${roll}。`
}

/** Roll, quorum and names of one sitting, without its heading; the minutes print the same. */
export const rollBlocks = (sitting: SittingFact, settings: AttendanceSettings): Block[] => {
  const { people } = sitting
  return [
    running(summary(sitting)),
    ...presentBlocks(people),
    ...awayBlocks('请　假：', withStatus(people, 'onLeave'), settings.reasons),
    ...awayBlocks('缺　席：', withStatus(people, 'absent'), settings.reasons),
    ...named(
      '未登记：',
      withStatus(people, 'unmarked').map((person) => person.name),
    ),
    ...times(people),
  ]
}

/** Who was present by video, who sat in and how many observed; nothing where there was nobody. */
export const besideBlocks = ({ video, sitIn, observers }: BesideFact): Block[] => [
  ...(video.length > 0
    ? [labelled('视频出席：', `${video.join('、')}（共${video.length}人，已计入实到）`)]
    : []),
  ...(sitIn.length > 0
    ? [
        labelled(
          '列　席：',
          `${sitIn.map(({ name, post }) => post + name).join('、')}（共${sitIn.length}人）`,
        ),
      ]
    : []),
  ...(observers > 0 ? [labelled('旁　听：', `${observers}人`)] : []),
]

const sittingBlocks = (sitting: SittingFact, at: number, settings: AttendanceSettings): Block[] => {
  const when = `${formatDate(sitting.date)}${sitting.time ? ` ${clock(sitting.time)}` : ''}`
  return [
    { block: 'heading', level: 1, text: `${numbered(at + 1)}${sitting.name}（${when}）` },
    ...rollBlocks(sitting, settings),
    ...(sitting.beside ? besideBlocks(sitting.beside) : []),
  ]
}

/**
 * Who attended each sitting of a session. Counts are taken from the names themselves.
 * @throws Refusal `papers.attendance.empty` without sittings or for a sitting without people
 */
export const attendancePaper = (
  facts: AttendanceFacts,
  settings: AttendanceSettings = attendanceSettings,
): Paper => {
  checkHead(facts)
  const empty = facts.sittings.length === 0 || facts.sittings.some((s) => s.people.length === 0)
  if (empty) refuse('papers.attendance.empty')
  const ordering: Block[] =
    settings.ordering === '' ? [] : [{ block: 'passingLine', lines: [`（${settings.ordering}）`] }]
  return {
    kind: 'attendance',
    title: sessionTitle(facts, '出席情况'),
    blocks: [
      ...ordering,
      ...facts.sittings.flatMap((sitting, at) => sittingBlocks(sitting, at, settings)),
    ],
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, '出席情况')),
  }
}
