import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Roll } from '../../../shared/contract/attendance.ts'
import type { Frame, Scene, Tone } from '../../../shared/contract/hall.ts'
import type { Item, SittingKind } from '../../../shared/contract/session.ts'
import { quorumSentence, sessionName } from '../../../shared/papers/wording.ts'
import { sittingName } from '../../../shared/papers/sitting.ts'
import { dayOf, formatDate } from '../../../shared/rules/moment.ts'
import { quorumStanding } from '../../../shared/rules/quorum-standing.ts'
import { readableOf } from '../../../shared/rules/readable.ts'
import { nominationsOf } from '../appointment/queries.ts'
import { countsOfSitting, rollOfSitting } from '../attendance/queries.ts'
import { votesEntered } from '../ballot/drafts.ts'
import { theQuestion } from '../ballot/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import { findBody } from '../body/queries.ts'
import type { ReadContext } from '../dispatch.ts'
import { endsSession, scriptOf } from '../papers/script.ts'
import { rehearsalOf } from '../safety/queries.ts'
import { hereOf, type Here } from './course.ts'
import {
  countdownOf,
  frameOf,
  itemLabel,
  itemScene,
  listScene,
  questionScene,
  resultScene,
  speechScene,
  votingScene,
  word,
  type Dress,
} from './frame.ts'
import { hallSettings, keptHall, type KeptHall } from './kept.ts'
import { hallSql } from './sql.ts'
import { isSecretNow, markOf, trackOf, type Station } from './stations.ts'

type At = Pick<ReadContext, 'db' | 'now' | 'moment'>
/** A scene, and what of the sitting stands around it. */
type Seen = { scene: Scene; item?: Item; question?: Question; vote?: Vote }

/** The stations one can go through now, and which of them is on the screen. */
export const placeOf = (here: Here, kept: KeptHall) => {
  const mark = markOf(here.course)
  const stands = kept.mark === mark
  const track = trackOf(here.course, stands ? kept.shown : null)
  const back = stands ? Math.min(kept.back, track.length - 1) : 0
  const station = track[track.length - 1 - back] ?? ({ scene: 'welcome' } satisfies Station)
  return { mark, stands, back, station, canGoBack: back < track.length - 1 }
}

const heading = ({ db }: At, { session }: Here): string => {
  const body = findBody(db)
  if (!body) return ''
  return session ? sessionName(body.name, session.termNumber, session.number) : body.name
}

const linesOf = ({ session, sitting }: Here): string[] => {
  const place = sitting?.place || session?.place
  return [
    ...(sitting ? [sittingName(sitting), formatDate(dayOf(sitting.startsAt))] : []),
    ...(place ? [word('place', { place })] : []),
  ]
}

const rollScene = (roll: Roll, kind: SittingKind): Scene => {
  const standing = quorumStanding(kind, roll)
  const { needed } = roll.quorum
  const { expected, present, onLeave, absent } = roll.counts
  const words = { expected, present, onLeave, absent }
  return {
    scene: 'attendance',
    title: word('attendance'),
    figures: Object.entries(words).map(([name, value]) => ({ label: word(`roll.${name}`), value })),
    note: standing === 'uncalled' ? word('quorum', { needed }) : quorumSentence(roll.quorum),
  }
}

const seenQuestion = (at: At, here: Here, station: Station & { questionId: string }): Seen => {
  const question = theQuestion(at.db, station.questionId)
  const item = here.session?.items.find(({ id }) => id === question.itemId)
  if (!item) return welcome(at, here)
  if (station.scene === 'voting') {
    const vote = question.votes.find(({ state }) => state === 'open')
    if (!vote) return welcome(at, here)
    const lines = station.voteIds.length
    const scene = votingScene(
      question,
      item,
      vote,
      lines,
      votesEntered(at.db, vote.id, vote.counts.present),
    )
    return { scene, item, question, vote }
  }
  if (station.scene === 'result' && question.standing) {
    const policy = parameterValues(at.db).notPressedPolicy
    const vote = question.standing
    return { scene: resultScene(question, item, vote, policy), item, question, vote }
  }
  return { scene: questionScene(question, item, station.scene === 'again'), item, question }
}

