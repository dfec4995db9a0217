import { useT } from '../lib/i18n.ts'
import { Kbd } from '../ui/index.ts'
import type { Exception } from './draft.ts'

/** The keys of a method's exceptions, in their order. */
export const exceptionKeys = ['J', 'K', 'L'] as const

/** «All for» and the exceptions, each with its key; the buttons do the same for the mouse. */
export const Exceptions = ({
  exceptions,
  onAll,
  onMove,
}: {
  exceptions: readonly Exception[]
  onAll: () => void
  onMove: (figure: Exception, by: 1 | -1) => void
}) => {
  const t = useT()
  return (
    <div className="ballot-exceptions">
      <button type="button" className="ballot-all" onClick={onAll}>
        <Kbd chord="A" />
        {t('ballot.allFor')}
      </button>
      <ul>
        {exceptions.map((figure, index) => (
          <li key={figure}>
            <Kbd chord={exceptionKeys[index] ?? ''} />
            <span>{t(`ballot.figure.${figure}`)}</span>
            <button
              type="button"
              aria-label={t('ballot.less', { figure: t(`ballot.figure.${figure}`) })}
              onClick={() => onMove(figure, -1)}
            >
              −
            </button>
            <button
              type="button"
              aria-label={t('ballot.moreOf', { figure: t(`ballot.figure.${figure}`) })}
              onClick={() => onMove(figure, 1)}
            >
              ＋
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
