import type { Item } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatMoment } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { go } from '../lib/place.ts'
import { sittingName, useOpening } from '../session/index.ts'
import { Button, Finding } from '../ui/index.ts'
import type { Gate } from './gate.ts'

/** The one step that comes before anything can be asked on an item, on the space bar. */
export const GatePanel = ({ gate, item }: { gate: Gate; item: Item }) => {
  const t = useT()
  const opening = useOpening()
  const setItem = useKernelCommand('session.setItemState')
  const pending = opening.pending || setItem.pending
  const act = () => {
    if (gate.name === 'openSitting') opening.open(gate.sitting)
    else if (gate.name === 'callRoll' || gate.name === 'callAnew') go('attendance')
    else if (gate.name === 'takeUp')
      void setItem.run({ id: item.id, rev: item.rev, state: 'current' })
    else go('session')
  }
  useAction('ballot.next', act, !pending && gate.name !== 'closed')
  return (
    <section className="ballot-panel" data-gate aria-label={t('ballot.step.title')}>
      <Finding tone={gate.name === 'takeUp' ? 'plain' : 'warn'}>{sayGate(gate, t)}</Finding>
      {gate.name === 'closed' ? null : (
        <Button tone="primary" size="l" wide chord="Space" pending={pending} onClick={act}>
          {t(`ballot.step.${gate.name}`)}
        </Button>
      )}
      {opening.dialog}
    </section>
  )
}

const sayGate = (gate: Gate, t: ReturnType<typeof useT>): string => {
  switch (gate.name) {
    case 'closed':
      return t('ballot.obstacle.closed')
    case 'noSitting':
      return t('ballot.obstacle.noSitting')
    case 'openSitting':
      return t('ballot.step.toOpen', {
        sitting: sittingName(gate.sitting),
        at: formatMoment(gate.sitting.startsAt),
      })
    case 'callRoll':
      return t('ballot.rollNotCalled', { count: gate.unmarked })
    case 'callAnew':
      return t('ballot.rollAnew')
    case 'takeUp':
      return t('ballot.step.toTakeUp')
  }
}
