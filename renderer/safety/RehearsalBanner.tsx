import './safety.css'
import type { Rehearsal } from '../../shared/contract/safety.ts'
import { useAction } from '../lib/commands.ts'
import { exchangeFile } from '../lib/exchange.ts'
import { formatBytes, formatInstant } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, ConfirmDialog, Dialog, Finding, Kbd, Stack } from '../ui/index.ts'
import { askRehearsal, hasRead, stopAsking, told, useRehearsing } from './rehearsal.ts'

/** Begins and ends rehearsals; each time the page begins anew on the file that is open then. */
const useRehearsalTasks = () => {
  const starting = useKernelTask('safety.startRehearsal')
  const ending = useKernelTask('safety.endRehearsal')
  const start = async (goOn: boolean) => {
    if (await exchangeFile(() => starting.run({ goOn }))) stopAsking()
  }
  /** Ends the one under way; one left unfinished is wiped, and the page stays on the file it is on. */
  const end = async (underway: boolean) => {
    if (underway) return void (await exchangeFile(() => ending.run({}), told))
    const reply = await ending.run({})
    if (reply.ok) told(reply.value)
  }
  return { start, end, pending: starting.pending || ending.pending }
}

/**
 * Says over every screen that what is done is a rehearsal, or that one was left unfinished; asks before one begins and
 * says what became of it. Offers the one command for all of it.
 */
export const RehearsalBanner = () => {
  const { data: rehearsal } = useKernelQuery('safety.rehearsal', {})
  const { data: interrupted } = useKernelQuery('safety.interrupted', {})
  const tasks = useRehearsalTasks()
  const known = rehearsal !== undefined && !tasks.pending
  useAction('safety.rehearsal', () => void (rehearsal ? tasks.end(true) : askRehearsal()), known)
  return (
    <>
      {rehearsal ? <Underway rehearsal={rehearsal} tasks={tasks} /> : null}
      {interrupted ? <Interrupted rehearsal={interrupted} tasks={tasks} /> : null}
      <StartDialog tasks={tasks} interrupted={interrupted ?? null} />
      <EndedDialog />
    </>
  )
}

type Part = { tasks: ReturnType<typeof useRehearsalTasks> }

const Underway = ({ rehearsal, tasks }: Part & { rehearsal: Rehearsal }) => {
  const t = useT()
  return (
    <div className="safety-banner" role="status">
      <b>{t('safety.rehearsal.banner', { number: rehearsal.number })}</b>
      <span>{t('safety.rehearsal.bannerText')}</span>
      <Button
        size="s"
        chord="Mod+Shift+R"
        pending={tasks.pending}
        onClick={() => void tasks.end(true)}
      >
        {t('safety.rehearsal.end')}
      </Button>
    </div>
  )
}

const Interrupted = ({ rehearsal, tasks }: Part & { rehearsal: Rehearsal }) => {
  const t = useT()
  const { number, startedAt } = rehearsal
  return (
    <div className="safety-interrupted">
      <Finding tone="warn">
        {t('safety.rehearsal.interrupted', { number, at: formatInstant(startedAt) })}
      </Finding>
      <Button size="s" pending={tasks.pending} onClick={() => void tasks.start(true)}>
        {t('safety.rehearsal.goOn')}
      </Button>
      <Button size="s" pending={tasks.pending} onClick={() => void tasks.end(false)}>
        {t('safety.rehearsal.wipe')}
      </Button>
    </div>
  )
}

const StartDialog = ({ tasks, interrupted }: Part & { interrupted: Rehearsal | null }) => {
  const t = useT()
  const asking = useRehearsing((state) => state.asking)
  return (
    <ConfirmDialog
      open={asking}
      title={t('safety.rehearsal.startTitle')}
      confirm={interrupted ? t('safety.rehearsal.goOn') : t('safety.rehearsal.start')}
      pending={tasks.pending}
      onConfirm={() => void tasks.start(interrupted !== null)}
      onClose={stopAsking}
    >
      <p>
        {interrupted
          ? t('safety.rehearsal.goOnText', { number: interrupted.number })
          : t('safety.rehearsal.startText')}
      </p>
      <p>
        {t('safety.rehearsal.endHint')} <Kbd chord="Mod+Shift+R" />
      </p>
    </ConfirmDialog>
  )
}

const EndedDialog = () => {
  const t = useT()
  const ended = useRehearsing((state) => state.ended)
  const { number, files, bytes, untouched } = ended ?? {
    ...{ number: 0, files: 0, bytes: 0, untouched: true },
  }
  return (
    <Dialog
      open={ended !== null}
      title={t('safety.rehearsal.endedTitle', { number })}
      width={480}
      onClose={hasRead}
      onSubmit={hasRead}
      footer={
        <Button type="submit" tone="primary" data-autofocus>
          {t('safety.rehearsal.read')}
        </Button>
      }
    >
      <Stack>
        <Finding tone="good">
          {t('safety.rehearsal.wiped', { files, size: formatBytes(bytes) })}
        </Finding>
        <Finding tone={untouched ? 'good' : 'warn'}>
          {t(untouched ? 'safety.rehearsal.untouched' : 'safety.rehearsal.touched')}
        </Finding>
      </Stack>
    </Dialog>
  )
}
