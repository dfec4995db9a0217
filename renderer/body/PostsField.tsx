import { useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { TextArea } from '../ui/index.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Posts as a body lists them in its rules, one on a line. */
export const PostsField = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: unknown
  onChange: (value: string[]) => void
}) => {
  const t = useT()
  const [text, setText] = useState(Array.isArray(value) ? value.join('\n') : '')
  return (
    <TextArea
      label={label}
      hint={t('body.posts.hint')}
      rows={6}
      autoFocus
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(linesOf(next))
      }}
    />
  )
}
