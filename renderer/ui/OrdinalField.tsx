import { TextInput } from '@mantine/core'
import { useState, type Ref } from 'react'
import { fromChineseNumeral } from '../../shared/rules/numerals.ts'
import { useT } from '../lib/i18n.ts'
import { fieldProps, type FieldProps } from './Fields.tsx'

/** «8», «８», a Chinese numeral, with or without the words around it; null for anything else. */
const readOrdinal = (text: string, around: readonly string[]): number | null => {
  const [before = '', after = ''] = around
  const bare = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const start = before !== '' && bare.startsWith(before) ? before.length : 0
  const end = after !== '' && bare.endsWith(after) ? bare.length - after.length : bare.length
  const core = bare.slice(start, end)
  return /^\d{1,9}$/u.test(core) ? Number(core) : (fromChineseNumeral(core) ?? null)
}

/**
 * The number of a term or session, or null while empty: digits or a Chinese numeral. What is neither stays in the field,
 * is said, and keeps the form from being sent.
 */
export const OrdinalField = ({
  value,
  onChange,
  unit,
  inputRef,
  error,
  ...field
}: FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  /** What it numbers, as people write it behind. */
  unit: string
  inputRef?: Ref<HTMLInputElement>
}) => {
  const t = useT()
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const around = [t('common.ordinalBefore'), unit]
  const read = readOrdinal(text, around)
  // A value that did not come from what was typed takes its place.
  const shown = read === value ? text : String(value ?? '')
  const unread = shown.trim() !== '' && value === null
  const says = unread && !composing ? t('common.badOrdinal', { text: shown }) : undefined
  return (
    <TextInput
      {...fieldProps({ ...field, error: says ?? error })}
      value={shown}
      data-unread={unread || undefined}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readOrdinal(event.currentTarget.value, around))
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      {...(inputRef ? { ref: inputRef } : {})}
    />
  )
}
