import { dismiss, useNotices } from '../lib/notices.ts'
import { useT } from '../lib/i18n.ts'
import { IconButton } from './Button.tsx'

const signs = { good: '✓', warn: '!', bad: '✕', plain: '·' } as const

/** Notices at the edge of the page, the newest first; one live region says them. */
export const Toasts = () => {
  const t = useT()
  const notices = useNotices((state) => state.notices)
  return (
    <div className="kit-toasts" role="status" aria-live="polite">
      {notices.toReversed().map((notice) => (
        <div key={notice.id} className="kit-toast" data-tone={notice.tone}>
          <span aria-hidden="true">{signs[notice.tone]}</span>
          <p>{notice.text}</p>
          <IconButton icon="close" label={t('common.dismiss')} onClick={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  )
}
