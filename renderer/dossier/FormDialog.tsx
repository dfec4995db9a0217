import './dossier.css'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  EmptyState,
  FileButton,
  FormFailure,
  Spinner,
} from '../ui/index.ts'
import { FormCompare } from './FormCompare.tsx'
import { FormSide } from './FormSide.tsx'
import { useForm, type FormInHand } from './useForm.ts'

const accept = '.lrmx,.lrm,.xml'

/**
 * Reads a form, sets it beside what is stored field by field, and keeps it when confirmed. With an act it speaks for
 * that act; `personId` names the person it must be about, null a new one, absent lets the form say.
 */
export const FormDialog = ({
  actId = null,
  personId,
  onClose,
}: {
  actId?: string | null
  personId?: string | null
  onClose: () => void
}) => {
  const t = useT()
  const form = useForm(personId === undefined ? { actId } : { actId, personId })
  const { read } = form
  const save = async () => {
    const kept = await form.save()
    if (!kept) return
    notify('good', t('dossier.saved', { name: kept.personName }))
    onClose()
  }
  const foot = (
    <>
      {read ? <FormPicker form={form} again /> : null}
      {read ? (
        <DialogButtons
          confirm={t('dossier.save')}
          onCancel={onClose}
          pending={form.saving}
          disabled={form.pending}
        />
      ) : (
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      )}
    </>
  )
  return (
    <Dialog
      open
      title={t('dossier.read')}
      width={read ? 1120 : 560}
      onClose={onClose}
      footer={foot}
      {...(read ? { onSubmit: () => void save() } : {})}
    >
      <FormFailure failure={form.failure} />
      {read ? (
        <div className="dossier-form">
          <FormSide form={form} reading={read.reading} />
          <FormCompare reading={read.reading} take={read.take} onTake={form.setTake} />
        </div>
      ) : form.pending ? (
        <EmptyState title={t('dossier.reading', { name: form.opening })} action={<Spinner />} />
      ) : (
        <EmptyState icon="paper" title={t('dossier.pick')} action={<FormPicker form={form} />}>
          {t('dossier.pickHint')}
        </EmptyState>
      )}
    </Dialog>
  )
}

const FormPicker = ({ form, again = false }: { form: FormInHand; again?: boolean }) => {
  const t = useT()
  return (
    <FileButton
      icon="folder"
      accept={accept}
      inputLabel={t('dossier.pick')}
      tone={again ? 'plain' : 'primary'}
      disabled={form.pending || form.saving}
      autoFocus={!again}
      data-autofocus={!again || undefined}
      onPick={form.pickForm}
    >
      {again ? t('dossier.other') : t('dossier.pick')}
    </FileButton>
  )
}
