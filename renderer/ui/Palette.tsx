import { useState } from 'react'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { useT } from '../lib/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import { PickList } from './PickList.tsx'

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
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    <PickList
      label={t('common.paletteSearch')}
      listLabel={t('common.palette')}
      text={text}
      onText={setText}
      items={items.filter((item) => matches(item, words))}
      keyOf={({ id }) => id}
      none={t('common.nothingFound')}
      onPick={(item) => {
        onClose()
        item.run()
      }}
    >
      {(item) => (
        <>
          <span>{item.label}</span>
          <small>{item.group}</small>
          {item.chord ? <Kbd chord={item.chord} /> : null}
        </>
      )}
    </PickList>
  )
}
