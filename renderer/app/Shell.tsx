import { useEffect } from 'react'
import { perform } from '../lib/commands.ts'
import { formatClock } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { useLive } from '../lib/live.ts'
import { go, usePlace, type PlaceName } from '../lib/place.ts'
import { RehearsalBanner, ShadowState } from '../safety/index.ts'
import { EmptyState, ErrorBoundary, Finding, Icon, Kbd, Menu, type IconName } from '../ui/index.ts'
import { areas, visited } from './registry.ts'
import { useAvailable } from './useCommands.ts'

const placeIcons: Record<PlaceName, IconName> = {
  session: 'house',
  agenda: 'list',
  roster: 'people',
  attendance: 'present',
  ballot: 'vote',
  appointment: 'gavel',
  ledger: 'book',
  formality: 'checks',
  papers: 'paper',
  journal: 'history',
  hall: 'screen',
  safety: 'verified',
  body: 'settings',
}

/** The page around every screen: places on the left, session and counts above, keys and saving below. */
export const Shell = () => {
  const t = useT()
  const online = useLive((state) => state.online)
  return (
    <div className="app-shell">
      <a className="app-skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <Rail />
      <main id="content" className="app-main" tabIndex={-1}>
        <ErrorBoundary small>
          <RehearsalBanner />
        </ErrorBoundary>
        {online ? null : <Finding tone="bad">{t('app.offline')}</Finding>}
        <CurrentScreen />
      </main>
      <Footer />
    </div>
  )
}

const Header = () => {
  const t = useT()
  const headings = areas.flatMap((area) => area.heading ?? [])
  const counts = areas.flatMap((area) => area.counts ?? [])
  return (
    <header className="app-header">
      <span className="app-brand">{t('app.name')}</span>
      <div className="app-heading">
        {headings.map((Heading, index) => (
          <Heading key={index} />
        ))}
      </div>
      <div className="app-counts">
        {counts.map((Counts, index) => (
          <Counts key={index} />
        ))}
      </div>
      <MainMenu />
    </header>
  )
}

const MainMenu = () => {
  const t = useT()
  const items = useAvailable()
    .filter((command) => command.group !== 'go')
    .map((command) => ({
      id: command.id,
      label: t(command.label),
      chord: command.keys?.[0],
      group: command.group,
      run: () => perform(command),
    }))
  return <Menu label={t('app.menu')} icon="more" items={items} />
}

const Rail = () => {
  const t = useT()
  const here = usePlace((state) => state.name)
  return (
    <nav className="app-rail" aria-label={t('app.places')}>
      {visited.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === here ? 'page' : undefined}
          onClick={() => {
            go(name)
            // The screen's keys work at once: the space bar must not press this button again.
            document.getElementById('content')?.focus()
          }}
        >
          <Icon name={placeIcons[name]} size={18} />
          <span>{t(`app.place.${name}`)}</span>
        </button>
      ))}
    </nav>
  )
}

const CurrentScreen = () => {
  const t = useT()
  const name = usePlace((state) => state.name)
  const Screen = areas.map((area) => area.screens[name]).find(Boolean)
  // What had the focus left with the old screen; without this the next Tab would start at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus()
  }, [name])
  if (!Screen) return <EmptyState title={t('app.missing')} />
  return (
    <ErrorBoundary key={name}>
      <Screen />
    </ErrorBoundary>
  )
}

const Footer = () => {
  const t = useT()
  const savedAt = useLive((state) => state.savedAt)
  const operator = useKernelQuery('journal.operator', {})
  const hints = useAvailable().filter((command) => command.hint && command.keys?.length)
  return (
    <footer className="app-footer">
      <span className="app-hints">
        {hints.map((command) => (
          <span key={command.id}>
            <Kbd chord={command.keys?.[0] ?? ''} />
            {t(command.label)}
          </span>
        ))}
      </span>
      <span className="app-footer-end">
        {operator.data ? t('app.operator', { name: operator.data }) : null}
      </span>
      <ErrorBoundary small>
        <ShadowState />
      </ErrorBoundary>
      <span className="app-saved" data-saved={savedAt !== null || undefined}>
        {savedAt === null ? t('app.notSaved') : t('app.savedAt', { time: formatClock(savedAt) })}
      </span>
    </footer>
  )
}
