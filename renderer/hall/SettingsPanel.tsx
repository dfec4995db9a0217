import type { HallSettings } from '../../shared/contract/hall.ts'
import { readableOf, screenFault } from '../../shared/rules/readable.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  FieldGrid,
  Finding,
  FormFailure,
  Note,
  NumberField,
  Panel,
  Row,
  Segmented,
  Stack,
} from '../ui/index.ts'

const themes = ['dark', 'light'] as const

/** How deep the hall is and how large its screen; what that means for the letters stands beside while typing. */
export const SettingsPanel = ({ settings }: { settings: HallSettings }) => {
  const t = useT()
  const { rev, ...known } = settings
  const draft = useDraft<{ [K in keyof typeof known]: (typeof known)[K] | null }>(known)
  const save = useKernelCommand('hall.saveSettings', { inline: true })
  const { distance, width, height, theme } = draft.values
  const screen =
    distance && width && height && theme ? { distance, width, height, theme } : undefined
  const fault = screen && screenFault(screen)
  const submit = async () => {
    if (!screen) return
    const reply = await save.run({ rev, ...screen })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) notify('good', t('hall.settings.saved'))
  }
  const field = (name: 'distance' | 'width' | 'height', max: number) => (
    <NumberField
      label={t(`hall.settings.${name}`)}
      value={draft.values[name]}
      min={1}
      max={max}
      onChange={(value) => draft.set(name, value)}
      error={name === 'distance' && fault ? undefined : draft.errorAt(name)}
    />
  )
  return (
    <Panel title={t('hall.settings.title')} onSubmit={() => void submit()}>
      <Stack>
        <FieldGrid columns={3}>
          {field('distance', 100)}
          {field('width', 4000)}
          {field('height', 3000)}
        </FieldGrid>
        <Segmented
          showLabel
          label={t('hall.settings.theme')}
          value={theme ?? 'dark'}
          options={themes.map((value) => ({ value, label: t(`hall.settings.${value}`) }))}
          onChange={(value) => draft.set('theme', value)}
        />
        {fault ? <Finding tone="bad">{tell(fault)}</Finding> : null}
        {screen && !fault ? <Note>{t('hall.settings.means', meaningOf(screen))}</Note> : null}
        {fault || save.failure?.fields ? null : <FormFailure failure={save.failure} />}
        <Row end>
          <Button
            type="submit"
            tone="primary"
            icon="save"
            pending={save.pending}
            disabled={!screen || fault !== undefined}
          >
            {t('common.save')}
          </Button>
        </Row>
      </Stack>
    </Panel>
  )
}

const meaningOf = (screen: Parameters<typeof readableOf>[0]) => {
  const { letterHeight, lettersPerLine, linesPerPage } = readableOf(screen)
  return { letterHeight: letterHeight.toFixed(1), lettersPerLine, linesPerPage }
}
