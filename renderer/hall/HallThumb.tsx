import './hall.css'
import { useEffect } from 'react'
import type { Frame, HallScreen, HallState } from '../../shared/contract/hall.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { useT, type LocaleKey } from '../lib/i18n.ts'
import { hear } from '../lib/kernel-clock.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Badge } from '../ui/index.ts'
import { DoubleBuffer } from './DoubleBuffer.tsx'

/** Everything a frame is made of. */
export const hallTopics: readonly Topic[] = [
  ...(['hall', 'session', 'attendance', 'ballot', 'speech'] as const),
  ...(['appointment', 'roster', 'body', 'safety', 'papers'] as const),
]

/** How the screen stands, in one word. */
export const standingOf = ({ frozen, blank, back, shown }: HallState): LocaleKey => {
  if (blank) return 'hall.thumb.blank'
  if (frozen) return 'hall.thumb.frozen'
  if (back > 0) return 'hall.thumb.back'
  return shown ? 'hall.thumb.byHand' : 'hall.thumb.live'
}

/** What a screen shows now. */
export const useFrame = (screen: HallScreen): Frame | undefined => {
  const { data } = useKernelQuery('hall.frame', { screen }, { topics: hallTopics })
  useEffect(() => {
    if (data) hear({ now: data.at })
  }, [data])
  return data
}

export const useHallState = () => useKernelQuery('hall.state', {}, { topics: hallTopics })

/** What the hall sees at this moment, drawn small by the same hand, and how the screen stands. */
export const HallThumb = ({ sitting }: { sitting: Sitting | null }) => {
  const t = useT()
  const frame = useFrame('hall')
  const state = useHallState()
  if (!frame || !state.data) return null
  const standing = t(standingOf(state.data))
  const still = state.data.frozen || state.data.blank
  return (
    <figure className="hall-thumb" data-still={still || undefined} data-sitting={sitting?.id}>
      <div role="img" aria-label={`${t('hall.thumb.label')}: ${standing}`}>
        <DoubleBuffer frame={frame} />
      </div>
      <figcaption>
        <span>{t('hall.thumb.label')}</span>
        {state.data.pages > 1 ? (
          <span>{t('hall.thumb.page', { page: state.data.page, pages: state.data.pages })}</span>
        ) : null}
        <Badge tone={still ? 'warn' : 'plain'}>{standing}</Badge>
      </figcaption>
    </figure>
  )
}
