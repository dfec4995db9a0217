import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from '../ui/index.ts'

const print = () => window.print()

/** Prints what is on the screen without what is around it; the rest is the styles' affair. */
export const PrintButton = () => {
  const t = useT()
  useAction('ledger.print', print)
  return (
    <div className="ledger-print">
      <Button size="s" icon="print" chord="Mod+P" onClick={print}>
        {t('ledger.print')}
      </Button>
    </div>
  )
}
