import { tell, useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Finding, Note, Panel } from '../ui/index.ts'

/** Who has reached a limit of the body's own rules on absence. It warns; nothing follows by itself. */
export const Warnings = () => {
  const t = useT()
  const warnings = useKernelQuery(
    'attendance.warnings',
    {},
    { topics: ['attendance', 'body', 'roster', 'session'] },
  )
  return (
    <Panel title={t('attendance.warning.title')}>
      <Note>{t('attendance.warning.note')}</Note>
      {warnings.data?.map(({ memberId, name, message }) => (
        <Finding key={`${memberId} ${message.key}`} tone="warn">
          <b>{name}</b> {tell(message)}
        </Finding>
      ))}
    </Panel>
  )
}
