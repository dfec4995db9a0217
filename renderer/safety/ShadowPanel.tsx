import { useEffect, useState } from 'react'
import type { Shadow } from '../../shared/contract/safety.ts'
import { formatBytes, formatInstant } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery, wholeSentence } from '../lib/kernel.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, Facts, Finding, Loaded, Note, Panel, Row, Stack, TextField } from '../ui/index.ts'

/** Which stick the copies go to, and how the newest one stands. */
export const ShadowPanel = () => {
  const t = useT()
  const shadow = useKernelQuery('safety.shadow', {})
  return (
    <Panel title={t('safety.shadow.label')} note={t('safety.shadow.note')}>
      <Loaded query={shadow}>
        {(known) => (
          <Stack>
            <Standing shadow={known} />
            <Choosing key={known.folder ?? ''} folder={known.folder} />
          </Stack>
        )}
      </Loaded>
    </Panel>
  )
}

const tones = { off: 'warn', writing: 'plain', saved: 'good', failed: 'bad' } as const

const Standing = ({ shadow }: { shadow: Shadow }) => {
  const t = useT()
  const { state, folder, at, file, bytes, message } = shadow
  const items = [
    { label: t('safety.shadow.folder'), value: folder ?? '' },
    { label: t('safety.shadow.newest'), value: file ?? t('safety.shadow.none') },
    { label: t('safety.shadow.at'), value: at === null ? '' : formatInstant(at) },
    { label: t('safety.shadow.size'), value: bytes === null ? '' : formatBytes(bytes) },
  ]
  return (
    <>
      <Finding tone={tones[state]}>
        {message ? tell(message) : t(`safety.shadow.standing.${state}`)}
      </Finding>
      {shadow.sameDisk ? <Finding tone="warn">{t('safety.shadow.sameDisk')}</Finding> : null}
      {folder === null ? null : <Facts items={items.filter(({ value }) => value !== '')} />}
    </>
  )
}

const Choosing = ({ folder }: { folder: string | null }) => {
  const t = useT()
  const set = useKernelCommand('safety.setShadow', { inline: true })
  const dialog = useKernelTask('safety.chooseFolder')
  const drives = useDrives()
  const [text, setText] = useState(folder ?? '')
  const take = (path: string | null) => void set.run({ taskId: 'shadow', folder: path })
  const ask = async () => {
    const reply = await dialog.run({})
    if (reply.ok && reply.value !== null) take(reply.value)
  }
  return (
    <form
      noValidate
      className="safety-choosing"
      onSubmit={(event) => {
        event.preventDefault()
        take(text)
      }}
    >
      <TextField
        label={t('safety.shadow.path')}
        hint={t('safety.shadow.pathHint')}
        value={text}
        onChange={setText}
        error={set.failure ? wholeSentence(set.failure) : undefined}
      />
      <Row>
        <Button
          type="submit"
          tone="primary"
          disabled={text.trim() === '' || text === folder}
          pending={set.pending}
        >
          {t('safety.shadow.use')}
        </Button>
        {drives.folders
          .filter((drive) => drive !== folder)
          .map((drive) => (
            <Button key={drive} icon="save" onClick={() => take(drive)}>
              {drive}
            </Button>
          ))}
        {drives.dialog ? (
          <Button icon="folder" pending={dialog.pending} onClick={() => void ask()}>
            {t('safety.shadow.browse')}
          </Button>
        ) : null}
        <Button tone="quiet" icon="reset" onClick={drives.again}>
          {t('safety.shadow.look')}
        </Button>
        {folder === null ? null : (
          <Button tone="quiet" onClick={() => take(null)}>
            {t('safety.shadow.stop')}
          </Button>
        )}
      </Row>
      {drives.folders.length === 0 && folder === null ? (
        <Note>{t('safety.shadow.noDrives')}</Note>
      ) : null}
    </form>
  )
}

/** Sticks that are in this machine. */
const useDrives = () => {
  const { run } = useKernelTask('safety.drives')
  const [found, setFound] = useState({ folders: [] as string[], dialog: false })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let gone = false
    void run({}).then((reply) => {
      if (reply.ok && !gone) setFound(reply.value)
    })
    return () => {
      gone = true
    }
  }, [run, asked])
  return { ...found, again: () => setAsked((count) => count + 1) }
}
