import { nominatorKinds, type NominatorKind } from '../../shared/contract/appointment.ts'
import {
  filingRoutes,
  oathOrganizers,
  postKinds,
  type Organ,
  type Post,
  type PostKind,
  type PostVersion,
} from '../../shared/contract/ledger.ts'
import { postKindOf } from '../../shared/rules/appointment/post-kind-of.ts'
import { postKindFacts } from '../../shared/rules/appointment/post-kinds.ts'
import { electedVerb } from '../../shared/rules/ledger/starter.ts'
import { today } from '../lib/formats.ts'
import { useDraft, useOpened, type Draft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Checkbox,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Segmented,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { MannerField } from './MannerField.tsx'
import { isEnd, type Manner } from './versioning.ts'
import { lawfulNominators, versionAt } from './words.ts'

type Facts = Pick<
  PostVersion,
  'kind' | 'verb' | 'nominators' | 'single' | 'acting' | 'certificate' | 'oath' | 'filing'
>
type Values = Facts & { manner: Manner; fromOn: string | null; title: string; note: string }

/** What the law says of a kind, to start from; who proposes is left to the kind. */
const factsOf = (kind: PostKind): Facts => {
  const { verb, single, acting, certificate, oath, filing } = postKindFacts[kind]
  return {
    kind,
    verb: verb || electedVerb,
    nominators: [],
    single,
    acting,
    certificate,
    oath,
    filing: [...filing],
  }
}

const verbs = [...new Set(Object.values(postKindFacts).map(({ verb }) => verb || electedVerb))]

/** Adds a post to an organ; or puts one right, changes it from a day on, or ends it. */
export const PostDialog = ({
  organ,
  post: shown,
  onSaved,
  onClose,
}: {
  organ: Organ
  post: Post | null
  onSaved: (id: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const post = useOpened(shown)
  const home = versionAt(organ.versions, today())
  const version = post ? versionAt(post.versions, today()) : undefined
  const draft = useDraft<Values>({
    manner: 'mend',
    title: version?.title ?? '',
    note: version?.note ?? '',
    fromOn: version?.fromOn ?? home?.fromOn ?? null,
    ...(version ?? factsOf('other')),
  })
  const save = useKernelCommand('ledger.savePost', { inline: true })
  const { values, set, errorAt } = draft
  const adopt = (kind: PostKind) => {
    const facts = factsOf(kind)
    for (const key of Object.keys(facts) as (keyof Facts)[]) set(key, facts[key])
  }
  const submit = async () => {
    const known = post ? { id: post.id, rev: post.rev } : { rev: 0 }
    const { manner, fromOn, title, note, ...facts } = values
    const { kind, verb, nominators, single, acting, certificate, oath, filing } = facts
    const abolished = isEnd(manner, version)
    const reply = await save.run({
      ...known,
      organId: organ.id,
      fromOn: fromOn ?? '',
      ...{ title, note, kind, verb, nominators, single, acting, certificate, oath, filing },
      abolished,
    })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('ledger.saved', { name: title }))
    onSaved(reply.value.id)
    onClose()
  }
  return (
    <Dialog
      open
      title={t(post ? 'ledger.editPost' : 'ledger.addPostTo', { organ: home?.name ?? '' })}
      width={720}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <FieldGrid>
          <TextField
            label={t('ledger.postTitle')}
            hint={t('ledger.postTitleHint')}
            value={values.title}
            onChange={(title) => {
              set('title', title)
              const { kind, sure } = postKindOf(`${home?.name ?? ''}${title.trim()}`)
              if (!post && sure) adopt(kind)
            }}
            error={errorAt('title')}
            required
            autoFocus
          />
          <Select
            label={t('ledger.kind')}
            hint={t('ledger.kindHint')}
            value={values.kind}
            options={postKinds.map((kind) => ({
              value: kind,
              label: t(`ledger.postKind.${kind}`),
            }))}
            onChange={adopt}
            error={errorAt('kind')}
            searchable
          />
        </FieldGrid>
        <MannerField
          current={version?.fromOn ?? null}
          manner={values.manner}
          fromOn={values.fromOn}
          error={errorAt('fromOn')}
          onChange={(manner, day) => {
            set('manner', manner)
            set('fromOn', day)
          }}
        />
        <ActFields draft={draft} />
        <AfterFields draft={draft} />
        <TextField
          label={t('ledger.basis')}
          value={values.note}
          onChange={(note) => set('note', note)}
          error={errorAt('note')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}

type Part = { draft: Draft<Values> }

const toggled = <V extends string>(chosen: readonly V[], one: V, on: boolean): V[] =>
  on ? [...chosen, one] : chosen.filter((other) => other !== one)

/** Who proposes, by which words, how many may hold it. */
const ActFields = ({ draft: { values, set, errorAt } }: Part) => {
  const t = useT()
  const offered: readonly NominatorKind[] = nominatorKinds.filter(
    (kind) => kind !== 'self' && kind !== 'other',
  )
  return (
    <>
      <FieldGrid columns={3}>
        <Select
          label={t('ledger.verb')}
          value={values.verb}
          options={[...new Set([...verbs, values.verb])].map((verb) => ({
            value: verb,
            label: verb,
          }))}
          onChange={(verb) => set('verb', verb)}
          error={errorAt('verb')}
        />
        <Segmented<'single' | 'several'>
          label={t('ledger.holders')}
          showLabel
          value={values.single ? 'single' : 'several'}
          options={(['single', 'several'] as const).map((one) => ({
            value: one,
            label: t(`ledger.${one}`),
          }))}
          onChange={(one) => set('single', one === 'single')}
        />
        <Select
          label={t('ledger.oathLabel')}
          value={values.oath}
          options={oathOrganizers.map((one) => ({ value: one, label: t(`ledger.oath.${one}`) }))}
          onChange={(oath) => set('oath', oath)}
          error={errorAt('oath')}
        />
      </FieldGrid>
      <fieldset className="ledger-ticks">
        <legend>{t('ledger.nominators')}</legend>
        {offered.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`appointment.nominatorKind.${kind}`)}
            checked={values.nominators.includes(kind)}
            onChange={(on) => set('nominators', toggled(values.nominators, kind, on))}
          />
        ))}
        <small>{t('ledger.byKind', { names: lawfulNominators(values.kind) })}</small>
      </fieldset>
    </>
  )
}

/** What else goes with the post, and what follows an appointment. */
const AfterFields = ({ draft: { values, set } }: Part) => {
  const t = useT()
  return (
    <>
      <div className="ledger-ticks">
        <Checkbox
          label={t('ledger.mayAct')}
          checked={values.acting}
          onChange={(acting) => set('acting', acting)}
        />
        <Checkbox
          label={t('ledger.givesCertificate')}
          checked={values.certificate}
          onChange={(certificate) => set('certificate', certificate)}
        />
      </div>
      <fieldset className="ledger-ticks">
        <legend>{t('ledger.filingLabel')}</legend>
        {filingRoutes.map((route) => (
          <Checkbox
            key={route}
            label={t(`ledger.filing.${route}`)}
            checked={values.filing.includes(route)}
            onChange={(on) => set('filing', toggled(values.filing, route, on))}
          />
        ))}
      </fieldset>
    </>
  )
}
