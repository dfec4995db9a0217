import { useEffect, useState, type ReactNode } from 'react'
import { callKernel } from '../lib/client.ts'
import { createKeeper } from '../lib/keeping.ts'
import { usePlace, type Place } from '../lib/place.ts'
import { visited } from './registry.ts'

const ids = ['sessionId', 'sittingId', 'itemId', 'questionId'] as const

/** The place that was kept; what is no id or no place of this page is left out. */
const placeFrom = (kept: Record<string, unknown>): Partial<Place> => {
  const name = visited.find((one) => one === kept['name'])
  const chosen = ids.flatMap((id) => (typeof kept[id] === 'string' ? [[id, kept[id]]] : []))
  return { ...(name ? { name } : {}), ...(Object.fromEntries(chosen) as Partial<Place>) }
}

const keeper = createKeeper<Place>((_, place) => void callKernel('safety.keepPlace', { place }))

/** Goes on where the work was when the page was closed or the power failed, and keeps from then on where it is. */
export const Resume = ({ children }: { children: ReactNode }) => {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    void callKernel('safety.place', {}).then((reply) => {
      if (gone) return
      if (reply.ok && reply.value) usePlace.setState(placeFrom(reply.value))
      setReady(true)
    })
    return () => {
      gone = true
    }
  }, [])
  useEffect(
    () => (ready ? usePlace.subscribe((place) => keeper.keep('place', place)) : undefined),
    [ready],
  )
  return ready ? children : null
}
