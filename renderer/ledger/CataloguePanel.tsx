import { useState, type ReactNode } from 'react'
import type { Organ, Post, PostVersion } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, today } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { Button, ConfirmDialog, Facts, IconButton, Loaded, Note, Stack } from '../ui/index.ts'
import { useLedger } from './useLedger.ts'
import { lawfulNominators, nominatorText, sinceText, untilText, versionAt } from './words.ts'

/** An organ's names over time. */
export const OrganPanel = ({ organ, onEdit }: { organ: Organ; onEdit: () => void }) => {
  const t = useT()
  const remove = useKernelCommand('ledger.removeOrgan')
  const [taking, setTaking] = useState<string | null>(null)
  useAction('ledger.remove', () => setTaking(organ.versions.at(-1)?.fromOn ?? null))
  return (
    <div className="ledger-panel">
      <h2>{versionAt(organ.versions, today())?.name}</h2>
      <Facts items={[{ label: t('ledger.kind'), value: t(`ledger.organKind.${organ.kind}`) }]} />
      <Button wide chord="Shift+E" onClick={onEdit}>
        {t('ledger.editOrgan')}
      </Button>
      <Versions
        versions={organ.versions}
        onTake={setTaking}
        say={({ name, abolished }) => (abolished ? t('ledger.abolished') : name)}
      />
      <TakeBack
        fromOn={taking}
        only={organ.versions.length === 1}
        pending={remove.pending}
        onClose={() => setTaking(null)}
        onConfirm={async (fromOn) =>
          (await remove.run({ id: organ.id, rev: organ.rev, fromOn })).ok
        }
      />
    </div>
  )
}

/** A post's facts today, its versions, and who held it. */
export const PostPanel = ({
  organ,
  post,
  onEdit,
}: {
  organ: Organ
  post: Post
  onEdit: () => void
}) => {
  const t = useT()
  const remove = useKernelCommand('ledger.removePost')
  const [taking, setTaking] = useState<string | null>(null)
  const version = versionAt(post.versions, today())
  useAction('ledger.remove', () => setTaking(post.versions.at(-1)?.fromOn ?? null))
  if (!version) return null
  return (
    <div className="ledger-panel">
      <h2>{version.title}</h2>
      <p className="ledger-post">{versionAt(organ.versions, today())?.name}</p>
      <Facts items={postFacts(version, t)} />
      <Button wide chord="E" onClick={onEdit}>
        {t('ledger.editPost')}
      </Button>
      <Versions
        versions={post.versions}
        onTake={setTaking}
        say={({ title, abolished }) => (abolished ? t('ledger.abolished') : title)}
      />
      <Holders postId={post.id} />
      <TakeBack
        fromOn={taking}
        only={post.versions.length === 1}
        pending={remove.pending}
        onClose={() => setTaking(null)}
        onConfirm={async (fromOn) => (await remove.run({ id: post.id, rev: post.rev, fromOn })).ok}
      />
    </div>
  )
}

const postFacts = (version: PostVersion, t: Say) => {
  const { kind, verb, nominators, single, acting, certificate, oath, filing, note } = version
  const listed = (words: readonly string[]) =>
    words.length > 0 ? words.join(t('common.comma')) : t('common.none')
  return [
    { label: t('ledger.kind'), value: t(`ledger.postKind.${kind}`) },
    { label: t('ledger.verb'), value: verb },
    {
      label: t('ledger.nominators'),
      value: nominators.length > 0 ? listed(nominators.map(nominatorText)) : lawfulNominators(kind),
    },
    {
      label: t('ledger.holders'),
      value: [t(single ? 'ledger.single' : 'ledger.several'), acting ? t('ledger.mayAct') : '']
        .filter(Boolean)
        .join(t('common.comma')),
    },
    { label: t('ledger.certificate'), value: t(certificate ? 'ledger.yes' : 'ledger.no') },
    { label: t('ledger.oathLabel'), value: t(`ledger.oath.${oath}`) },
    {
      label: t('ledger.filingLabel'),
      value: listed(filing.map((route) => t(`ledger.filing.${route}`))),
    },
    ...(note ? [{ label: t('common.note'), value: note }] : []),
  ]
}

type Version = { fromOn: string; note: string }

const Versions = <V extends Version>({
  versions,
  say,
  onTake,
}: {
  versions: readonly V[]
  say: (version: V) => ReactNode
  onTake: (fromOn: string) => void
}) => {
  const t = useT()
  return (
    <section className="ledger-versions">
      <h3>{t('ledger.versions')}</h3>
      <ol>
        {versions.toReversed().map((version) => (
          <li key={version.fromOn}>
            <span>
              {t('ledger.since', { day: formatDay(version.fromOn) })}
              <b>{say(version)}</b>
              {version.note ? <small>{version.note}</small> : null}
            </span>
            <IconButton
              icon="remove"
              label={t('ledger.takeBack', { day: formatDay(version.fromOn) })}
              onClick={() => onTake(version.fromOn)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

const Holders = ({ postId }: { postId: string }) => {
  const t = useT()
  const holders = useLedger('ledger.post', { postId })
  return (
    <section className="ledger-versions">
      <h3>{t('ledger.heldBy')}</h3>
      <Loaded query={holders}>
        {(tenures) =>
          tenures.length === 0 ? (
            <Note>{t('ledger.heldByNobody')}</Note>
          ) : (
            <ol>
              {tenures.map(({ id, personName, acting, ...span }) => (
                <li key={id}>
                  <span>
                    <b>{acting ? t('ledger.actingIn', { post: personName }) : personName}</b>
                    <small>{[sinceText(span), untilText(span)].filter(Boolean).join(' – ')}</small>
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}

const TakeBack = ({
  fromOn,
  only,
  pending,
  onConfirm,
  onClose,
}: {
  fromOn: string | null
  /** It is the only version: the whole goes. */
  only: boolean
  pending: boolean
  onConfirm: (fromOn: string) => Promise<boolean>
  onClose: () => void
}) => {
  const t = useT()
  const day = formatDay(fromOn)
  const run = async () => {
    if (fromOn !== null && (await onConfirm(fromOn))) notify('good', t('ledger.takenBack', { day }))
    onClose()
  }
  return (
    <ConfirmDialog
      open={fromOn !== null}
      title={t('ledger.takeBackTitle')}
      confirm={t('common.remove')}
      danger
      pending={pending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Stack tight>
        {t(only ? 'ledger.takeBackAll' : 'ledger.takeBackText', { day })}
        <Note>{t('ledger.takeBackNote')}</Note>
      </Stack>
    </ConfirmDialog>
  )
}
