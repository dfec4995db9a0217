import './safety.css'
import { useEffect, useRef } from 'react'
import type { Shadow } from '../../shared/contract/safety.ts'
import { formatClock } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { go } from '../lib/place.ts'

/** Tells people once when the copy fails, and once when it is there again. */
const useWatch = (shadow: Shadow | undefined): void => {
  const t = useT()
  const state = shadow?.state
  const message = shadow?.message
  const failed = useRef(false)
  useEffect(() => {
    if (state === 'failed' && !failed.current) {
      failed.current = true
      notify('bad', message ? tell(message) : t('safety.shadow.failed'))
    }
    if (state === 'saved' || state === 'off') {
      if (state === 'saved' && failed.current) notify('good', t('safety.shadow.again'))
      failed.current = false
    }
  }, [state, message, t])
}

/** How the copy on the stick stands, in a few words for the footer; nothing where no folder was chosen. */
export const ShadowState = () => {
  const t = useT()
  const { data: shadow } = useKernelQuery('safety.shadow', {})
  const { data: rehearsal } = useKernelQuery('safety.rehearsal', {})
  useWatch(shadow)
  if (!shadow || shadow.state === 'off' || rehearsal) return null
  const time = shadow.at === null ? '' : formatClock(shadow.at)
  // A newer copy on its way takes a moment at each step of the work: the words stay, only their colour goes.
  const shown = shadow.state === 'writing' && time ? 'saved' : shadow.state
  return (
    <button
      type="button"
      className="safety-shadow"
      data-state={shadow.state}
      onClick={() => go('safety')}
    >
      {t(`safety.shadow.${shown}`, { time })}
    </button>
  )
}
