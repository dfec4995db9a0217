import './papers.css'
import { useCallback, useState } from 'react'
import { paperNames, type PaperName } from '../../shared/contract/papers.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { NoSession, useCurrent } from '../session/index.ts'
import { Loaded, Screen, SplitLayout } from '../ui/index.ts'
import { ExportBar } from './ExportBar.tsx'
import { PaperList } from './PaperList.tsx'
import { PaperView } from './PaperView.tsx'
import { Settings } from './Settings.tsx'
import type { Fit } from './Sheets.tsx'
import { usePapers, type Made } from './usePapers.ts'

/** The papers of the session as they stand: chosen, seen sheet by sheet, set, taken out. */
export const PapersScreen = () => {
  const current = useCurrent()
  return (
    <Loaded query={current}>
      {({ session }) =>
        session ? <SessionPapers key={session.id} session={session} /> : <NoSession icon="paper" />
      }
    </Loaded>
  )
}

const SessionPapers = ({ session }: { session: SessionDetail }) => {
  const papers = usePapers(session.id)
  return <Loaded query={papers}>{(made) => <Papers session={session} made={made} />}</Loaded>
}

/** The first kind there is something of, else the first. */
const firstOf = (made: readonly Made[]): PaperName =>
  made.find(({ previews }) => previews.length > 0)?.name ?? 'list'

const Papers = ({ session, made }: { session: SessionDetail; made: readonly Made[] }) => {
  const t = useT()
  const [name, setName] = useState<PaperName>(() => firstOf(made))
  const [index, setIndex] = useState(0)
  const [fit, setFit] = useState<Fit>('width')
  const chosen = made.find((one) => one.name === name)
  const last = (chosen?.previews.length ?? 0) - 1
  const at = Math.max(0, Math.min(index, last))
  const pick = useCallback((next: PaperName) => {
    setName(next)
    setIndex(0)
  }, [])
  useKeys(name, pick)
  useAction('papers.previous', () => setIndex(at - 1), at > 0)
  useAction('papers.following', () => setIndex(at + 1), at < last)
  return (
    <Screen
      flush
      title={t('papers.title')}
      actions={<ExportBar sessionId={session.id} made={made} name={name} index={at} />}
    >
      <SplitLayout
        leftWidth={296}
        left={
          <>
            <PaperList made={made} selected={name} onPick={pick} />
            <Settings key={name} name={name} sessionId={session.id} />
          </>
        }
      >
        {chosen ? (
          <PaperView
            key={name}
            made={chosen}
            index={at}
            onIndex={setIndex}
            fit={fit}
            onFit={setFit}
          />
        ) : null}
      </SplitLayout>
    </Screen>
  )
}

const useKeys = (name: PaperName, pick: (name: PaperName) => void): void => {
  const at = paperNames.indexOf(name)
  const go = (index: number) => () => {
    const next = paperNames[index]
    if (next) pick(next)
  }
  useAction('papers.up', go(at - 1), at > 0)
  useAction('papers.down', go(at + 1), at < paperNames.length - 1)
  useAction('papers.pick1', go(0))
  useAction('papers.pick2', go(1))
  useAction('papers.pick3', go(2))
  useAction('papers.pick4', go(3))
  useAction('papers.pick5', go(4))
  useAction('papers.pick6', go(5))
  useAction('papers.pick7', go(6))
  useAction('papers.pick8', go(7))
  useAction('papers.pick9', go(8))
}
