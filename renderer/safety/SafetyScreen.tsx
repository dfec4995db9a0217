import './safety.css'
import { perform } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Button, Panel, Row, Screen, Stack } from '../ui/index.ts'
import { rehearsalCommand } from './commands.ts'
import { FromCopy } from './FromCopy.tsx'
import { ShadowPanel } from './ShadowPanel.tsx'

/** What keeps a sitting safe: copies on a stick, going on from one, and rehearsing beforehand. */
export const SafetyScreen = () => {
  const t = useT()
  const { data: rehearsal } = useKernelQuery('safety.rehearsal', {})
  return (
    <Screen title={t('safety.title')}>
      <div className="safety-panels">
        {rehearsal ? null : <ShadowPanel />}
        <Panel title={t('safety.rehearsal.title')} note={t('safety.rehearsal.note')}>
          <Stack>
            <p>{t('safety.rehearsal.text')}</p>
            <Row>
              <Button chord="Mod+Shift+R" onClick={() => perform(rehearsalCommand)}>
                {t(rehearsal ? 'safety.rehearsal.end' : 'safety.rehearsal.start')}
              </Button>
            </Row>
          </Stack>
        </Panel>
        {rehearsal ? null : (
          <Panel title={t('safety.copy.title')} note={t('safety.copy.note')}>
            <FromCopy />
          </Panel>
        )}
      </div>
    </Screen>
  )
}
