import { useEffect, useRef } from 'react'
import { useAction } from '../../lib/commands.ts'
import { tell, useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/index.ts'
import { useSettled } from '../useSettled.ts'
import { lineFigures, type Papers, type SheetLine } from './sheet.ts'

/** What is read aloud of a paper before it is locked: the papers once, then each line with the verdict it would have. */
export const SheetReadBack = ({
  title,
  lines,
  papers,
  present,
  pending,
  onLock,
  onBack,
}: {
  title: string
  lines: readonly SheetLine[]
  papers: Papers
  present: number
  pending: boolean
  onLock: () => void
  onBack: () => void
}) => {
  const t = useT()
  const read = useRef<HTMLDivElement>(null)
  const settled = useSettled()
  useAction('ballot.next', () => (settled ? onLock() : undefined), !pending)
  useAction('ballot.undo', onBack)
  // A long list is turned with the page keys.
  useEffect(() => read.current?.focus(), [])
  const { issued = 0, collected = 0 } = papers
  return (
    <>
      <section className="entry-readback" aria-label={t('ballot.readBack.title')}>
        <h2>{title}</h2>
        <p>
          {t('ballot.readBack.present', { present })}
          {t('ballot.chamber.entry.papersSaid', { issued, collected })}
        </p>
        <div className="entry-scroll" ref={read} tabIndex={0}>
          <table className="entry-table">
            <thead>
              <tr>
                <th scope="col">{t('ballot.chamber.entry.line')}</th>
                {lineFigures.map((figure) => (
                  <th key={figure} scope="col">
                    {t(`ballot.figure.${figure}`)}
                  </th>
                ))}
                <th scope="col">{t('ballot.chamber.entry.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ vote, question, tally, judgement }) => (
                <tr key={vote.id}>
                  <th scope="row">{question.title}</th>
                  {lineFigures.map((figure) => (
                    <td key={figure} data-figure={figure}>
                      {tally?.[figure]}
                    </td>
                  ))}
                  <td title={tell(judgement.sentence)}>
                    {t('ballot.pendingVerdict', {
                      verdict: t(`verdict.name.${judgement.verdict}`),
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <footer className="entry-foot">
        <Button
          tone="primary"
          size="l"
          wide
          chord="Space"
          disabled={!settled}
          pending={pending}
          onClick={onLock}
        >
          {t('ballot.lock')}
        </Button>
        <Button chord="Escape" onClick={onBack}>
          {t('ballot.readBack.back')}
        </Button>
      </footer>
    </>
  )
}