const seenItem = (
  at: At,
  here: Here,
  station: { scene: 'item' | 'list'; itemId: string },
  page: number,
): Seen => {
  const item = here.session?.items.find(({ id }) => id === station.itemId)
  if (!item) return welcome(at, here)
  if (station.scene === 'item') return { scene: itemScene(item), item }
  const acts = nominationsOf(at.db, item.sessionId)
    .filter(({ itemId }) => itemId === item.id)
    .flatMap((nomination) => nomination.acts)
  return { scene: listScene(item, acts, page, readableOf(hallSettings(at.db))), item }
}

const welcome = (at: At, here: Here): Seen => ({
  scene: { scene: 'welcome', title: heading(at, here), lines: linesOf(here) },
})

/** The word for the end of a sitting, as the script has it; that of the session once it is closed. */
const endOf = ({ session, sitting }: Here): 'adjourned' | 'dispersed' | 'closed' => {
  if (session?.state === 'closed') return 'closed'
  return session && sitting && endsSession(session, sitting) ? 'dispersed' : 'adjourned'
}

const seenAt = (at: At, here: Here, station: Station, page: number): Seen => {
  switch (station.scene) {
    case 'welcome':
      return welcome(at, here)
    case 'attendance':
      return here.sitting
        ? { scene: rollScene(rollOfSitting(at, here.sitting.id), here.sitting.kind) }
        : welcome(at, here)
    case 'adjourned': {
      return {
        scene: { scene: 'adjourned', title: word(endOf(here)), lines: linesOf(here).slice(0, 1) },
      }
    }
    case 'item':
    case 'list':
      return seenItem(at, here, station, page)
    case 'speech': {
      const { speech } = here
      if (!speech) return welcome(at, here)
      const item = here.session?.items.find(({ id }) => id === speech.itemId)
      return { scene: speechScene(speech, item ?? null), ...(item ? { item } : {}) }
    }
    case 'voting':
    case 'again':
    case 'question':
    case 'result':
      return seenQuestion(at, here, station)
  }
}

/** «第六项 3 / 12»: the item, and which of its questions this is. */
const whereOf = ({ db }: At, { item, question }: Seen): string => {
  if (!item) return ''
  const ids = question ? db.all(hallSql.itemQuestions, { itemId: item.id }).map(({ id }) => id) : []
  const nth = question ? ids.indexOf(question.id) + 1 : 0
  return ids.length > 1
    ? `${itemLabel(item)}　${word('page', { page: nth, pages: ids.length })}`
    : itemLabel(item)
}

const footOf = (at: At, { sitting }: Here, { scene, vote }: Seen): Dress['foot'] => {
  if (vote) {
    const { threshold } = vote.outcome ?? { threshold: null }
    return {
      left: word('counts', { expected: vote.counts.expected, present: vote.counts.present }),
      right: threshold
        ? word('needed', { needed: threshold.needed })
        : word('quorum', { needed: vote.quorum.needed }),
    }
  }
  // The roll itself is the picture then.
  const said = scene.scene === 'attendance' || !sitting || sitting.state === 'planned'
  if (said) return { left: '', right: '' }
  const { counts, quorum } = countsOfSitting(at, sitting.id)
  return {
    left: word('counts', { expected: counts.expected, present: counts.present }),
    right: word('quorum', { needed: quorum.needed }),
  }
}

const watermarkOf = ({ db }: At): string | null => {
  const rehearsal = rehearsalOf(db)
  return rehearsal ? word('rehearsal', { number: rehearsal.number }) : null
}

const dressOf = (at: At, here: Here, seen: Seen): Omit<Dress, 'screen' | 'frozen'> => {
  const { letter, aspect } = readableOf(hallSettings(at.db))
  const bare = seen.scene.scene === 'blank'
  return {
    rehearsal: watermarkOf(at),
    head: bare
      ? { left: '', right: '' }
      : {
          left: seen.scene.scene === 'welcome' ? '' : heading(at, here),
          right: whereOf(at, seen),
        },
    foot: bare ? { left: '', right: '' } : footOf(at, here, seen),
    look: { letter, aspect, theme: hallSettings(at.db).theme },
  }
}

/** What the hall would see if the screen were neither frozen nor blank. */
const movingFrame = (at: At, here: Here, kept: KeptHall): Frame => {
  const seen = seenAt(at, here, placeOf(here, kept).station, kept.page)
  return frameOf(seen.scene, { ...dressOf(at, here, seen), screen: 'hall', frozen: false }, at.now)
}

