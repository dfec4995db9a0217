import { useEffect, useState } from 'react'

/** Differences below this (milliseconds) are the way a reading took; they must not make a countdown stumble. */
const NOISE = 1000

/** The kernel's clock less the page's steady one, which no setting of the computer's clock moves. */
let ahead: number | null = null
const heard = new WeakSet<object>()

/** Sets the page's idea of the kernel's clock by an answer that carries it. The same answer counts once. */
export const hear = (answer: { now: number }): void => {
  if (heard.has(answer)) return
  heard.add(answer)
  const fresh = answer.now - performance.now()
  if (ahead === null || Math.abs(fresh - ahead) >= NOISE) ahead = fresh
}

/** Epoch milliseconds by the kernel's clock, as far as it was heard. */
export const kernelNow = (): number => performance.now() + (ahead ?? Date.now() - performance.now())

const heardNow = (answer: { now: number }): number => {
  hear(answer)
  return kernelNow()
}

/**
 * Epoch milliseconds by the kernel's clock, drawn anew each second while `running`. The computer's own clock has no
 * say in it: a laptop that is minutes wrong counts down right.
 * @param answer what the kernel last said, with its clock
 */
export const useKernelClock = (answer: { now: number }, running: boolean): number => {
  const [now, setNow] = useState(() => heardNow(answer))
  useEffect(() => {
    hear(answer)
    const tick = () => setNow((last) => wholeSecond(kernelNow(), last))
    tick()
    if (!running) return
    const timer = setInterval(tick, 200)
    return () => clearInterval(timer)
  }, [answer, running])
  return now
}

/** The same moment while the second is the same, so that nothing is drawn in between. */
const wholeSecond = (now: number, last: number): number =>
  Math.floor(now / 1000) === Math.floor(last / 1000) ? last : now
