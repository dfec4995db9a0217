import { useEffect, useRef } from 'react'
import type { Speech } from '../../shared/contract/speech.ts'
import { toEpoch } from '../../shared/rules/moment.ts'
import { clockText, speechStanding, type SpeechStanding } from '../../shared/rules/speech.ts'
import { announce } from '../lib/announce.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelClock } from '../lib/kernel-clock.ts'

/** Where a speech is on its way: no limit, within it, in the last minute, beyond it. */
export type Phase = 'free' | 'within' | 'last' | 'over'

export const phaseOf = ({ left, over }: SpeechStanding): Phase =>
  left === null ? 'free' : over > 0 || left === 0 ? 'over' : left <= 60 ? 'last' : 'within'

/** Says it once when the last minute begins and when the time is used up; never second by second. */
const useWarnings = (phase: Phase, name: string): void => {
  const t = useT()
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (phase === 'last') announce(t('speech.lastMinute', { name }))
    if (phase === 'over') announce(t('speech.timeUp', { name }))
  }, [phase, name, t])
}

/** The time of the speech that runs, large enough to be read two metres away. */
export const Countdown = ({ speech, answer }: { speech: Speech; answer: { now: number } }) => {
  const t = useT()
  const now = useKernelClock(answer, true)
  const startedAt = toEpoch(speech.startedAt ?? '')
  const standing = speechStanding({ ...speech, startedAt }, now)
  const phase = phaseOf(standing)
  useWarnings(phase, speech.name)
  const { left, over, spoken } = standing
  const shown = clockText(phase === 'over' ? over : (left ?? spoken))
  return (
    <div className="speech-clock" data-phase={phase} role="timer" aria-label={t('speech.clock')}>
      <span>{t(`speech.phase.${phase}`)}</span>
      <b data-long={shown.length > 5 || undefined}>{shown}</b>
    </div>
  )
}