const blankFrame = (at: At, here: Here, frozen: boolean): Frame => {
  const seen: Seen = { scene: { scene: 'blank' } }
  return frameOf(seen.scene, { ...dressOf(at, here, seen), screen: 'hall', frozen }, at.now)
}

/** A picture that stands still, with what never may: whether this is a rehearsal, and what time it is. */
const stillFrame = (at: At, frozen: Frame): Frame => {
  const rehearsal = watermarkOf(at)
  const same = rehearsal === frozen.rehearsal
  const rev = same ? frozen.rev : `${frozen.rev} ${rehearsal ?? ''}`
  return { ...frozen, rehearsal, rev, at: at.now }
}

/** What the hall screen shows now. A picture with a speaker's name on it gives way to a secret vote, wherever it is. */
export const hallFrame = (at: At): Frame => {
  const kept = keptHall(at.db)
  const here = hereOf(at.db, kept)
  const { frozen } = kept
  if (kept.blank) return blankFrame(at, here, frozen !== null)
  const shown = frozen ? stillFrame(at, frozen) : movingFrame(at, here, kept)
  const names = shown.scene === 'speech' && isSecretNow(here.course)
  return names ? blankFrame(at, here, frozen !== null) : shown
}

/** What would be frozen now: the picture of this moment, marked as standing still. */
export const frozenFrame = (at: At, kept: KeptHall): Frame => ({
  ...movingFrame(at, hereOf(at.db, kept), kept),
  frozen: true,
})

/** Null where none is needed, and before the roll: nobody knows yet how many are here. */
const marginOf = (
  kind: SittingKind,
  numbers: ReturnType<typeof countsOfSitting>,
): { text: string; tone: Tone } | null => {
  const standing = quorumStanding(kind, numbers)
  if (standing === null || standing === 'uncalled') return null
  const { needed, present, met } = numbers.quorum
  const params = { needed, present, by: Math.abs(present - needed) }
  return { text: word(met ? 'spare' : 'short', params), tone: met ? 'good' : 'bad' }
}

const titleOf = ({ scene, item, question }: Seen): string =>
  scene.scene === 'speech' ? (item?.title ?? '') : (question?.title ?? item?.title ?? '')

/** What the chair says of what is on: how it is put, and once it is decided, how it came out. */
const cueOf = (at: At, { session, sitting }: Here, { item, question, vote }: Seen): string => {
  if (!session || !sitting || !item) return ''
  const said = scriptOf(at.db, session.id, sitting.id, 'live', at.moment).filter(
    ({ kind, text, itemId, questionId }) =>
      kind === 'say' && text !== '' && (question ? questionId === question.id : itemId === item.id),
  )
  return (vote?.state === 'locked' ? said.at(-1) : said[0])?.text ?? ''
}

/** What the podium sees: what is on, what comes next, and how much quorum is left. */
export const podiumFrame = (at: At): Frame => {
  const kept = keptHall(at.db)
  const here = hereOf(at.db, kept)
  const live = seenAt(at, here, placeOf(here, { ...kept, mark: '' }).station, 1)
  const items = here.session?.items ?? []
  const next = items.find(({ state, id }) => state === 'pending' && id !== live.item?.id)
  const margin = here.sitting
    ? marginOf(here.sitting.kind, countsOfSitting(at, here.sitting.id))
    : null
  const speech = isSecretNow(here.course) ? null : here.speech
  const scene: Scene = {
    scene: 'podium',
    now: { label: word('now'), text: titleOf(live) || word('nothing') },
    next: {
      label: word('next'),
      text: next ? `${itemLabel(next)}　${next.title}` : word('nothing'),
    },
    cue: { label: word('cue'), text: cueOf(at, here, live) },
    margin: { label: word('margin'), ...(margin ?? { text: word('nothing'), tone: 'plain' }) },
    speech: speech
      ? { label: word('speaking'), name: speech.name, countdown: countdownOf(speech) }
      : null,
  }
  const dress = dressOf(at, here, { ...live, scene })
  return frameOf(scene, { ...dress, screen: 'podium', frozen: false }, at.now)
}
