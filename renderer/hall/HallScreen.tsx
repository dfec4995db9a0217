import './hall.css'
import { perform, useActions } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { useCurrent } from '../session/index.ts'
import { Button, Loaded, Panel, Screen } from '../ui/index.ts'
import { hallCommands } from './commands.ts'
import { DoubleBuffer } from './DoubleBuffer.tsx'
import { HallThumb, useFrame } from './HallThumb.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

/** The screens of the hall: what each shows, what can be done with them, and how far they are read from. */
export const HallScreen = () => {
  const t = useT()
  const current = useCurrent()
  const settings = useKernelQuery('hall.settings', {})
  return (
    <Screen title={t('hall.title')}>
      <div className="hall-screen">
        <Panel title={t('hall.screen.hall')}>
          <HallThumb sitting={current.data?.sitting ?? null} />
        </Panel>
        <Panel title={t('hall.screen.podium')}>
          <PodiumThumb />
        </Panel>
        <Panel title={t('hall.screen.keys')}>
          <Actions />
        </Panel>
        <Loaded query={settings}>
          {(known) => <SettingsPanel key={known.rev} settings={known} />}
        </Loaded>
      </div>
    </Screen>
  )
}

const PodiumThumb = () => {
  const t = useT()
  const frame = useFrame('podium')
  if (!frame) return null
  return (
    <figure className="hall-thumb">
      <div role="img" aria-label={t('hall.screen.podium')}>
        <DoubleBuffer frame={frame} />
      </div>
    </figure>
  )
}

/** Every command of the screens as a button, with its key; those that cannot be done now rest. */
const Actions = () => {
  const t = useT()
  const offered = useActions((state) => state.offered)
  return (
    <div className="hall-actions">
      {hallCommands.map((command) => {
        const [chord] = command.keys ?? []
        return (
          <Button
            key={command.id}
            {...(chord === undefined ? {} : { chord })}
            disabled={command.run === undefined && !Object.hasOwn(offered, command.id)}
            onClick={() => perform(command)}
          >
            {t(command.label)}
          </Button>
        )
      })}
    </div>
  )
}
