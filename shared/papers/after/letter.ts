/** What notices and reports have in common: red head, addressee, list of acts, seal, imprint. */
import { formatDate } from '../../rules/moment.ts'
import { whoOf } from '../acts.ts'
import type { SessionHead } from '../head.ts'
import { listBlocks } from '../list.ts'
import type { ListSettings } from '../list.ts'
import { titleLines } from '../lines.ts'
import { meetingValues, numberValues } from '../meeting.ts'
import { running, safeFileName } from '../paper.ts'
import type { Block, Paper, PaperKind } from '../paper.ts'
import { filled } from '../templates.ts'
import type { TemplateKey, Templates } from '../templates.ts'
import { awaitsApproval } from '../wording.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import type { AfterSettings } from './settings.ts'

export type Office = { settings: AfterSettings; list: ListSettings; templates: Templates }

/** A sentence about the meeting, in the office's words. */
export const sentence = (
  key: TemplateKey,
  head: SessionHead,
  { templates }: Pick<Office, 'templates'>,
  law = '',
): string => filled(templates[key], { ...meetingValues(head), law })

/** A document's number in the office's pattern. */
export const documentNumber = (
  key: TemplateKey,
  { bodyName, date }: SessionHead,
  n: number | null,
  { templates }: Pick<Office, 'templates'>,
): string => filled(templates[key], numberValues(bodyName, date, n))

export const numberAfter = (first: number | null, at: number): number | null =>
  first === null ? null : first + at

/** What papers that tell of acts say below them where one of them does not stand yet. */
export const standingBlocks = (acts: readonly AfterAct[]): Block[] =>
  acts.some(({ approval }) => approval) ? [running(awaitsApproval)] : []

type Letter = {
  kind: PaperKind
  title: string
  names: readonly string[]
  to: string
  /** What the addressee is called where `to` leaves room for a name. */
  known?: string
  lead: string
  acts: readonly AfterAct[]
  /** What is still wanting below the acts, by {@link standingBlocks}; absent where the paper itself asks for it. */
  standing?: Block[]
  close: string
  number: string
  copies: string
  /** 签发人 of what goes upward; absent on what goes out to others. */
  signatory?: string
  /** Another organ than the body sends it, under its own head and number; the body's office prepares it. */
  organ?: string
}

/** Head and foot of what the body sends: its own, or the office's words for them. */
const sentBy = (facts: SessionHead, { letter }: AfterSettings, organ: string | undefined) => {
  const name = organ ?? facts.bodyName
  const own = organ === undefined ? letter : { mark: '', issuer: '' }
  return {
    name,
    // «临江市人民代表大会常务委员会文件», or the bare name on a letter.
    mark: own.mark || (letter.form === 'file' ? `${name}文件` : name),
    issuer: own.issuer || `${name}办公室`,
  }
}

/** A letter or formal file about acts. In: everything in words. Out: the paper with its head and imprint. */
export const letterPaper = (facts: AfterFacts, office: Office, letter: Letter): Paper => {
  const { settings } = office
  const { name, mark, issuer } = sentBy(facts, settings, letter.organ)
  return {
    kind: letter.kind,
    letterhead: {
      form: settings.letter.form,
      mark,
      number: letter.number,
      ...(letter.signatory === undefined ? {} : { signatory: letter.signatory }),
    },
    title: titleLines(letter.title, letter.names),
    blocks: [
      {
        block: 'addressee',
        to: letter.to,
        ...(letter.known === undefined ? {} : { known: letter.known }),
      },
      running(letter.lead),
      ...listBlocks(letter.acts, office.list),
      ...(letter.standing ?? []),
      running(letter.close),
      {
        block: 'signature',
        organ: name,
        date: facts.date,
        sealed: true,
      },
    ],
    imprint: {
      copies: letter.copies,
      issuer,
      date: facts.date,
    },
    page: { number: true },
    fileName: safeFileName(
      `${letter.title}（${letter.known ?? letter.to}，${formatDate(facts.date)}）`,
    ),
  }
}

const some = (acts: readonly AfterAct[], ...kinds: readonly AfterAct['act'][]): boolean =>
  acts.some(({ act }) => kinds.includes(act))

/** «陶喆任职», «陶喆等5人职务任免», «陶喆辞职»: what a title calls several acts. */
export const subjectOf = (acts: readonly AfterAct[]): string => {
  const count = new Set(acts.map(whoOf)).size
  const first = acts[0]?.person ?? ''
  const who = count > 1 ? `${first}等${count}人` : first
  const comes = some(acts, 'appoint', 'approve-appoint', 'act-as')
  const removed = some(acts, 'remove', 'approve-remove')
  const resigned = some(acts, 'accept-resignation')
  const dismissed = some(acts, 'dismiss')
  const recalled = some(acts, 'recall')
  // What ends by law («相应终止») follows one of the others, and names a title only where it stands alone.
  const kinds = [comes, removed, resigned, dismissed, recalled].filter(Boolean).length
  if (dismissed || recalled) {
    if (kinds > 1) return `${who}职务变动`
    return dismissed ? `撤销${who}职务` : `罢免${who}职务`
  }
  if (comes) return kinds === 1 && !some(acts, 'end') ? `${who}任职` : `${who}职务任免`
  if (removed) return resigned ? `${who}职务变动` : `${who}免职`
  return resigned ? `接受${who}辞去职务` : `${who}职务终止`
}
