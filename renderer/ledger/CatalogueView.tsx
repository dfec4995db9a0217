import { useState, type ReactNode } from 'react'
import type { Catalogue, Post, PostVersion } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, today } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Loaded,
  Row,
  SplitLayout,
  type Column,
} from '../ui/index.ts'
import { OrganDialog } from './OrganDialog.tsx'
import { OrganList, organsOn } from './OrganList.tsx'
import { OrganPanel, PostPanel } from './CataloguePanel.tsx'
import { PostDialog } from './PostDialog.tsx'
import { StarterDialog } from './StarterDialog.tsx'
import { useLedger } from './useLedger.ts'
import { versionAt } from './words.ts'

type Doing = 'organ' | 'editOrgan' | 'post' | 'editPost' | 'starter'

/** Organs and posts with all their versions: what there is, and since when. */
export const CatalogueView = () => {
  const catalogue = useLedger('ledger.catalogue', {})
  return <Loaded query={catalogue}>{(known) => <Organs catalogue={known} />}</Loaded>
}

const Organs = ({ catalogue: { organs, posts } }: { catalogue: Catalogue }) => {
  const t = useT()
  const on = today()
  const [organId, setOrganId] = useState<string | null>(null)
  const [postId, setPostId] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const choices = organsOn(organs, on, (kind) => t(`ledger.organKind.${kind}`))
  const organ = organs.find(({ id }) => id === (organId ?? choices[0]?.id)) ?? null
  const own = posts
    .filter((post) => post.organId === organ?.id)
    .toSorted((a, b) => a.position - b.position)
  const post = own.find(({ id }) => id === postId) ?? null
  useAction('ledger.add', () => setDoing('post'), organ !== null)
  useAction('ledger.edit', () => setDoing('editPost'), post !== null)
  useAction('ledger.organ', () => setDoing('organ'))
  useAction('ledger.editOrgan', () => setDoing('editOrgan'), organ !== null)
  useAction('ledger.starter', () => setDoing('starter'))
  const close = () => setDoing(null)
  const dialogs = (
    <>
      {doing === 'organ' ? <OrganDialog organ={null} onSaved={setOrganId} onClose={close} /> : null}
      {doing === 'editOrgan' && organ ? (
        <OrganDialog organ={organ} onSaved={setOrganId} onClose={close} />
      ) : null}
      {doing === 'post' && organ ? (
        <PostDialog organ={organ} post={null} onSaved={setPostId} onClose={close} />
      ) : null}
      {doing === 'editPost' && organ && post ? (
        <PostDialog organ={organ} post={post} onSaved={setPostId} onClose={close} />
      ) : null}
      {doing === 'starter' ? <StarterDialog onClose={close} /> : null}
    </>
  )
  if (!organ)
    return (
      <>
        <EmptyState
          icon="house"
          title={t('ledger.noCatalogue')}
          action={
            <>
              <Button tone="primary" autoFocus onClick={() => setDoing('starter')}>
                {t('ledger.starter')}
              </Button>
              <Button chord="Shift+N" onClick={() => setDoing('organ')}>
                {t('ledger.addOrgan')}
              </Button>
            </>
          }
        >
          {t('ledger.noCatalogueHint')}
        </EmptyState>
        {dialogs}
      </>
    )
  return (
    <SplitLayout
      leftWidth={248}
      rightWidth={316}
      left={
        <OrganList
          label={t('ledger.organs')}
          choices={choices.map(({ abolished, ...choice }) => ({
            ...choice,
            note: abolished
              ? t('ledger.abolished')
              : String(posts.filter((one) => one.organId === choice.id).length),
          }))}
          selected={organ.id}
          onSelect={(id) => {
            setOrganId(id)
            setPostId(null)
          }}
        />
      }
      right={
        post ? (
          <PostPanel key={post.id} organ={organ} post={post} onEdit={() => setDoing('editPost')} />
        ) : (
          <OrganPanel key={organ.id} organ={organ} onEdit={() => setDoing('editOrgan')} />
        )
      }
    >
      <div className="ledger-list">
        <div className="ledger-bar">
          <h2>{versionAt(organ.versions, on)?.name}</h2>
          <Row end>
            <Button size="s" onClick={() => setDoing('starter')}>
              {t('ledger.starter')}
            </Button>
            <Button size="s" chord="Shift+N" onClick={() => setDoing('organ')}>
              {t('ledger.addOrgan')}
            </Button>
            <Button size="s" tone="primary" chord="N" onClick={() => setDoing('post')}>
              {t('ledger.addPost')}
            </Button>
          </Row>
        </div>
        <DataTable
          label={t('ledger.posts')}
          columns={postColumns(t, on)}
          rows={own}
          rowKey={({ id }) => id}
          selected={post?.id ?? null}
          onSelect={setPostId}
          onOpen={() => setDoing('editPost')}
          empty={<EmptyState title={t('ledger.noPosts')} />}
        />
      </div>
      {dialogs}
    </SplitLayout>
  )
}

const postColumns = (t: Say, on: string): Column<Post>[] => {
  const cell = (draw: (version: PostVersion) => ReactNode) => (post: Post) => {
    const version = versionAt(post.versions, on)
    return version ? draw(version) : null
  }
  return [
    {
      key: 'title',
      header: t('ledger.postTitle'),
      cell: cell(({ title, abolished, fromOn }) => (
        <>
          <b className="ledger-name">{title}</b>
          {abolished ? <Badge>{t('ledger.abolished')}</Badge> : null}
          {!abolished && fromOn > on ? (
            <Badge>{t('ledger.comes', { day: formatDay(fromOn) })}</Badge>
          ) : null}
        </>
      )),
    },
    {
      key: 'kind',
      header: t('ledger.kind'),
      width: '180px',
      cell: cell(({ kind }) => t(`ledger.postKind.${kind}`)),
    },
    {
      key: 'verb',
      header: t('ledger.verb'),
      width: '96px',
      cell: cell(({ verb }) => verb),
    },
    {
      key: 'holders',
      header: t('ledger.holders'),
      width: '150px',
      cell: cell(({ single, acting }) =>
        [t(single ? 'ledger.single' : 'ledger.several'), acting ? t('ledger.mayAct') : '']
          .filter(Boolean)
          .join(t('common.comma')),
      ),
    },
  ]
}
