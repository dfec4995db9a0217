/*
 * A named vote by exception: members present in the official order, found by number or pinyin initials.
 *
 * <NamedGrid vote={vote} named={draft.named ?? []} onChange={(named, totals) => …} />
 *   vote      an open round whose method is 'named'
 *   named     who is named so far (the desk's draft)
 *   onChange  told the names in the official order, and the totals they make ({} until everyone present is named);
 *             the desk puts both into its draft: changeDraft(vote.id, (old) => ({ ...old, named, totals }))
 *
 * It does the command `ballot.allFor` (A: all the rest for) while it is on the page; a panel around it must not offer
 * that too. In the search Enter picks the first person found, then J against, K abstain, A for, Delete takes back, and
 * the search has the focus again.
 */
import './entry.css'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Choice, Vote } from '../../../shared/contract/ballot.ts'
import { useAction } from '../../lib/commands.ts'
import { leaveField } from '../../lib/focus.ts'
import { useT } from '../../lib/i18n.ts'
import { useKernelQuery } from '../../lib/kernel.ts'
import { onChords } from '../../lib/keys.ts'
import { Button, Loaded, SearchField } from '../../ui/index.ts'
import type { Totals } from '../draft.ts'
import { choose, found, inOrder, restFor, totalsOf, type Named, type Seat } from './named.ts'

type NamedProps = {
  vote: Vote
  named: Named
  onChange: (named: Named, totals: Totals) => void
}

export const NamedGrid = (props: NamedProps) => {
  const { sittingId, openedAt } = props.vote
  const query = useKernelQuery('attendance.roll', { sittingId, at: openedAt })
  return (
    <Loaded query={query}>
      {(roll) => <Grid {...props} seats={roll.entries.filter((entry) => entry.here)} />}
    </Loaded>
  )
}

const signs: Record<Choice, string> = { for: '✓', against: '✕', abstain: '○' }
const choiceKeys: Record<string, Choice | null> = {
  A: 'for',
  J: 'against',
  K: 'abstain',
  Delete: null,
}

const Grid = ({ named, onChange, seats }: NamedProps & { seats: readonly Seat[] }) => {
  const t = useT()
  const [text, setText] = useState('')
  const root = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const shown = found(seats, text)
  const byMember = new Map(named.map((one) => [one.memberId, one.choice]))
  const left = seats.filter(({ memberId }) => !byMember.has(memberId)).length
  const give = (next: Named) => {
    const ordered = inOrder(next, seats)
    onChange(ordered, totalsOf(ordered, seats))
  }
  const rest = () => give(restFor(named, seats))
  useAction('ballot.allFor', rest, left > 0)
  const cells = () => [...(root.current?.querySelectorAll<HTMLButtonElement>('.entry-seat') ?? [])]
  const put = (memberId: string, choice: Choice | null) => {
    give(choose(named, memberId, choice))
    setText('')
    search.current?.focus()
  }
  const onSearchKey = (event: KeyboardEvent<HTMLElement>) =>
    onChords({
      Enter: () => cells()[0]?.focus(),
      ArrowDown: () => cells()[0]?.focus(),
      // Out of the field, where letters are keys of the desk again.
      Escape: () => leaveField(search.current),
    })(event)
  const onSeatKey = (seat: Seat, index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const go = (by: number) => () => cells()[index + by]?.focus()
    const back = () => search.current?.focus()
    onChords({
      ...Object.fromEntries(
        Object.entries(choiceKeys).map(([key, choice]) => [key, () => put(seat.memberId, choice)]),
      ),
      ArrowRight: go(1),
      ArrowDown: go(1),
      ArrowLeft: go(-1),
      ArrowUp: index === 0 ? back : go(-1),
      Escape: back,
    })(event)
  }
  return (
    <section className="entry-named" aria-label={t('ballot.chamber.entry.named')} ref={root}>
      <div className="entry-head" onKeyDown={onSearchKey}>
        <SearchField
          label={t('ballot.chamber.entry.find')}
          value={text}
          onChange={setText}
          inputRef={search}
        />
        <Button size="s" chord="A" disabled={left === 0} onClick={rest}>
          {t('ballot.chamber.entry.namedRest')}
        </Button>
        <span role="status">
          {left > 0 ? t('ballot.chamber.entry.namedLeft', { count: left }) : ''}
        </span>
      </div>
      <p className="entry-hint">{t('ballot.chamber.entry.namedHint')}</p>
      <ul className="entry-seats">
        {shown.map((seat, index) => {
          const choice = byMember.get(seat.memberId)
          const said = choice ? t(`ballot.figure.${choice}`) : t('ballot.chamber.entry.none')
          return (
            <li key={seat.memberId}>
              <button
                type="button"
                className="entry-seat"
                data-choice={choice}
                aria-label={t('ballot.chamber.entry.namedCell', {
                  number: seat.number,
                  name: seat.name,
                  choice: said,
                })}
                onKeyDown={onSeatKey(seat, index)}
              >
                <small>{seat.number}</small>
                <b>{seat.name}</b>
                <span>{choice ? `${signs[choice]} ${said}` : ''}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length === 0 ? <p className="entry-hint">{t('ballot.chamber.entry.nobody')}</p> : null}
    </section>
  )
}
