import './safety.css'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'

/** Says over every screen that what is done is a rehearsal; nothing while the data is the real one. */
export const RehearsalBanner = () => {
  const t = useT()
  const { data: rehearsal } = useKernelQuery('safety.rehearsal', {})
  if (!rehearsal) return null
  return (
    <div className="safety-banner" role="status">
      <b>{t('safety.rehearsal.banner', { number: rehearsal.number })}</b>
      <span>{t('safety.rehearsal.bannerText')}</span>
    </div>
  )
}
