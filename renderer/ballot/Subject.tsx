import type { ReactNode } from 'react'
import type { Question } from '../../shared/contract/ballot.ts'
import type { Item } from '../../shared/contract/session.ts'
import { actLine } from '../../shared/papers/wording.ts'
import { formatDay, formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { SubjectFindings } from './SubjectFindings.tsx'
import type { Desk, Nominated } from './useDesk.ts'

/** The acts a question decides, in its order. */
export const actsOf = (question: Question, desk: Desk): Nominated[] =>
  question.actIds.flatMap((id) => desk.acts.get(id) ?? [])

/** Where on the agenda: item, place among its questions, nominator. */
const Crumb = ({ item, children }: { item: Item; children?: ReactNode }) => {
  const t = useT()
  return (
    <p className="ballot-crumb">
      <span>{t('ballot.itemOrdinal', { number: formatNumeral(item.position) })}</span>
      {children}
    </p>
  )
}

/** What is put to the vote, large: an act as verb and person and post, else the question's title. */
export const Subject = ({
  question,
  item,
  desk,
}: {
  question: Question
  item: Item
  desk: Desk
}) => {
  const t = useT()
  const nominated = actsOf(question, desk)
  const siblings = desk.questions.filter((one) => one.itemId === item.id)
  const [first] = nominated
  const merged = nominated.length > 1
  return (
    <header className="ballot-subject">
      <Crumb item={item}>
        {siblings.length > 1 ? (
          <span>
            {t(first && !merged ? 'ballot.oneByOne' : 'ballot.several')}{' '}
            <b>
              {siblings.indexOf(question) + 1} / {siblings.length}
            </b>
          </span>
        ) : null}
        {first ? <span>{t('ballot.nominator', { name: first.nomination.nominator })}</span> : null}
      </Crumb>
      {first && !merged ? (
        <ActHeadline {...first} item={item} />
      ) : (
        <div className="ballot-headline">
          <span className="ballot-verb">
            {merged
              ? t('ballot.merged', { count: nominated.length })
              : t(`ballot.kind.${question.kind}`)}
          </span>
          <h1>{merged ? item.title : question.title}</h1>
        </div>
      )}
      {merged ? <MergedActs nominated={nominated} /> : null}
      <SubjectFindings question={question} />
      {!first && question.title !== item.title ? (
        <ActFacts facts={[[t('ballot.fact.item'), item.title]]} />
      ) : null}
    </header>
  )
}

const ActHeadline = ({ act, nomination, item }: Nominated & { item: Item }) => {
  const t = useT()
  return (
    <>
      <div className="ballot-headline">
        <span className="ballot-verb">{act.verb}</span>
        <h1>{actLine(act.verb, act.act, [act.personName], act.post)}</h1>
      </div>
      <ActFacts
        facts={[
          [t('ballot.fact.item'), item.title],
          [t('ballot.fact.received'), formatDay(nomination.receivedOn)],
          [t('ballot.fact.reason'), act.reason],
          [t('ballot.fact.member'), act.memberId ? t('ballot.fact.isMember') : ''],
        ]}
      />
    </>
  )
}

/** Facts that are known; what is not known has no line. */
const ActFacts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="ballot-facts">
    {facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

const MergedActs = ({ nominated }: { nominated: readonly Nominated[] }) => (
  <ol className="ballot-acts">
    {nominated.map(({ act }) => (
      <li key={act.id}>
        <b>{act.verb}</b>
        <span>{actLine(act.verb, act.act, [act.personName], act.post)}</span>
      </li>
    ))}
  </ol>
)

/** An item on which nothing was asked yet. */
export const ItemSubject = ({ item }: { item: Item }) => {
  const t = useT()
  return (
    <header className="ballot-subject">
      <Crumb item={item} />
      <div className="ballot-headline">
        <span className="ballot-verb" data-quiet>
          {t(`session.itemState.${item.state}`)}
        </span>
        <h1>{item.title}</h1>
      </div>
    </header>
  )
}
