import type { Reply } from '../../shared/contract/index.ts'
import { holdCalls } from './client.ts'
import { carryNotices } from './notices.ts'

/** Whether this page has the file exchanged, and whether another file was opened since the page began. */
let underway = false
let exchanged = false

/** Begins the page anew on the file that is open now: nothing half done goes from one file to the other. */
const beginAnew = (): void => {
  void holdCalls()
  carryNotices()
  window.location.reload()
}

/** Another file is open now. A page that has it exchanged itself waits for the answer. */
export const onExchanged = (): void => {
  exchanged = true
  if (!underway) beginAnew()
}

/**
 * Has another file put in the place of the open one. What the page holds half done belongs to the one that was open: it
 * is kept there before, and nothing more is sent until the page begins anew, or goes on where `act` is refused.
 * @param told runs before the page begins anew
 * @returns whether the page goes on: the file is the one it was
 */
export const exchangeFile = async <T>(
  act: () => Promise<Reply<T>>,
  told: (value: T) => void = () => undefined,
): Promise<boolean> => {
  underway = true
  window.dispatchEvent(new Event('blur'))
  const letGo = await holdCalls()
  const reply = await act()
  underway = false
  if (reply.ok) told(reply.value)
  const goesOn = !reply.ok && !exchanged
  if (goesOn) letGo()
  else beginAnew()
  return goesOn
}
