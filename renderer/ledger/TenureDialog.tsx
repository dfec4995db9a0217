import { endReasons, type EndReason, type Tenure } from '../../shared/contract/ledger.ts'
import { postKindOf } from '../../shared/rules/appointment/post-kind-of.ts'
import { bareName } from '../../shared/rules/names.ts'
import { today } from '../lib/formats.ts'
import { useDraft, useOpened, type Draft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Checkbox,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  Finding,
  FormFailure,
  Note,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../ui/index.ts'
import { useLedger } from './useLedger.ts'

type Values = {
  personId: string | null
  personName: string
  postId: string | null
  postName: string
  acting: boolean
  fromOn: string | null
  electedOn: string | null
  toOn: string | null
  endReason: EndReason | null
  note: string
}

const empty: Values = {
  personId: null,
  personName: '',
  postId: null,
  postName: '',
  acting: false,
  fromOn: null,
  electedOn: null,
  toOn: null,
  endReason: null,
  note: '',
}

const valuesOf = (tenure: Tenure | null): Values => {
  if (!tenure) return empty
  const { personId, personName, postId, postName, acting, note } = tenure
  const { fromOn, electedOn, toOn, endReason } = tenure
  return {
    personId,
    personName,
    postId,
    postName,
    acting,
    fromOn,
    electedOn,
    toOn,
    endReason,
    note,
  }
}

/** Enters a tenure no vote of this file made, or mends one. */
export const TenureDialog = ({
  tenure: shown,
  onClose,
}: {
  tenure: Tenure | null
  onClose: () => void
}) => {
  const t = useT()
  const tenure = useOpened(shown)
  const draft = useDraft<Values>(valuesOf(tenure))
  const save = useKernelCommand('ledger.saveTenure', { inline: true })
  const namesakes = useNamesakes(draft.values.personName)
  const { personId, ...rest } = draft.values
  const [only] = namesakes
  const chosen = personId ?? (namesakes.length === 1 ? only?.id : undefined)
  const undecided = !tenure && namesakes.length > 1 && chosen === undefined
  const submit = async () => {
    const known = tenure ? { id: tenure.id, rev: tenure.rev } : { rev: 0 }
    const person = chosen === undefined ? {} : { personId: chosen }
    const reply = await save.run({ ...known, ...person, ...rest })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('ledger.saved', { name: reply.value.personName }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t(tenure ? 'ledger.editTenure' : 'ledger.addTenure')}
      width={680}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('common.save')}
          onCancel={onClose}
          pending={save.pending}
          disabled={undecided}
        />
      }
    >
      <Stack>
        <FieldGrid>
          <TextField
            label={t('ledger.person')}
            value={draft.values.personName}
            onChange={(name) => {
              draft.set('personName', name)
              draft.set('personId', null)
            }}
            error={draft.errorAt('personName') ?? draft.errorAt('personId')}
            disabled={tenure !== null}
            hint={tenure ? t('ledger.nameStays') : undefined}
            required
            autoFocus={tenure === null}
          />
          {namesakes.length > 1 && !tenure ? (
            <Select
              label={t('ledger.whichPerson')}
              hint={undecided ? t('ledger.namesakes', { count: namesakes.length }) : undefined}
              value={chosen ?? null}
              options={namesakes.map(({ id, name, posts }) => ({
                value: id,
                label: [name, ...posts].join(t('ledger.dot')),
              }))}
              onChange={(id) => draft.set('personId', id)}
            />
          ) : null}
          {namesakes.length === 1 && !tenure ? (
            <Finding>
              {t('ledger.isKnown', {
                posts: only?.posts.join(t('common.comma')) || t('ledger.nothingNow'),
              })}
            </Finding>
          ) : null}
        </FieldGrid>
        {tenure?.source === 'act' ? (
          <Note>{t('ledger.byVote', { post: tenure.postName })}</Note>
        ) : (
          <>
            <PostFields draft={draft} autoFocus={tenure !== null} />
            <DayFields draft={draft} />
            <ElectionField draft={draft} />
            <Occupied values={draft.values} />
          </>
        )}
        <TextArea
          label={t('common.note')}
          rows={2}
          value={draft.values.note}
          onChange={(note) => draft.set('note', note)}
          error={draft.errorAt('note')}
          autoFocus={tenure?.source === 'act'}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}

