import type { PaperName } from '../../shared/contract/papers.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, Kbd } from '../ui/index.ts'
import type { Made } from './usePapers.ts'

/** The kinds of paper with how many there are of each. */
export const PaperList = ({
  made,
  selected,
  onPick,
}: {
  made: readonly Made[]
  selected: PaperName
  onPick: (name: PaperName) => void
}) => {
  const t = useT()
  return (
    <nav className="kit-choices papers-list" aria-label={t('papers.choose')}>
      {made.map(({ name, previews }, index) => (
        <button
          key={name}
          type="button"
          aria-current={name === selected || undefined}
          onClick={() => onPick(name)}
        >
          {index < 9 ? <Kbd chord={String(index + 1)} /> : <span />}
          <span>{t(`papers.name.${name}`)}</span>
          {previews.length > 0 ? (
            <Badge tone="good">{t('papers.count', { count: previews.length })}</Badge>
          ) : (
            <Badge>{t('papers.cannot')}</Badge>
          )}
        </button>
      ))}
    </nav>
  )
}
