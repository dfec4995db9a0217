import { useState } from 'react'
import { today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { DateField, Dialog, DialogButtons, FormFailure, Note, Stack } from '../ui/index.ts'

/** Adds the organs and posts usual at the body's level that are not there yet. */
export const StarterDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const body = useKernelQuery('body.get', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const fromOn = chosen ?? body.data?.term.startsOn ?? today()
  const add = useKernelCommand('ledger.addStarter', { inline: true })
  const submit = async () => {
    const reply = await add.run({ fromOn })
    if (!reply.ok) return
    const { organs, posts } = reply.value
    notify(
      'good',
      organs + posts === 0
        ? t('ledger.starterNothing')
        : t('ledger.starterDone', { organs, posts }),
    )
    onClose()
  }
  return (
    <Dialog
      open
      title={t('ledger.starter')}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('ledger.starterConfirm')}
          onCancel={onClose}
          pending={add.pending}
        />
      }
    >
      <Stack>
        <Note>{t('ledger.starterNote')}</Note>
        <DateField
          label={t('ledger.fromOn')}
          hint={t('ledger.starterHint')}
          value={fromOn}
          onChange={setChosen}
          autoFocus
        />
        <FormFailure failure={add.failure} />
      </Stack>
    </Dialog>
  )
}
