import './safety.css'
import { useState } from 'react'
import type { CopyFacts, FoundCopy } from '../../shared/contract/safety.ts'
import { exchangeFile } from '../lib/exchange.ts'
import { formatBytes, formatInstant } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelTask } from '../lib/task.ts'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Facts,
  Finding,
  Note,
  Row,
  Stack,
  TextField,
  type Column,
} from '../ui/index.ts'

/** Goes on from a copy: finds those on the sticks, looks one through, puts it in place and begins the page anew. */
export const FromCopy = () => {
  const t = useT()
  const find = useKernelTask('safety.findCopies')
  const read = useKernelTask('safety.readCopy')
  const [found, setFound] = useState<FoundCopy[] | null>(null)
  const [path, setPath] = useState('')
  const [facts, setFacts] = useState<CopyFacts | null>(null)
  const look = async () => {
    const reply = await find.run({})
    if (reply.ok) setFound(reply.value)
  }
  const choose = async (chosen: string) => {
    const reply = await read.run({ path: chosen })
    if (reply.ok) setFacts(reply.value)
  }
  return (
    <div className="safety-choosing">
      <Row>
        <Button icon="search" pending={find.pending} onClick={() => void look()}>
          {t('safety.copy.find')}
        </Button>
      </Row>
      {found ? <CopyTable copies={found} onChoose={(one) => void choose(one.path)} /> : null}
      <form
        noValidate
        className="safety-path"
        onSubmit={(event) => {
          event.preventDefault()
          void choose(path)
        }}
      >
        <TextField label={t('safety.copy.path')} value={path} onChange={setPath} />
        <Button type="submit" disabled={path.trim() === ''} pending={read.pending}>
          {t('safety.copy.read')}
        </Button>
      </form>
      <OpenDialog facts={facts} onClose={() => setFacts(null)} />
    </div>
  )
}

const CopyTable = ({
  copies,
  onChoose,
}: {
  copies: readonly FoundCopy[]
  onChoose: (copy: FoundCopy) => void
}) => {
  const t = useT()
  const [selected, setSelected] = useState<string | null>(null)
  const columns: Column<FoundCopy>[] = [
    { key: 'at', header: t('safety.shadow.at'), cell: ({ at }) => formatInstant(at) },
    { key: 'path', header: t('safety.copy.file'), cell: ({ path }) => path },
    {
      key: 'size',
      header: t('safety.shadow.size'),
      align: 'end',
      cell: ({ bytes }) => formatBytes(bytes),
    },
    {
      key: 'open',
      header: <span className="kit-hidden">{t('safety.copy.goOn')}</span>,
      align: 'end',
      cell: (copy) => (
        <Button size="s" onClick={() => onChoose(copy)}>
          {t('safety.copy.goOn')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      label={t('safety.copy.found')}
      columns={columns}
      rows={copies}
      rowKey={({ path }) => path}
      selected={selected}
      onSelect={setSelected}
      onOpen={onChoose}
      empty={<EmptyState title={t('safety.copy.noneFound')} />}
    />
  )
}

const OpenDialog = ({ facts, onClose }: { facts: CopyFacts | null; onClose: () => void }) => {
  const t = useT()
  const open = useKernelTask('safety.openCopy')
  const run = async () => {
    if (!facts) return
    if (await exchangeFile(() => open.run({ path: facts.path }))) onClose()
  }
  const back = facts?.relation === 'behind' || facts?.relation === 'same'
  return (
    <ConfirmDialog
      open={facts !== null}
      title={t('safety.copy.openTitle')}
      confirm={t('safety.copy.goOn')}
      danger={back}
      pending={open.pending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {facts ? <CopyFactsView facts={facts} /> : null}
    </ConfirmDialog>
  )
}

const tones = { empty: 'good', ahead: 'good', same: 'warn', behind: 'bad', other: 'warn' } as const

const CopyFactsView = ({ facts }: { facts: CopyFacts }) => {
  const t = useT()
  const { file, bytes, body, at, operator, entries, relation } = facts
  return (
    <Stack>
      <Finding tone={tones[relation]}>{t(`safety.copy.relation.${relation}`)}</Finding>
      <Facts
        items={[
          { label: t('safety.copy.file'), value: file },
          { label: t('safety.copy.body'), value: body ?? t('safety.copy.noBody') },
          { label: t('safety.copy.last'), value: at === null ? '' : formatInstant(at) },
          { label: t('safety.copy.operator'), value: operator ?? '' },
          { label: t('safety.copy.entries'), value: entries },
          { label: t('safety.shadow.size'), value: formatBytes(bytes) },
        ]}
      />
      <Note>{t('safety.copy.kept')}</Note>
    </Stack>
  )
}
