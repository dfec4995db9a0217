import { useState } from 'react'
import type { Backup } from '../../shared/contract/journal.ts'
import { useAction } from '../lib/commands.ts'
import { exchangeFile } from '../lib/exchange.ts'
import { formatBytes, formatInstant } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { useKernelTask } from '../lib/task.ts'
import {
  Badge,
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Facts,
  Loaded,
  Note,
  Panel,
  Progress,
  type Column,
} from '../ui/index.ts'

/** Where the data lives, its backups, backing up and going back to one. */
export const DataTab = () => {
  const t = useT()
  const place = useKernelQuery('journal.place', {})
  const backups = useKernelQuery('journal.backups', {})
  const backup = useKernelTask('journal.backup')
  const [chosen, setChosen] = useState<Backup | null>(null)
  const backUp = async () => {
    const reply = await backup.run({})
    if (!reply.ok) return
    notify('good', t('body.data.backupDone', { name: reply.value.fileName }))
    await backups.refetch()
  }
  useAction('body.backup', () => void backUp())
  return (
    <div className="body-tab" data-wide>
      <Panel title={t('body.data.place')}>
        <Loaded query={place}>
          {({ folder, file, bytes }) => (
            <Facts
              items={[
                { label: t('body.data.folder'), value: folder },
                { label: t('body.data.file'), value: file },
                { label: t('body.data.size'), value: formatBytes(bytes) },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <Panel
        title={t('body.data.backups')}
        note={t('body.data.keep')}
        actions={
          <Button icon="save" chord="Mod+B" pending={backup.pending} onClick={() => void backUp()}>
            {t('body.data.backupNow')}
          </Button>
        }
      >
        {backup.progress ? <Progress {...backup.progress} label={t('body.data.working')} /> : null}
        <Loaded query={backups}>
          {(list) => <BackupTable backups={list} onRestore={setChosen} />}
        </Loaded>
      </Panel>
      <RestoreDialog
        backup={chosen}
        onClose={() => {
          setChosen(null)
          void backups.refetch()
        }}
      />
    </div>
  )
}

const BackupTable = ({
  backups,
  onRestore,
}: {
  backups: readonly Backup[]
  onRestore: (backup: Backup) => void
}) => {
  const t = useT()
  const [selected, setSelected] = useState<string | null>(null)
  const columns: Column<Backup>[] = [
    { key: 'at', header: t('body.data.at'), cell: ({ at }) => formatInstant(at) },
    {
      key: 'why',
      header: t('body.data.why'),
      cell: ({ why }) => <Badge>{t(`body.why.${why}`)}</Badge>,
    },
    { key: 'file', header: t('body.data.file'), cell: ({ fileName }) => fileName },
    {
      key: 'size',
      header: t('body.data.size'),
      align: 'end',
      cell: ({ bytes }) => formatBytes(bytes),
    },
    {
      key: 'restore',
      header: <span className="kit-hidden">{t('body.data.restore')}</span>,
      align: 'end',
      cell: (backup) => (
        <Button size="s" tone="quiet" icon="reset" onClick={() => onRestore(backup)}>
          {t('body.data.restore')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      label={t('body.data.backups')}
      columns={columns}
      rows={backups}
      rowKey={({ fileName }) => fileName}
      selected={selected}
      onSelect={setSelected}
      onOpen={onRestore}
      empty={<EmptyState title={t('body.data.none')}>{t('body.data.noneHint')}</EmptyState>}
    />
  )
}

const RestoreDialog = ({ backup, onClose }: { backup: Backup | null; onClose: () => void }) => {
  const t = useT()
  const restore = useKernelTask('journal.restore')
  const run = async () => {
    if (!backup) return
    const goesOn = await exchangeFile(
      () => restore.run({ fileName: backup.fileName }),
      ({ kept }) => notify('good', t('body.data.restored', { kept })),
    )
    if (goesOn) onClose()
  }
  return (
    <ConfirmDialog
      open={backup !== null}
      title={t('body.data.restoreTitle')}
      confirm={t('body.data.restoreConfirm')}
      danger
      pending={restore.pending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body.data.restoreText', { at: backup ? formatInstant(backup.at) : '' })}</p>
      <Note>{backup?.fileName}</Note>
    </ConfirmDialog>
  )
}
