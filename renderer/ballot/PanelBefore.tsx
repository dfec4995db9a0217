import type { ActFinding } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import type { DecideInput } from '../../shared/rules/decide-input.ts'
import { decide, slack, type Decision } from '../../shared/rules/verdict.ts'
import { verdictSentence } from '../../shared/rules/verdict-sentence.ts'
import { decideInputOf } from '../../shared/rules/outcome.ts'
import { standing, useFindings } from '../appointment/index.ts'
import { useAction } from '../lib/commands.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { Button, Finding, Segmented } from '../ui/index.ts'
import { methodAfter, methodsFor } from './ladder.ts'
import { PanelHead } from './PanelParts.tsx'
import { chooseMethod, openDialog } from './state.ts'
import { isDone } from './stops.ts'
import { goToStop, standingOf, useNextMethod, type Desk } from './useDesk.ts'

/** The facts as they are now, in the form the verdict function takes; undefined while no sitting is open. */
const inputNow = (
  question: Question,
  { roll, rules }: Desk,
  method: Question['method'],
): DecideInput | undefined =>
  roll && rules && roll.counts.expected > 0
    ? decideInputOf(question, {
        rules,
        inOffice: roll.counts.expected,
        seats: roll.seats,
        present: roll.counts.present,
        method,
      })
    : undefined

const stops: readonly Decision['verdict'][] = ['blocked', 'inconsistent']

/** Why the vote cannot be opened now, said before the key is pressed; null when it can. */
const useObstacle = (
  question: Question,
  desk: Desk,
  input: DecideInput | undefined,
  [forbidding]: readonly ActFinding[],
): string | null => {
  const t = useT()
  if (!desk.sitting) return t('ballot.groupSitting')
  if (!desk.roll || !input) return t('ballot.obstacle.noMembers')
  const [first] = desk.order.get(question.id)?.obstacles ?? []
  if (first) return tell(first)
  // The sentence itself stands under the title; here is the way out of it.
  if (forbidding) {
    const then = question.votes.length === 0 ? 'forbidden' : 'forbiddenAgain'
    return t(`ballot.obstacle.${then}`, { way: tell(forbidding.wayOut) })
  }
  const decision = decide(input)
  return stops.includes(decision.verdict) && decision.reason !== 'tally-missing'
    ? tell(verdictSentence(input, decision))
    : null
}

/**
 * One paper with a line for each question of the item that is left, where each of them is voted on by paper. What waits
 * for another's result comes on the next one, what the law forbids on none.
 */
const useOnePaper = (
  question: Question,
  desk: Desk,
  can: boolean,
  findings: readonly ActFinding[],
) => {
  const command = useKernelCommand('ballot.openSheet')
  const waits = ({ id, actIds }: Question): boolean =>
    (desk.order.get(id)?.obstacles.length ?? 0) > 0 || standing(findings, actIds).blocks.length > 0
  const left = desk.stops.flatMap((stop) =>
    stop.question?.itemId === question.itemId && !isDone(stop) && !waits(stop.question)
      ? [stop.question]
      : [],
  )
  const byPaper = left.every(({ kind }) => methodsFor(kind).includes('secret-paper'))
  const sittingId = desk.sitting?.id
  return {
    count: left.length,
    possible: can && byPaper && left.length > 1 && sittingId !== undefined,
    pending: command.pending,
    open: () => {
      const questionIds = left.map(({ id }) => id)
      if (sittingId !== undefined) void command.run({ questionIds, sittingId })
    },
  }
}

