import { BodyForm } from '../body/index.ts'
import { useT } from '../lib/i18n.ts'
import { FromCopy } from '../safety/index.ts'
import { Note, Panel } from '../ui/index.ts'
import { Door } from './Door.tsx'

/** The first set-up of the file's one body. */
export const FirstBody = () => {
  const t = useT()
  return (
    <Door title={t('app.setUp.title')} wide>
      <Note>{t('app.setUp.hint')}</Note>
      <BodyForm body={null} label={t('app.setUp.save')} />
      <Panel title={t('safety.copy.title')} note={t('safety.copy.note')}>
        <FromCopy />
      </Panel>
    </Door>
  )
}
