import { memo, useEffect, useRef, useState } from 'react'
import type { Passage } from '../../../shared/contract/papers.ts'
import { failureSentence } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import { useKernelCommand } from '../../lib/kernel.ts'
import { isComposing, onChords } from '../../lib/keys.ts'
import { Badge, Button, IconButton, TextArea } from '../../ui/index.ts'
import { Words } from './Words.tsx'

type Line = { sessionId: string; passage: Passage; here: boolean }

/** Back to where editing began; the passage was drawn anew since. */
const focusPencil = (key: string): void =>
  document
    .querySelector<HTMLElement>(`[data-passage="${CSS.escape(key)}"] .kit-icon-button`)
    ?.focus()

/** One passage; its pencil (or E on it) opens it for one's own words. Drawn anew only where it changed. */
export const PassageLine = memo(function PassageLine({ sessionId, passage, here }: Line) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => focusPencil(passage.key))
  }
  if (editing) return <PassageEditor sessionId={sessionId} passage={passage} onClose={close} />
  return (
    <div
      className="script-passage"
      data-passage={passage.key}
      data-kind={passage.kind}
      data-here={here || undefined}
      onKeyDown={onChords({ E: () => setEditing(true) })}
    >
      <p>
        {passage.text === '' ? (
          <span className="script-left-out">{t('papers.script.leftOut')}</span>
        ) : (
          <Words passage={passage} />
        )}
      </p>
      <span className="script-tools">
        {passage.edited ? <Badge>{t('papers.script.own')}</Badge> : null}
        <IconButton icon="edit" label={t('papers.script.edit')} onClick={() => setEditing(true)} />
      </span>
    </div>
  )
})
/** One's own words for a passage, kept for this session. */
const PassageEditor = ({
  sessionId,
  passage: { key, text, edited, rev },
  onClose,
}: {
  sessionId: string
  passage: Passage
  onClose: () => void
}) => {
  const t = useT()
  const [typed, setTyped] = useState(text)
  const command = useKernelCommand('papers.savePassage', { inline: true })
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const save = async (words: string | null) => {
    if (command.pending) return
    const reply = await command.run({ sessionId, key, text: words, rev })
    if (reply.ok) onClose()
  }
  const keep = () => (typed.trim() === text ? onClose() : void save(typed.trim()))
  return (
    <form
      ref={box}
      className="script-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        onChords({ Escape: onClose, 'Mod+Enter': keep, Enter: keep })(event)
      }}
    >
      <TextArea
        label={t('papers.script.words')}
        hint={t('papers.script.wordsHint')}
        error={command.failure ? failureSentence(command.failure) : undefined}
        value={typed}
        onChange={setTyped}
        rows={Math.min(6, 1 + Math.ceil(typed.length / 28))}
      />
      <div className="kit-row">
        <Button type="submit" size="s" tone="primary" chord="Enter" pending={command.pending}>
          {t('common.save')}
        </Button>
        <Button size="s" chord="Escape" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {edited ? (
          <Button size="s" icon="reset" onClick={() => void save(null)}>
            {t('papers.script.restore')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
