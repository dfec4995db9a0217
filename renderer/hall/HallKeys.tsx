import { useQueryClient } from '@tanstack/react-query'
import type { HallState, Shown } from '../../shared/contract/hall.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { goAhead } from '../lib/ahead.ts'
import { announce } from '../lib/announce.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { usePlace, type Place } from '../lib/place.ts'
import { useCurrent } from '../session/index.ts'
import { Badge } from '../ui/index.ts'
import { standingOf, useHallState } from './HallThumb.tsx'

/** What can be shown of what the desk is at, the likeliest first. The same key again goes on to the next. */
export const showable = (
  place: Pick<Place, 'name' | 'itemId' | 'questionId'>,
  session: Pick<SessionDetail, 'items'>,
  questions: readonly Pick<Question, 'id' | 'itemId' | 'actIds' | 'standing' | 'withdrawn'>[],
): Shown[] => {
  if (place.name === 'attendance') return [{ scene: 'attendance' }, { scene: 'welcome' }]
  const chosen = questions.find(({ id }) => id === place.questionId)
  const item =
    session.items.find(({ id }) => id === (chosen?.itemId ?? place.itemId)) ??
    session.items.find(({ state }) => state === 'current') ??
    session.items.find(({ state }) => state === 'pending')
  // The desk opens at what is to be voted on next.
  const question =
    chosen ?? questions.find((one) => one.itemId === item?.id && !one.standing && !one.withdrawn)
  const itemId = item?.id
  const named = questions.some((one) => one.itemId === itemId && one.actIds.length > 0)
  return [
    ...(question
      ? [
          {
            scene: question.standing ? ('result' as const) : ('question' as const),
            questionId: question.id,
          },
        ]
      : []),
    ...(itemId === undefined ? [] : [{ scene: 'item' as const, itemId }]),
    ...(itemId !== undefined && named ? [{ scene: 'list' as const, itemId }] : []),
    ...(itemId === undefined ? [{ scene: 'welcome' as const }] : []),
  ]
}

/** The one after what is shown now, else the first. */
export const nextShown = (choices: readonly Shown[], now: Shown | null): Shown | undefined => {
  const at = choices.findIndex((one) => JSON.stringify(one) === JSON.stringify(now))
  return choices[(at + 1) % choices.length]
}

/** Holds the keys of the hall screen while a sitting is chosen, and says in the header when the screen stands still. */
export const HallKeys = () => {
  const current = useCurrent()
  const state = useHallState()
  const { session, sitting } = current.data ?? { session: null, sitting: null }
  if (!session || !sitting || !state.data) return null
  return <Keys session={session} sittingId={sitting.id} state={state.data} />
}

const STATE = ['hall.state', {}] as const

const Keys = ({
  session,
  sittingId,
  state,
}: {
  session: SessionDetail
  sittingId: string
  state: HallState
}) => {
  const t = useT()
  const place = usePlace()
  const questions = useKernelQuery('ballot.questions', { sessionId: session.id })
  const set = useKernelCommand('hall.set')
  const queries = useQueryClient()
  /** As it will be once what was pressed so far has come through: keys may come faster than answers. */
  const now = (): HallState => queries.getQueryData<HallState>(STATE) ?? state
  const change = (
    input: Partial<Omit<HallState, 'canGoBack' | 'pages'>>,
    said: Parameters<typeof t>[0],
  ): void =>
    goAhead<HallState>(
      queries,
      STATE,
      (shown) => ({ ...shown, ...input }),
      async () => {
        const reply = await set.run(input)
        if (reply.ok) announce(t(said))
      },
    )
  const live = { blank: false, frozen: false }
  const show = () => {
    const shown = nextShown(showable(place, session, questions.data ?? []), now().shown)
    if (shown) change({ sittingId, shown, ...live }, 'hall.said.put')
  }
  const freeze = () => {
    const { frozen } = now()
    change({ frozen: !frozen }, frozen ? 'hall.said.unfrozen' : 'hall.said.frozen')
  }
  const darken = () => {
    const { blank } = now()
    change({ blank: !blank }, blank ? 'hall.said.shown' : 'hall.said.blank')
  }
  const turn = (by: 1 | -1) => () => change({ page: now().page + by }, 'hall.said.put')
  const { frozen, blank, canGoBack, page, pages } = state
  useAction('hall.freeze', freeze)
  useAction('hall.blank', darken)
  useAction('hall.back', () => change({ back: now().back + 1 }, 'hall.said.back'), canGoBack)
  useAction('hall.show', show)
  useAction('hall.live', () => change({ sittingId, shown: null, ...live }, 'hall.said.live'))
  useAction('hall.nextPage', turn(1), page < pages)
  useAction('hall.previousPage', turn(-1), page > 1)
  if (!frozen && !blank) return null
  return (
    <Badge tone="warn">
      {t('hall.title')} {t(standingOf(state))}
    </Badge>
  )
}
