import type { MadePaper } from '../../shared/contract/formality.ts'
import { formatMoment } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Note, Panel } from '../ui/index.ts'

/** The files that left the house, those of one press together, the latest first. */
export const MadeList = ({ made }: { made: readonly MadePaper[] }) => {
  const t = useT()
  const presses = [...Map.groupBy(made, ({ madeAt, operator }) => `${madeAt} ${operator}`).values()]
  return (
    <Panel title={t('formality.made')} note={t('formality.files', { count: made.length })}>
      {made.length === 0 ? <Note>{t('formality.noneMade')}</Note> : null}
      {presses.map((files, index) => {
        const [first] = files
        return first ? (
          <details key={first.id} className="formality-press" open={index === 0}>
            <summary>
              {t('formality.press', {
                at: formatMoment(first.madeAt),
                operator: first.operator,
                count: files.length,
              })}
            </summary>
            <ul>
              {files.map(({ id, fileName, toWhom }) => (
                <li key={id}>
                  <span>{fileName}</span>
                  {toWhom ? <small>{toWhom}</small> : null}
                </li>
              ))}
            </ul>
          </details>
        ) : null
      })}
    </Panel>
  )
}