/** People who bear exactly the name typed. */
const useNamesakes = (typed: string) => {
  const name = bareName(typed)
  const found = useLedger('ledger.findPerson', { text: name }, [...name].length > 1)
  return (found.data ?? []).filter((person) => person.name === name)
}

type Part = { draft: Draft<Values> }

const PostFields = ({
  draft: { values, set, errorAt },
  autoFocus,
}: Part & { autoFocus: boolean }) => {
  const t = useT()
  const posts = useLedger('ledger.posts', { on: values.toOn ?? today() })
  const all = posts.data ?? []
  const choose = (postId: string | null) => {
    set('postId', postId)
    const post = all.find(({ id }) => id === postId)
    if (post) set('postName', post.fullName)
  }
  return (
    <>
      <FieldGrid>
        <Select
          label={t('ledger.cataloguePost')}
          hint={t('ledger.cataloguePostHint')}
          value={values.postId}
          options={all.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          onChange={choose}
          error={errorAt('postId')}
          searchable
          clearable
        />
        <TextField
          label={t('ledger.postName')}
          hint={t('ledger.postNameHint')}
          value={values.postName}
          onChange={(name) => set('postName', name)}
          error={errorAt('postName')}
          required
          autoFocus={autoFocus}
        />
      </FieldGrid>
      <Checkbox
        label={t('ledger.isActing')}
        checked={values.acting}
        onChange={(acting) => set('acting', acting)}
      />
    </>
  )
}

/** Of the posts the congress fills the chief procurator's alone waits for an approval: asked there, and where it was said. */
const ElectionField = ({ draft: { values, set, errorAt } }: Part) => {
  const t = useT()
  const { postId, postName, acting, electedOn } = values
  const posts = useLedger('ledger.posts', { on: today() })
  const post = posts.data?.find(({ id }) => id === postId)
  const kind = post?.kind ?? postKindOf(postName).kind
  if (electedOn === null && (acting || kind !== 'chief-procurator')) return null
  return (
    <DateField
      label={t('ledger.electedOn')}
      hint={t('ledger.electedHint')}
      value={electedOn}
      onChange={(day) => set('electedOn', day)}
      error={errorAt('electedOn')}
    />
  )
}

/** Says who else holds a post that one person alone can hold: what is entered may be right, and the other end missing. */
const Occupied = ({ values }: { values: Values }) => {
  const t = useT()
  const { postId, postName, personName, fromOn, acting } = values
  const on = fromOn ?? today()
  const posts = useLedger('ledger.posts', { on })
  const single = !acting && posts.data?.some(({ id, single: one }) => id === postId && one) === true
  const held = useLedger('ledger.asOf', { on, postId: postId ?? '' }, single)
  const others = (held.data ?? []).filter(
    (one) => !one.acting && one.postId === postId && one.personName !== bareName(personName),
  )
  if (!single || others.length === 0) return null
  const names = others.map((one) => one.personName).join(t('common.comma'))
  return <Finding tone="warn">{t('ledger.occupied', { post: postName, names })}</Finding>
}

const DayFields = ({ draft: { values, set, errorAt } }: Part) => {
  const t = useT()
  return (
    <FieldGrid columns={3}>
      <DateField
        label={t('ledger.from')}
        hint={t('ledger.fromHint')}
        value={values.fromOn}
        onChange={(day) => set('fromOn', day)}
        error={errorAt('fromOn')}
      />
      <DateField
        label={t('ledger.to')}
        hint={t('ledger.toHint')}
        value={values.toOn}
        onChange={(day) => set('toOn', day)}
        error={errorAt('toOn')}
      />
      <Select
        label={t('ledger.reason')}
        value={values.endReason}
        options={endReasons.map((one) => ({ value: one, label: t(`ledger.endReason.${one}`) }))}
        onChange={(one) => set('endReason', one)}
        error={errorAt('endReason')}
        clearable
      />
    </FieldGrid>
  )
}
