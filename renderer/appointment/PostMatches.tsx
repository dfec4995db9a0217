import { useState } from 'react'
import type { Act, ActPost, PostCertainty } from '../../shared/contract/appointment.ts'
import type { OutputAt } from '../lib/client.ts'
import { shownMonth } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { Badge, Button, Menu, Select, type Tone } from '../ui/index.ts'
import { DeputyChoice } from './DeputyChoice.tsx'
import { NewPostDialog } from './NewPostDialog.tsx'

export const certaintyTone: Record<PostCertainty, Tone> = {
  exact: 'good',
  tied: 'good',
  likely: 'warn',
  none: 'plain',
}

type Holder = { act: Act; closed: boolean }

/** The posts of an act with their places in the catalogue: chosen among likely ones, proposed where there is none. */
export const PostMatches = ({ act, posts, closed }: Holder & { posts: readonly ActPost[] }) => {
  const t = useT()
  const tie = useKernelCommand('appointment.tieAct')
  const [proposed, setProposed] = useState<ActPost | null>(null)
  const choose = (position: number, postId: string | null) =>
    void tie.run({ id: act.id, rev: act.rev, posts: [{ position, postId }] })
  return (
    <>
      <ul className="appointment-matches">
        {posts.map((post) => (
          <li key={post.position}>
            <span>{post.name}</span>
            <Badge tone={certaintyTone[post.certainty]}>
              {t(`appointment.certainty.${post.certainty}`)}
            </Badge>
            {closed ? null : (
              <PostChoice
                post={post}
                onChoose={(postId) => choose(post.position, postId)}
                onPropose={() => setProposed(post)}
              />
            )}
          </li>
        ))}
      </ul>
      {proposed ? (
        <NewPostDialog
          name={proposed.name}
          onSaved={(postId) => choose(proposed.position, postId)}
          onClose={() => setProposed(null)}
        />
      ) : null}
    </>
  )
}

const PostChoice = ({
  post,
  onChoose,
  onPropose,
}: {
  post: ActPost
  onChoose: (postId: string | null) => void
  onPropose: () => void
}) => {
  const t = useT()
  if (post.certainty === 'exact') return null
  if (post.certainty === 'tied')
    return (
      <Button size="s" tone="quiet" onClick={() => onChoose(null)}>
        {t('appointment.untie')}
      </Button>
    )
  const propose = { id: 'new', label: t('appointment.proposePost'), group: 'new', run: onPropose }
  if (post.candidates.length === 0)
    return (
      <Button size="s" onClick={onPropose}>
        {t('appointment.proposePost')}
      </Button>
    )
  return (
    <Menu
      label={t('appointment.chooseMatch', { count: post.candidates.length })}
      items={[
        ...post.candidates.map(({ id, fullName }) => ({
          id,
          label: fullName,
          group: 'known',
          run: () => onChoose(id),
        })),
        propose,
      ]}
    />
  )
}

/**
 * Who is meant, where the ledger knows several of that name; what the one it knows holds; whether a deputy, where a
 * post asks for one.
 */
export const PersonMatch = ({ act, closed, asksDeputy }: Holder & { asksDeputy: boolean }) => {
  const persons =
    useKernelQuery(
      'appointment.persons',
      { actId: act.id },
      { topics: ['appointment', 'ledger', 'roster', 'dossier'] },
    ).data ?? []
  const chosen = persons.find(({ id }) => id === act.personId)
  const known = chosen ?? (persons.length === 1 ? persons[0] : undefined)
  const deputy = known?.deputy ?? null
  const settled = known !== undefined || persons.length === 0
  return (
    <>
      <WhoIsMeant act={act} closed={closed} persons={persons} />
      {settled && (asksDeputy || deputy !== null) ? (
        <DeputyChoice act={act} deputy={deputy} closed={closed} />
      ) : null}
    </>
  )
}

const WhoIsMeant = ({
  act,
  closed,
  persons,
}: Holder & { persons: OutputAt<'appointment.persons'> }) => {
  const t = useT()
  const tie = useKernelCommand('appointment.tieAct')
  const [held] = persons
  const nameNow = persons.find(({ id, name }) => id === act.personId && name !== act.personName)
  const renamed = nameNow ? (
    <p className="appointment-holds">
      {t('appointment.nameNow', { was: act.personName, now: nameNow.name })}
    </p>
  ) : null
  const another = closed ? null : (
    <Button
      size="s"
      onClick={() => void tie.run({ id: act.id, rev: act.rev, another: true })}
      disabled={tie.pending}
    >
      {t('appointment.anotherPerson')}
    </Button>
  )
  if (persons.length === 0)
    return <p className="appointment-none">{t('appointment.unknownPerson')}</p>
  if (persons.length === 1)
    return (
      <>
        {renamed}
        <p className="appointment-holds">
          {held && held.posts.length > 0
            ? t('appointment.holds', { posts: held.posts.join('、') })
            : t('appointment.holdsNothing')}
        </p>
        {another}
      </>
    )
  return (
    <>
      {renamed}
      <Select
        label={t('appointment.whoIsMeant', { name: act.personName, count: persons.length })}
        value={act.personId}
        disabled={closed}
        clearable
        options={persons.map(({ id, name, birth, posts }) => ({
          value: id,
          label: [
            name === act.personName ? '' : name,
            birth ? shownMonth(birth) : t('appointment.noBirth'),
            posts.join('、'),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        onChange={(personId) => void tie.run({ id: act.id, rev: act.rev, personId })}
      />
      {another}
    </>
  )
}
