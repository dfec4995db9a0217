import './safety.css'
import { formatClock } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'

/** How the copy on the stick stands, in a few words for the footer; nothing where no folder was chosen. */
export const ShadowState = () => {
  const t = useT()
  const { data: shadow } = useKernelQuery('safety.shadow', {})
  if (!shadow || shadow.state === 'off') return null
  const time = shadow.at === null ? '' : formatClock(shadow.at)
  return (
    <span
      className="safety-shadow"
      data-state={shadow.state}
      title={shadow.message ? tell(shadow.message) : (shadow.file ?? '')}
    >
      {t(`safety.shadow.${shadow.state}`, { time })}
    </span>
  )
}
