import type { Nomination } from '../../shared/contract/appointment.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from '../ui/index.ts'
import type { Board } from './useBoard.ts'

/** The nominations of the session, each under whoever made it. */
export const Nominations = ({
  board,
  selected,
  onSelect,
  onAdd,
}: {
  board: Board
  selected: string | null
  onSelect: (id: string) => void
  onAdd: () => void
}) => {
  const t = useT()
  return (
    <nav className="appointment-nominations" aria-label={t('appointment.nominations')}>
      <h2>{t('appointment.nominations')}</h2>
      <ul className="kit-choices">
        {board.nominations.map((nomination) => (
          <li key={nomination.id}>
            <button
              type="button"
              aria-current={nomination.id === selected ? 'true' : undefined}
              onClick={(event) => {
                event.currentTarget.blur()
                onSelect(nomination.id)
              }}
            >
              <b>{nomination.nominator}</b>
              <em>{nomination.acts.length}</em>
              <small>{itemTitle(board, nomination)}</small>
              <small>{progressOf(nomination, t)}</small>
            </button>
          </li>
        ))}
      </ul>
      <Button size="s" icon="add" chord="Shift+N" disabled={board.closed} onClick={onAdd}>
        {t('appointment.nominate')}
      </Button>
    </nav>
  )
}

const itemTitle = (board: Board, { itemId }: Nomination): string =>
  board.session.items.find((item) => item.id === itemId)?.title ?? ''

const progressOf = ({ acts }: Nomination, t: ReturnType<typeof useT>): string => {
  const count = (outcome: Nomination['acts'][number]['outcome']) =>
    acts.filter((act) => act.outcome === outcome).length
  return (['passed', 'failed', 'withdrawn', 'deferred', 'pending'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${t(`appointment.outcome.${outcome}`)} ${count(outcome)}`)
    .join('　')
}
