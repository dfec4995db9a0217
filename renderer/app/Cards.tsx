import './cards.css'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { formatMoment, now } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { sessionName, sittingName, useCurrent } from '../session/index.ts'
import { Button, Dialog, Kbd, Tabs } from '../ui/index.ts'
import { cardGroups, handoverLines, keysOf } from './cards.ts'

const cards = ['handover', 'shortcuts'] as const
type CardName = (typeof cards)[number]

/** The two cards a stand-in clerk works from, each one page of A4, shown before they are printed. */
export const Cards = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const [name, setName] = useState<CardName>('handover')
  const card = name === 'handover' ? <HandoverCard /> : <ShortcutCard />
  return (
    <Dialog
      open
      title={t('app.cards.title')}
      width={820}
      onClose={onClose}
      onSubmit={() => window.print()}
      footer={
        <Button type="submit" tone="primary" icon="print" data-autofocus>
          {t('app.cards.print')}
        </Button>
      }
    >
      <Tabs
        label={t('app.cards.title')}
        value={name}
        options={cards.map((value) => ({ value, label: t(`app.cards.${value}`) }))}
        onChange={setName}
      />
      <div
        className="app-card-preview"
        tabIndex={0}
        role="region"
        aria-label={t(`app.cards.${name}`)}
      >
        {card}
      </div>
      {createPortal(
        <div className="app-print" aria-hidden="true">
          {card}
        </div>,
        document.body,
      )}
    </Dialog>
  )
}

/** Every key that works on the desk, and those of the roll call, out of the one table. */
const ShortcutCard = () => {
  const t = useT()
  return (
    <article className="app-card">
      <h3>{t('app.cards.shortcutsTitle')}</h3>
      <div className="app-card-columns">
        {cardGroups().map(({ name, lines }) => (
          <section key={name}>
            <h4>{t(`app.cards.group.${name}`)}</h4>
            <ul>
              {lines.map((command) => (
                <li key={command.id}>
                  <span>{t(command.label)}</span>
                  {command.keys?.map((chord) => (
                    <Kbd key={chord} chord={chord} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="app-card-foot">{t('app.shortcutsHint')}</p>
    </article>
  )
}

/** What a stand-in clerk must know to run the sitting: which sitting, what each step is, what to do when something breaks. */
const HandoverCard = () => {
  const t = useT()
  const { data } = useCurrent()
  const place = useKernelQuery('journal.place', {})
  const shadow = useKernelQuery('safety.shadow', {})
  const operator = useKernelQuery('journal.operator', {})
  const { session, sitting } = data ?? {}
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('app.cards.fact.session'), session && sessionName(session)],
    [
      t('app.cards.fact.sitting'),
      sitting && `${sittingName(sitting)} ${formatMoment(sitting.startsAt)}`,
    ],
    [t('app.cards.fact.chair'), sitting?.chairName ?? session?.chairName],
    [t('app.cards.fact.clerk'), operator.data],
    [t('app.cards.fact.data'), place.data?.folder],
    [t('app.cards.fact.shadow'), shadow.data?.folder ?? t('app.cards.noShadow')],
  ]
  return (
    <article className="app-card">
      <h3>{t('app.cards.handoverTitle')}</h3>
      <dl className="app-card-facts">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {handoverLines.map(({ part, lines }) => (
        <section key={part}>
          <h4>{t(`app.cards.part.${part}`)}</h4>
          <ol>
            {lines.map(({ line, commands }) => (
              <li key={line}>
                <span>
                  {commands.flatMap(keysOf).map((chord) => (
                    <Kbd key={chord} chord={chord} />
                  ))}
                </span>
                <p>{t(`app.cards.line.${line}`)}</p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p className="app-card-foot">{t('app.cards.printed', { at: formatMoment(now()) })}</p>
    </article>
  )
}
