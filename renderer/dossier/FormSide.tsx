import type { FormReading } from '../../shared/contract/dossier.ts'
import { tell, useT } from '../lib/i18n.ts'
import { FileButton, Finding, Select } from '../ui/index.ts'
import { Photo } from './Photo.tsx'
import type { FormInHand } from './useForm.ts'

/** The picker's value for «nobody known». */
const nobody = '+'

/** Beside the comparison: the picture, whose form it is, and what the reading remarks. */
export const FormSide = ({ form, reading }: { form: FormInHand; reading: FormReading }) => {
  const t = useT()
  const { facts, photo, persons, personId, remarks } = reading
  const chosen = persons.find(({ id }) => id === personId)
  const options = [
    ...persons.map(({ id, name, why }) => ({ value: id, label: `${name} · ${tell(why)}` })),
    ...(personId === null || persons.some(({ id }) => id === personId)
      ? []
      : [{ value: personId, label: facts.name }]),
    { value: nobody, label: t('dossier.newPerson', { name: facts.name }) },
  ]
  return (
    <div className="dossier-side">
      <Photo name={facts.name} photo={photo} />
      <FileButton
        size="s"
        accept=".pic,.jpg,.jpeg,.png,.bmp"
        inputLabel={t('dossier.pickPhoto')}
        disabled={form.pending || form.saving}
        onPick={form.pickPhoto}
      >
        {t('dossier.pickPhoto')}
      </FileButton>
      <Select
        label={t('dossier.ofWhom')}
        hint={chosen ? tell(chosen.why) : undefined}
        value={personId ?? nobody}
        options={options}
        onChange={(value) => form.meet(value === nobody ? null : value)}
      />
      {remarks.map((remark) => (
        <Finding key={`${remark.key} ${JSON.stringify(remark.params)}`} tone="warn">
          {tell(remark)}
        </Finding>
      ))}
    </div>
  )
}
