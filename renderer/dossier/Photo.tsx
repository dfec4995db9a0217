import { useT } from '../lib/i18n.ts'

/** The picture of a form, or its empty frame. */
export const Photo = ({ name, photo }: { name: string; photo: string | null }) => {
  const t = useT()
  return photo ? (
    <img className="dossier-photo" src={photo} alt={t('dossier.photoOf', { name })} />
  ) : (
    <div className="dossier-photo">{t('dossier.noPhoto')}</div>
  )
}
