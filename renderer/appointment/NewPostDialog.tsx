import {
  organKinds,
  postKinds,
  type OrganKind,
  type PostKind,
} from '../../shared/contract/ledger.ts'
import { postKindOf } from '../../shared/rules/appointment/post-kind-of.ts'
import { postKindFacts } from '../../shared/rules/appointment/post-kinds.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT, type LocaleKey } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import {
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { organIn, type KnownOrgan } from './organs.ts'

const fresh = 'new'

/** Adds a post the catalogue does not have, its facts filled from what the law says of its kind. */
export const NewPostDialog = ({
  name,
  onSaved,
  onClose,
}: {
  /** As the paper names it, organ included. */
  name: string
  onSaved: (postId: string) => void
  onClose: () => void
}) => {
  const catalogue = useKernelQuery('ledger.catalogue', {}).data
  const body = useKernelQuery('body.get', {}).data
  if (!catalogue || !body) return null
  const organs = catalogue.organs.flatMap(({ id, kind, versions }): KnownOrgan[] => {
    const last = versions.at(-1)
    return last && !last.abolished ? [{ id, kind, name: last.name }] : []
  })
  const { kind } = postKindOf(name, { level: body.level, bodyName: body.name })
  return (
    <PostForm
      name={name}
      kind={kind}
      organs={organs}
      fromOn={body.term.startsOn}
      onSaved={onSaved}
      onClose={onClose}
    />
  )
}

type Values = {
  organId: string
  organName: string
  organKind: OrganKind
  title: string
  kind: PostKind
  fromOn: string | null
}

const PostForm = ({
  name,
  kind,
  organs,
  fromOn,
  onSaved,
  onClose,
}: {
  name: string
  kind: PostKind
  organs: readonly KnownOrgan[]
  fromOn: string
  onSaved: (postId: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const saveOrgan = useKernelCommand('ledger.saveOrgan', { inline: true })
  const savePost = useKernelCommand('ledger.savePost', { inline: true })
  const proposed = organIn(name, kind, organs)
  const draft = useDraft<Values>({
    organId: proposed.id ?? fresh,
    organName: proposed.name,
    organKind: proposed.kind,
    title: proposed.title,
    kind,
    fromOn,
  })
  const { values, set, errorAt } = draft
  const facts = postKindFacts[values.kind]
  const isNew = values.organId === fresh
  const ready =
    values.title.trim() !== '' &&
    values.fromOn !== null &&
    (!isNew || values.organName.trim() !== '')
  const organOf = async (from: string): Promise<string | null> => {
    if (!isNew) return values.organId
    const reply = await saveOrgan.run({
      rev: 0,
      kind: values.organKind,
      fromOn: from,
      name: values.organName,
    })
    draft.take(reply.ok ? null : reply.error)
    return reply.ok ? reply.value.id : null
  }
  const submit = async () => {
    if (!ready || values.fromOn === null) return
    const organId = await organOf(values.fromOn)
    if (organId === null) return
    // The organ is there now: saving anew after a refusal does not add it twice.
    if (isNew) set('organId', organId)
    const { verb, single, acting, certificate, oath, filing } = facts
    const reply = await savePost.run({
      rev: 0,
      organId,
      fromOn: values.fromOn,
      title: values.title,
      kind: values.kind,
      verb: verb || t('appointment.act.appoint'),
      single,
      acting,
      certificate,
      oath,
      filing: [...filing],
    })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    onSaved(reply.value.id)
    onClose()
  }
  const failure = saveOrgan.failure ?? savePost.failure
  const nominators = facts.nominators.map((one) => t(`appointment.nominatorKind.${one}`)).join('、')
  return (
    <Dialog
      open
      title={t('appointment.newPostTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('appointment.proposePost')}
          onCancel={onClose}
          pending={saveOrgan.pending || savePost.pending}
          disabled={!ready}
          focused="confirm"
        />
      }
    >
      <Stack>
        <p>{name}</p>
        <Select
          label={t('appointment.organ')}
          value={values.organId}
          searchable
          options={[
            ...organs.map((organ) => ({ value: organ.id, label: organ.name })),
            { value: fresh, label: t('appointment.newOrgan') },
          ]}
          onChange={(organId) => set('organId', organId)}
        />
        {isNew ? (
          <FieldGrid>
            <TextField
              label={t('appointment.organName')}
              value={values.organName}
              onChange={(organName) => set('organName', organName)}
              error={errorAt('name')}
              required
            />
            <Select
              label={t('appointment.organKindLabel')}
              value={values.organKind}
              options={organKinds.map((value) => ({
                value,
                label: t(`ledger.organKind.${value}` as LocaleKey),
              }))}
              onChange={(organKind) => set('organKind', organKind)}
            />
          </FieldGrid>
        ) : null}
        <FieldGrid>
          <TextField
            label={t('appointment.postTitle')}
            value={values.title}
            onChange={(title) => set('title', title)}
            error={errorAt('title')}
            required
          />
          <Select
            label={t('appointment.postKindLabel')}
            value={values.kind}
            options={postKinds.map((value) => ({
              value,
              label: t(`ledger.postKind.${value}` as LocaleKey),
            }))}
            onChange={(next) => set('kind', next)}
          />
        </FieldGrid>
        <DateField
          label={t('appointment.postFrom')}
          value={values.fromOn}
          onChange={(next) => set('fromOn', next)}
          error={errorAt('fromOn')}
          required
        />
        <Note>
          {tell({
            key: facts.single ? 'appointment.postFactsSingle' : 'appointment.postFacts',
            params: {
              verb: facts.verb || t('appointment.byCongress'),
              nominators: nominators || t('appointment.byCongress'),
            },
          })}
        </Note>
        {failure?.fields ? null : <FormFailure failure={failure} />}
      </Stack>
    </Dialog>
  )
}
