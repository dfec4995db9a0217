import { hasSentence, useT } from '../lib/i18n.ts'
import { capsOf } from '../lib/keys.ts'

/** A chord as key caps, e.g. «Mod+K» as Ctrl K. */
export const Kbd = ({ chord }: { chord: string }) => {
  const t = useT()
  return (
    <span className="kit-chord">
      {capsOf(chord).map((cap) => {
        const key = `common.key.${cap}`
        return (
          <kbd key={cap} className="kit-kbd">
            {hasSentence(key) ? t(key) : cap}
          </kbd>
        )
      })}
    </span>
  )
}
