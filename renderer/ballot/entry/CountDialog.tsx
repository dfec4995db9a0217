/*
 * Two tellers count the same papers apart. A finished count is covered until the other is finished; then both stand
 * side by side, figure by figure, with what differs.
 *
 * <CountDialog vote={vote} title={question.title} onAgreed={…} onClose={…} />
 *   vote      an open round that is counted (not tacit consent)
 *   title     what is voted on
 *   onAgreed  told the figures once both counts agree and the clerk takes them; the desk enters them as its totals
 *
 * The kernel holds the lock against both counts: it refuses while one is unfinished or they differ, and writes both
 * names down. Both counts survive a restart (ballot.keepCount).
 */
import './entry.css'
import { useState, type KeyboardEvent } from 'react'
import type { Counts, TellerCount, Vote } from '../../../shared/contract/ballot.ts'
import { useT } from '../../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../../lib/kernel.ts'
import { onChords } from '../../lib/keys.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  Finding,
  FormFailure,
  Loaded,
  Note,
  Row,
  Stack,
  TextField,
} from '../../ui/index.ts'
import { figuresOf, type Totals } from '../draft.ts'
import { CountInput } from './CountInput.tsx'

type CountProps = {
  vote: Vote
  title: string
  onAgreed: (totals: Totals) => void
  onClose: () => void
}

export const CountDialog = (props: CountProps) => {
  const { vote } = props
  const query = useKernelQuery('ballot.counts', { voteId: vote.id })
  return <Loaded query={query}>{(counts) => <Counting {...props} counts={counts} />}</Loaded>
}

/** Whose turn it is: the one chosen to count again, else the first who has not finished; null once both have. */
const turnOf = (counts: Counts, again: 1 | 2 | null): 1 | 2 | null => {
  if (again !== null) return again
  const done = (teller: 1 | 2) => counts.tellers.some((one) => one.teller === teller && one.done)
  if (!done(1)) return 1
  return done(2) ? null : 2
}

const Counting = ({ vote, title, counts, onAgreed, onClose }: CountProps & { counts: Counts }) => {
  const drop = useKernelCommand('ballot.dropCounts')
  const [again, setAgain] = useState<1 | 2 | null>(null)
  const turn = turnOf(counts, again)
  const giveUp = async () => {
    const reply = await drop.run({ voteId: vote.id })
    if (reply.ok) onClose()
  }
  if (turn !== null)
    return (
      <CountForm
        key={turn}
        vote={vote}
        title={title}
        turn={turn}
        counts={counts}
        onDone={() => setAgain(null)}
        onDrop={() => void giveUp()}
        onClose={onClose}
      />
    )
  return (
    <Compared
      vote={vote}
      title={title}
      counts={counts}
      onAgain={setAgain}
      onDrop={() => void giveUp()}
      onAgreed={onAgreed}
      onClose={onClose}
    />
  )
}

/** On to the next field of the form; at the last one the form is sent. */
const toNext = (input: HTMLInputElement): void => {
  const all = [...(input.form?.querySelectorAll('input') ?? [])]
  const next = all[all.indexOf(input) + 1]
  if (next) next.focus()
  else input.form?.requestSubmit()
}

