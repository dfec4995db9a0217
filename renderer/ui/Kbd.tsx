import { Fragment } from 'react'
import { capsOf } from '../lib/keys.ts'
import { useT, type LocaleKey } from '../lib/i18n.ts'
import { hasSentence } from '../lib/i18n.ts'

/** A chord as key caps, e.g. «Mod+K» as Ctrl K. */
export const Kbd = ({ chord }: { chord: string }) => {
  const t = useT()
  return (
    <span className="kit-chord">
      {capsOf(chord).map((cap) => {
        const key = `common.key.${cap}`
        return (
          <Fragment key={cap}>
            <kbd className="kit-kbd">{hasSentence(key) ? t(key as LocaleKey) : cap}</kbd>
          </Fragment>
        )
      })}
    </span>
  )
}
