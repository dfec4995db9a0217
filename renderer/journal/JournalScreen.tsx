import './journal.css'
import { useState } from 'react'
import type { JournalEntry } from '../../shared/contract/journal.ts'
import { useAction } from '../lib/commands.ts'
import { formatInstant } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { topics } from '../../shared/contract/topics.ts'
import {
  Button,
  EmptyState,
  Facts,
  Loaded,
  Note,
  Screen,
  SplitLayout,
  VirtualTable,
  type Column,
} from '../ui/index.ts'
import { readable, subjectOf, whatOf } from './entry.ts'
import { VerifyBand, useVerify } from './Verify.tsx'

/** A page older than this many entries exists while a page is full. */
const PAGE = 200

/** Everything that was ever done, newest first, and whether the chain holds. */
export const JournalScreen = () => {
  const t = useT()
  const verify = useVerify()
  const [pages, setPages] = useState<number[]>([])
  const before = pages.at(-1)
  const entries = useKernelQuery('journal.entries', before === undefined ? {} : { before }, {
    topics: [...topics],
    keepPrevious: true,
  })
  const last = entries.data?.at(-1)?.seq ?? 1
  const hasOlder = (entries.data?.length ?? 0) === PAGE && last > 1
  const older = () => setPages([...pages, last])
  const newer = () => setPages(pages.slice(0, -1))
  useAction('journal.verify', verify.run, !verify.pending)
  useAction('journal.older', older, hasOlder)
  useAction('journal.newer', newer, pages.length > 0)
  return (
    <Screen
      title={t('journal.title')}
      note={t('journal.hint')}
      flush
      actions={
        <>
          <Button disabled={pages.length === 0} onClick={newer}>
            {t('journal.newer')}
          </Button>
          <Button disabled={!hasOlder} onClick={older}>
            {t('journal.older')}
          </Button>
          <Button icon="verified" chord="Shift+V" pending={verify.pending} onClick={verify.run}>
            {t('journal.verify')}
          </Button>
        </>
      }
    >
      <VerifyBand verify={verify} />
      <Loaded query={entries}>{(list) => <Entries entries={list} broken={verify.broken} />}</Loaded>
    </Screen>
  )
}

const Entries = ({
  entries,
  broken,
}: {
  entries: readonly JournalEntry[]
  broken: number | null
}) => {
  const t = useT()
  const [selected, setSelected] = useState<string | null>(null)
  const current = entries.find(({ seq }) => String(seq) === selected)
  const columns: Column<JournalEntry>[] = [
    { key: 'seq', header: t('journal.seq'), width: '88px', align: 'end', cell: ({ seq }) => seq },
    { key: 'at', header: t('journal.at'), width: '210px', cell: ({ at }) => formatInstant(at) },
    {
      key: 'operator',
      header: t('journal.operator'),
      width: '120px',
      cell: ({ operator }) => operator,
    },
    { key: 'what', header: t('journal.what'), cell: (entry) => <What entry={entry} /> },
    {
      key: 'hash',
      header: t('journal.hash'),
      width: '120px',
      cell: ({ hash }) => <code className="journal-hash">{hash.slice(0, 12)}</code>,
    },
  ]
  return (
    <SplitLayout rightWidth={420} right={<Detail entry={current} />}>
      <div className="journal-list">
        <VirtualTable
          label={t('journal.title')}
          columns={columns}
          rows={entries}
          rowKey={({ seq }) => String(seq)}
          selected={selected}
          onSelect={setSelected}
          rowTone={({ seq }) => (seq === broken ? 'error' : undefined)}
          empty={<EmptyState title={t('journal.empty')} />}
        />
      </div>
    </SplitLayout>
  )
}

const What = ({ entry: { command, payload } }: { entry: JournalEntry }) => (
  <>
    {whatOf(command)} <span className="journal-subject">{subjectOf(payload)}</span>
  </>
)

const Detail = ({ entry }: { entry: JournalEntry | undefined }) => {
  const t = useT()
  if (!entry) return <Note>{t('journal.choose')}</Note>
  return (
    <div className="journal-detail">
      <h2>{whatOf(entry.command)}</h2>
      <Facts
        items={[
          { label: t('journal.seq'), value: entry.seq },
          { label: t('journal.at'), value: formatInstant(entry.at) },
          { label: t('journal.operator'), value: entry.operator },
          { label: t('journal.hash'), value: <code className="journal-hash">{entry.hash}</code> },
        ]}
      />
      <pre tabIndex={0} aria-label={t('journal.payload')}>
        {readable(entry.payload)}
      </pre>
    </div>
  )
}
