import { useEffect, useState } from 'react'
import type { Countdown } from '../../shared/contract/hall.ts'
import { toEpoch } from '../../shared/rules/moment.ts'
import { kernelNow } from '../lib/kernel-clock.ts'
import { clockText, speechStanding } from '../../shared/rules/speech.ts'

const SECOND = 1000

/** The moment by the kernel's clock, as the frames bring it; what the wall's own computer thinks is of no account. */
const useNow = (): number => {
  const [now, setNow] = useState(kernelNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(kernelNow()), SECOND / 4)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** What is left of a speech, or how far it is over: in words and in colour. */
export const CountdownView = ({ countdown }: { countdown: Countdown }) => {
  const now = useNow()
  const { startedAt, limitSeconds, extraSeconds } = countdown
  const time = { startedAt: toEpoch(startedAt), limitSeconds, extraSeconds }
  const { spoken, left, over } = speechStanding(time, now)
  return (
    <p className="hall-countdown" data-over={over > 0 || undefined}>
      <span>{over > 0 ? countdown.over : countdown.left}</span>
      <b>{clockText(over > 0 ? over : (left ?? spoken))}</b>
    </p>
  )
}
