import type { Message } from '../../shared/contract/errors.ts'
import { tell, useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { Button, Finding } from '../ui/index.ts'

/** What the papers will leave room for because nobody has stated it, with where to state it; nothing where all is known. */
export const Blanks = ({ blanks }: { blanks: readonly Message[] }) => {
  const t = useT()
  if (blanks.length === 0) return null
  return (
    <Finding tone="warn">
      <div className="formality-blanks">
        {t('papers.blank.title')}
        <ul>
          {blanks.map((blank, at) => (
            <li key={at}>{tell(blank)}</li>
          ))}
        </ul>
      </div>
      <Button size="s" onClick={() => go('papers')}>
        {t('papers.blank.toPapers')}
      </Button>
    </Finding>
  )
}
