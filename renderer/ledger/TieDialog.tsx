import { useMemo, useState } from 'react'
import type { PostOn, TenureShown } from '../../shared/contract/ledger.ts'
import { likeliestFirst } from '../../shared/rules/appointment/near-post.ts'
import { answersPost } from '../../shared/rules/appointment/post-search.ts'
import { today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { Button, Dialog, Note, PickList, Stack } from '../ui/index.ts'
import { useLedger } from './useLedger.ts'

const found = (posts: readonly PostOn[], text: string): PostOn[] =>
  posts.filter(({ fullName }) => answersPost(fullName, text))

/** Ties a tenure to a post of the catalogue, or unties it. */
export const TieDialog = ({ tenure, onClose }: { tenure: TenureShown; onClose: () => void }) => {
  const t = useT()
  const [text, setText] = useState('')
  const posts = useLedger('ledger.posts', { on: tenure.toOn ?? today() })
  const tie = useKernelCommand('ledger.tieTenure')
  const run = async (postId: string | null) => {
    const reply = await tie.run({ id: tenure.id, rev: tenure.rev, postId })
    if (!reply.ok) return
    notify('good', t(postId ? 'ledger.tiedNow' : 'ledger.untiedNow', { name: tenure.personName }))
    onClose()
  }
  const body = useKernelQuery('body.get', {})
  const all = useMemo(
    () => likeliestFirst(tenure.postName, posts.data ?? [], body.data?.name ?? ''),
    [tenure.postName, posts.data, body.data],
  )
  return (
    <Dialog
      open
      title={t('ledger.tieTitle', { name: tenure.personName })}
      width={640}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {tenure.postId ? (
            <Button tone="danger" pending={tie.pending} onClick={() => void run(null)}>
              {t('ledger.untie')}
            </Button>
          ) : null}
        </>
      }
    >
      <Stack>
        <Note>{t('ledger.tieNote', { post: tenure.postName })}</Note>
        <PickList
          label={t('ledger.tieSearch')}
          listLabel={t('ledger.posts')}
          text={text}
          onText={setText}
          items={text.trim() === '' ? all : found(all, text.trim())}
          keyOf={({ id }) => id}
          none={t('ledger.noSuchPost')}
          onPick={({ id }) => void run(id)}
          waits
        >
          {({ id, fullName }) => (
            <>
              <span>{fullName}</span>
              {id === tenure.postId ? <small>{t('ledger.tied')}</small> : null}
            </>
          )}
        </PickList>
      </Stack>
    </Dialog>
  )
}
