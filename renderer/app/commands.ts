import type { Command } from '../lib/commands.ts'
import { currentLocale, setLocale, type LocaleKey } from '../lib/i18n.ts'
import { go, type PlaceName } from '../lib/place.ts'
import { toggleTheme } from '../lib/theme.ts'
import { askOperator, openPanel } from './panels.ts'
import { areas, visited } from './registry.ts'

const goLabels: Record<PlaceName, LocaleKey> = {
  session: 'commands.goSession',
  agenda: 'commands.goAgenda',
  roster: 'commands.goRoster',
  attendance: 'commands.goAttendance',
  ballot: 'commands.goBallot',
  appointment: 'commands.goAppointment',
  ledger: 'commands.goLedger',
  formality: 'commands.goFormality',
  papers: 'commands.goPapers',
  journal: 'commands.goJournal',
  hall: 'commands.goHall',
  safety: 'commands.goSafety',
  body: 'commands.goBody',
}

const goKeys: Record<PlaceName, string> = {
  session: 'Alt+1',
  agenda: 'Alt+2',
  roster: 'Alt+3',
  attendance: 'Alt+4',
  ballot: 'Alt+5',
  appointment: 'Alt+6',
  papers: 'Alt+7',
  journal: 'Alt+8',
  body: 'Alt+9',
  hall: 'Alt+0',
  safety: 'Alt+-',
  ledger: 'Alt+L',
  formality: 'Alt+M',
}

const goCommands: readonly Command[] = visited.map((name) => ({
  id: `go.${name}`,
  label: goLabels[name],
  group: 'go',
  keys: [goKeys[name]],
  run: () => go(name),
}))

const appCommands: readonly Command[] = [
  {
    id: 'app.palette',
    label: 'commands.palette',
    group: 'help',
    keys: ['Mod+K'],
    hint: true,
    run: () => openPanel('palette'),
  },
  {
    id: 'app.shortcuts',
    label: 'commands.shortcuts',
    group: 'help',
    keys: ['F1'],
    hint: true,
    run: () => openPanel('shortcuts'),
  },
  {
    id: 'app.cards',
    label: 'commands.cards',
    group: 'help',
    keys: ['F2'],
    run: () => openPanel('cards'),
  },
  {
    id: 'app.theme',
    label: 'commands.theme',
    group: 'view',
    keys: ['Mod+Shift+L'],
    run: toggleTheme,
  },
  {
    id: 'app.language',
    label: 'commands.language',
    group: 'view',
    run: () => setLocale(currentLocale() === 'en' ? 'zh-CN' : 'en'),
  },
  { id: 'app.signOff', label: 'commands.signOff', group: 'view', run: askOperator },
]

/** The one table. Menu, shortcuts, palette and the sheet of shortcuts all derive from it. */
export const commands: readonly Command[] = [
  ...areas.flatMap((area) => area.commands),
  ...goCommands,
  ...appCommands,
]
