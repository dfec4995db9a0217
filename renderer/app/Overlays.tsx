import { perform, type Command, type CommandGroup } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { usePlace } from '../lib/place.ts'
import { Dialog, Kbd, Note, Palette } from '../ui/index.ts'
import { Cards } from './Cards.tsx'
import { commands } from './commands.ts'
import { closePanel, usePanel } from './panels.ts'
import { useAvailable } from './useCommands.ts'

const groups: readonly CommandGroup[] = ['act', 'edit', 'go', 'view', 'help']

/** The palette and the sheet of shortcuts, both drawn from the table of commands. */
export const Overlays = () => {
  const t = useT()
  const panel = usePanel((state) => state.panel)
  return (
    <>
      {panel === 'palette' ? <CommandPalette /> : null}
      <Dialog
        open={panel === 'shortcuts'}
        title={t('app.shortcuts')}
        width={1180}
        onClose={closePanel}
      >
        <ShortcutSheet />
      </Dialog>
      {panel === 'cards' ? <Cards onClose={closePanel} /> : null}
    </>
  )
}

/** Gathered only while it is open: what can be done changes with every step of the desk. */
const CommandPalette = () => {
  const t = useT()
  const items = useAvailable().map((command) => ({
    id: command.id,
    label: t(command.label),
    group: t(`app.group.${command.group}`),
    chord: command.keys?.[0],
    run: () => perform(command),
  }))
  return (
    <Palette open items={items.filter((item) => item.id !== 'app.palette')} onClose={closePanel} />
  )
}

const sectionOf = (command: Command): string => command.places?.[0] ?? command.group

/** The keys of the screen that is open come first, then those that work everywhere, then the other screens'. */
const nearness = (name: string, place: string): number =>
  name === place ? 0 : groups.includes(name as CommandGroup) ? 1 : 2

const ShortcutSheet = () => {
  const t = useT()
  const place = usePlace((state) => state.name)
  const withKeys = commands.filter((command) => command.keys?.length)
  const sections = [...new Set(withKeys.map(sectionOf))]
    .toSorted((a, b) => nearness(a, place) - nearness(b, place))
    .map((name) => ({
      name,
      title: groups.includes(name as CommandGroup)
        ? t(`app.group.${name as CommandGroup}`)
        : t(`app.place.${name as NonNullable<Command['places']>[number]}`),
      lines: withKeys.filter((command) => sectionOf(command) === name),
    }))
  return (
    <>
      <div className="app-sheet">
        {sections.map((section) => (
          <section key={section.name}>
            <h3>{section.title}</h3>
            <ul>
              {section.lines.map((command) => (
                <li key={command.id}>
                  <span>{t(command.label)}</span>
                  {command.keys?.map((chord) => (
                    <Kbd key={chord} chord={chord} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Note>{t('app.shortcutsHint')}</Note>
    </>
  )
}
