import { useState } from 'react'
import type { PersonLike } from '../../shared/contract/uniting.ts'
import { shownMonth } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { Button, Dialog, Note, PickList, Stack } from '../ui/index.ts'
import { UnitePreviewDialog } from './UnitePreview.tsx'
import { useLedger } from './useLedger.ts'

type Person = { id: string; name: string }

/** Makes one entry of two of one human being: the other is chosen first, then both are compared. */
export const UniteDialog = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const [goesId, setGoesId] = useState<string | null>(null)
  if (goesId === null) return <ChooseDialog person={person} onClose={onClose} onPick={setGoesId} />
  return (
    <UnitePreviewDialog
      staysId={person.id}
      goesId={goesId}
      onOther={() => setGoesId(null)}
      onClose={onClose}
    />
  )
}

const ChooseDialog = ({
  person: { id: personId, name },
  onClose,
  onPick,
}: {
  person: Person
  onClose: () => void
  onPick: (id: string) => void
}) => {
  const t = useT()
  const [text, setText] = useState('')
  const typed = text.trim()
  const found = useLedger('ledger.peopleLike', { personId, text: typed })
  const none = typed === '' ? t('ledger.unite.nobody') : t('ledger.unite.noMatch', { text: typed })
  return (
    <Dialog
      open
      title={t('ledger.unite.title', { name })}
      width={640}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common.cancel')}</Button>}
    >
      <Stack>
        <Note>{t('ledger.unite.which', { name })}</Note>
        <PickList
          label={t('ledger.unite.search')}
          listLabel={t('ledger.unite.found')}
          text={text}
          onText={setText}
          items={found.data ?? []}
          keyOf={({ id }) => id}
          none={found.data ? none : t('common.loading')}
          onPick={({ id }) => onPick(id)}
          waits
        >
          {(one) => (
            <div className="ledger-found">
              <b>{one.name}</b>
              <small>{factsOf(one, t)}</small>
              {one.contradicts ? (
                <small className="ledger-contradicts">{t('ledger.unite.contradicts')}</small>
              ) : null}
            </div>
          )}
        </PickList>
      </Stack>
    </Dialog>
  )
}

const postsOf = ({ posts, holds }: PersonLike, t: Say): string => {
  if (posts.length === 0) return t('ledger.unite.noPosts')
  const list = posts.join(t('common.comma'))
  return holds ? list : t('ledger.unite.formerly', { posts: list })
}

/** What tells one bearer of a name from another. */
const factsOf = (one: PersonLike, t: Say): string =>
  [
    one.sex === null ? '' : t(`common.sex.${one.sex}`),
    one.birth === null
      ? t('ledger.unite.bornUnknown')
      : t('ledger.unite.born', { month: shownMonth(one.birth) }),
    postsOf(one, t),
  ]
    .filter((text) => text !== '')
    .join(t('ledger.dot'))