/** Before the vote is opened: the method, who is here, what is needed, and the one key that opens it. */
export const PanelBefore = ({ question, desk }: { question: Question; desk: Desk }) => {
  const t = useT()
  const open = useKernelCommand('ballot.open')
  const drop = useKernelCommand('ballot.drop')
  const method = useNextMethod(question)
  const methods = methodsFor(question.kind, desk.rules)
  const { round, spoilt } = standingOf(question)
  const input = inputNow(question, desk, method)
  const findings = useFindings(question.sessionId, question.actIds.length > 0) ?? []
  const { blocks } = standing(findings, question.actIds)
  const obstacle = useObstacle(question, desk, input, blocks)
  const running = desk.stops.find((stop) =>
    stop.question?.votes.some((vote) => vote.state === 'open'),
  )
  const can = obstacle === null && !running && !open.pending
  const begin = () => {
    if (desk.sitting) void open.run({ questionId: question.id, sittingId: desk.sitting.id, method })
  }
  const change = () => chooseMethod(question.id, methodAfter(question.kind, method, desk.rules))
  const droppable = question.votes.length === 0
  const takeBack = async () => {
    const reply = await drop.run({ id: question.id, rev: question.rev })
    if (reply.ok) notify('good', t('ballot.dropped', { title: question.title }))
  }
  const paper = useOnePaper(question, desk, can, findings)
  const heard = question.kind !== 'dismissal' || question.defence !== null
  const hear = () => openDialog('defence')
  useAction('ballot.next', heard ? begin : hear, heard ? can : !running)
  useAction('ballot.sheet', paper.open, paper.possible)
  useAction('ballot.defence', hear, question.kind === 'dismissal')
  useAction('ballot.method', change, methods.length > 1)
  useAction('ballot.drop', () => void takeBack(), droppable)
  return (
    <section className="ballot-panel" aria-label={t('ballot.panel')}>
      <PanelHead method={method} round={round} input={input} />
      <div className="ballot-panel-main">
        <div className="ballot-methods">
          <Segmented
            label={t('ballot.method')}
            value={method}
            options={methods.map((value) => ({ value, label: t(`verdict.method.${value}`) }))}
            onChange={(value) => chooseMethod(question.id, value)}
          />
        </div>
        {spoilt ? (
          <Finding tone="warn">
            {t('ballot.voidedBefore', { round: spoilt.round, reason: spoilt.voidReason })}
          </Finding>
        ) : null}
        {running ? (
          <Finding tone="warn">
            {t('ballot.anotherOpen', { title: running.question?.title ?? '' })}{' '}
            <Button size="s" onClick={() => goToStop(running)}>
              {t('ballot.goThere')}
            </Button>
          </Finding>
        ) : (
          <Outlook obstacle={obstacle} input={input} />
        )}
      </div>
      <div className="ballot-panel-side">
        <Button
          tone="primary"
          size="l"
          wide
          chord="Space"
          disabled={heard ? !can : running !== undefined}
          pending={open.pending}
          onClick={heard ? begin : hear}
        >
          {t(heard ? 'ballot.open' : 'ballot.hearDefence')}
        </Button>
        {paper.possible ? (
          <Button chord="U" pending={paper.pending} onClick={paper.open}>
            {t('ballot.onePaper', { count: paper.count })}
          </Button>
        ) : null}
        <div className="ballot-two">
          <Button chord="F8" disabled={methods.length < 2} onClick={change}>
            {t('ballot.changeMethod')}
          </Button>
          <Button
            disabled={!droppable}
            onClick={() => void takeBack()}
            chord="Delete"
            pending={drop.pending}
          >
            {t('ballot.drop')}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** What stands in the way, else how many votes may be missing. */
const Outlook = ({
  obstacle,
  input,
}: {
  obstacle: string | null
  input: DecideInput | undefined
}) => {
  const t = useT()
  if (obstacle !== null) return <Finding tone="bad">{obstacle}</Finding>
  if (!input || input.question.method === 'tacit')
    return <Finding>{t('ballot.outlook.tacit')}</Finding>
  const spare = slack(input)
  if (spare < 0)
    return <Finding tone="warn">{t('ballot.outlook.never', { short: -spare })}</Finding>
  if (spare === 0) return <Finding tone="warn">{t('ballot.outlook.all')}</Finding>
  return <Finding tone="good">{t('ballot.outlook.spare', { spare })}</Finding>
}
