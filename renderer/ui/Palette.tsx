import { useId, useState, type KeyboardEvent } from 'react'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { useT } from '../lib/i18n.ts'
import { isComposing } from '../lib/keys.ts'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'

export type PaletteItem = {
  id: string
  label: string
  group: string
  chord?: string | undefined
  run: () => void
}

const matches = (item: PaletteItem, words: readonly string[]): boolean => {
  const text = `${item.label} ${item.group} ${item.id}`.toLowerCase()
  return words.every((word) => text.includes(word) || matchesName(item.label, word))
}

/** Finds a thing to do by its words, their pinyin or its initials, and does it. Arrows move, Enter does. */
export const Palette = ({
  open,
  items,
  onClose,
}: {
  open: boolean
  items: readonly PaletteItem[]
  onClose: () => void
}) => {
  const t = useT()
  return (
    <Dialog open={open} title={t('common.palette')} width={560} onClose={onClose}>
      <PaletteList items={items} onClose={onClose} />
    </Dialog>
  )
}

const PaletteList = ({
  items,
  onClose,
}: {
  items: readonly PaletteItem[]
  onClose: () => void
}) => {
  const t = useT()
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = items.filter((item) => matches(item, words))
  const done = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((index) => (index + step + found.length) % Math.max(found.length, 1))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      done(found[at])
    }
  }
  return (
    <div className="kit-palette">
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        aria-label={t('common.paletteSearch')}
        placeholder={t('common.paletteSearch')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('common.palette')}>
        {found.map((item, index) => (
          <li
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={(line) => {
              if (index === at) line?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => done(item)}
          >
            <span>{item.label}</span>
            <small>{item.group}</small>
            {item.chord ? <Kbd chord={item.chord} /> : null}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="kit-note">{t('common.nothingFound')}</p> : null}
    </div>
  )
}
