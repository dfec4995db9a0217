import { useState } from 'react'
import type { Progress as Step } from '../../shared/contract/index.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, Finding, Progress } from '../ui/index.ts'

type Result = { entries: number; broken: number | null }

export type Verify = {
  run: () => void
  stop: () => void
  pending: boolean
  progress: Step | null
  result: Result | null
  /** First entry that does not fit, once found. */
  broken: number | null
}

/** Recomputes the chain of the journal. */
export const useVerify = (): Verify => {
  const task = useKernelTask('journal.verify')
  const [result, setResult] = useState<Result | null>(null)
  const run = async () => {
    setResult(null)
    const reply = await task.run({})
    if (reply.ok) setResult(reply.value)
  }
  return {
    run: () => void run(),
    stop: task.cancel,
    pending: task.pending,
    progress: task.progress,
    result,
    broken: result?.broken ?? null,
  }
}

/** How far verifying has come, or what it found. */
export const VerifyBand = ({ verify }: { verify: Verify }) => {
  const t = useT()
  const { result, progress, pending } = verify
  if (pending) {
    return (
      <div className="journal-band">
        <Progress
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          label={t('journal.verifying')}
        />
        <Button size="s" onClick={verify.stop}>
          {t('journal.verifyStop')}
        </Button>
      </div>
    )
  }
  if (!result) return null
  return (
    <div className="journal-band">
      {result.broken === null ? (
        <Finding tone="good">{t('journal.verified', { entries: result.entries })}</Finding>
      ) : (
        <Finding tone="bad">{t('journal.broken', { seq: result.broken })}</Finding>
      )}
    </div>
  )
}