const CountForm = ({
  vote,
  title,
  turn,
  counts,
  onDone,
  onDrop,
  onClose,
}: {
  vote: Vote
  title: string
  turn: 1 | 2
  counts: Counts
  onDone: () => void
  onDrop: () => void
  onClose: () => void
}) => {
  const t = useT()
  const own = counts.tellers.find((one) => one.teller === turn)
  const other = counts.tellers.find((one) => one.teller !== turn)
  const command = useKernelCommand('ballot.keepCount', { inline: true })
  const [name, setName] = useState(own?.name ?? '')
  // Whoever counts again begins with empty fields: nobody counts by a number seen.
  const [totals, setTotals] = useState<Totals>(own?.done ? {} : (own?.totals ?? {}))
  const figures = figuresOf(vote.method)
  const ready = name.trim() !== '' && figures.every((figure) => totals[figure] !== undefined)
  const keep = (next: Totals, done: boolean) =>
    command.run({ voteId: vote.id, teller: turn, name: name.trim(), totals: next, done })
  const submit = async () => {
    if (!ready) return
    const reply = await keep(totals, true)
    if (reply.ok) onDone()
  }
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    onChords({ Enter: () => toNext(input) })(event)
  }
  return (
    <Dialog
      open
      title={t(`ballot.chamber.entry.${turn === 1 ? 'countFirst' : 'countSecond'}`)}
      width={520}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button tone="quiet" onClick={onDrop}>
            {t('ballot.chamber.entry.countDrop')}
          </Button>
          <DialogButtons
            confirm={t('ballot.chamber.entry.countDone')}
            onCancel={onClose}
            pending={command.pending}
            disabled={!ready}
          />
        </>
      }
    >
      <Stack>
        <p className="entry-title">{title}</p>
        <Note>{t('ballot.chamber.entry.countNote')}</Note>
        {other?.done && own?.done !== true ? (
          <Finding tone="good">{t('ballot.chamber.entry.covered', { name: other.name })}</Finding>
        ) : null}
        <TextField
          label={t('ballot.chamber.entry.countName')}
          value={name}
          onChange={setName}
          onKeyDown={enter}
          required
          autoFocus
        />
        <div className="entry-counts">
          {figures.map((figure) => (
            <label key={figure} className="entry-paper">
              <span>{t(`ballot.figure.${figure}`)}</span>
              <CountInput
                label={t(`ballot.figure.${figure}`)}
                value={totals[figure]}
                onChange={(value) => {
                  const { [figure]: _old, ...rest } = totals
                  const next = value === undefined ? rest : { ...rest, [figure]: value }
                  setTotals(next)
                  if (!own?.done) void keep(next, false)
                }}
                onKeyDown={enter}
              />
            </label>
          ))}
        </div>
        <FormFailure failure={command.failure} />
      </Stack>
    </Dialog>
  )
}

const Compared = ({
  vote,
  title,
  counts,
  onAgain,
  onDrop,
  onAgreed,
  onClose,
}: {
  vote: Vote
  title: string
  counts: Counts
  onAgain: (teller: 1 | 2) => void
  onDrop: () => void
  onAgreed: (totals: Totals) => void
  onClose: () => void
}) => {
  const t = useT()
  const differs = counts.differs ?? []
  const [first, second] = counts.tellers
  const agreed = differs.length === 0
  const cell = (one: TellerCount | undefined, figure: keyof Totals) => one?.totals?.[figure] ?? 0
  return (
    <Dialog
      open
      title={t('ballot.chamber.entry.countTitle')}
      width={520}
      onClose={onClose}
      onSubmit={() => {
        if (agreed && first?.totals) onAgreed(first.totals)
      }}
      footer={
        agreed ? (
          <DialogButtons
            confirm={t('ballot.chamber.entry.countTake')}
            onCancel={onClose}
            focused="confirm"
          />
        ) : (
          <Row>
            <Button tone="quiet" onClick={onDrop}>
              {t('ballot.chamber.entry.countDrop')}
            </Button>
            {counts.tellers.map((one, index) => (
              <Button
                key={one.teller}
                data-autofocus={index === 0 || undefined}
                onClick={() => onAgain(one.teller)}
              >
                {t('ballot.chamber.entry.countAgain', { name: one.name })}
              </Button>
            ))}
          </Row>
        )
      }
    >
      <Stack>
        <p className="entry-title">{title}</p>
        <div role="status">
          <Finding tone={agreed ? 'good' : 'bad'}>
            {agreed
              ? t('ballot.chamber.entry.countAgrees')
              : t('ballot.chamber.entry.countDiffers', { count: differs.length })}
          </Finding>
        </div>
        <table className="entry-table">
          <thead>
            <tr>
              <th scope="col">{t('ballot.chamber.entry.countFigure')}</th>
              <th scope="col">{first?.name}</th>
              <th scope="col">{second?.name}</th>
              <th scope="col" aria-label={t('ballot.chamber.entry.countTitle')} />
            </tr>
          </thead>
          <tbody>
            {figuresOf(vote.method).map((figure) => {
              const same = !differs.includes(figure)
              return (
                <tr key={figure} data-differs={!same || undefined}>
                  <th scope="row">{t(`ballot.figure.${figure}`)}</th>
                  <td className="entry-number">{cell(first, figure)}</td>
                  <td className="entry-number">{cell(second, figure)}</td>
                  <td className="entry-sum" data-agrees={same}>
                    <span aria-hidden="true">{same ? '✓ ' : '✕ '}</span>
                    {t(`ballot.chamber.entry.${same ? 'countSame' : 'countOther'}`)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Stack>
    </Dialog>
  )
}
