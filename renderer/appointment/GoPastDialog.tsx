import { useState } from 'react'
import type { ActFinding } from '../../shared/contract/appointment.ts'
import { useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, Finding, Note, Stack, TextField } from '../ui/index.ts'
import { FindingText } from './Findings.tsx'
import { standing, useFindings } from './useChecks.ts'

/** What is to be known before acts go to the vote, and the one reason for going past it. */
export const StandingList = ({
  blocks,
  open,
}: {
  blocks: readonly ActFinding[]
  open: readonly ActFinding[]
}) => {
  const t = useT()
  const all = [...blocks, ...open]
  if (all.length === 0) return null
  return (
    <>
      {blocks.length > 0 ? (
        <Finding tone="bad">{t('appointment.blocked', { count: blocks.length })}</Finding>
      ) : null}
      <ul
        className="appointment-findings appointment-standing"
        tabIndex={0}
        aria-label={t('appointment.section.findings')}
      >
        {all.map((finding, at) => (
          <li key={at} data-severity={finding.severity}>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Puts acts to the vote although there are warnings: they are read, and one reason is kept with each of them. */
export const GoPastDialog = ({
  sessionId,
  actIds,
  pending,
  onConfirm,
  onClose,
}: {
  sessionId: string
  actIds: readonly string[]
  pending: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const { blocks, open } = standing(useFindings(sessionId) ?? [], actIds)
  return (
    <Dialog
      open
      title={t('appointment.goPastTitle', { count: open.length })}
      width={640}
      onClose={onClose}
      onSubmit={() => onConfirm(reason)}
      footer={
        <DialogButtons
          confirm={t('appointment.goPastConfirm')}
          onCancel={onClose}
          pending={pending}
          disabled={reason.trim() === '' || blocks.length > 0}
        />
      }
    >
      <Stack>
        <StandingList blocks={blocks} open={open} />
        <TextField
          label={t('appointment.goPastReason')}
          value={reason}
          onChange={setReason}
          required
          autoFocus
        />
        <Note>{t('appointment.goPastNote')}</Note>
      </Stack>
    </Dialog>
  )
}
