import { Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { formatDay } from '../lib/formats.ts'
import { dayFault, readDay, readTime } from '../lib/days.ts'
import { useT } from '../lib/i18n.ts'
import { isComposing } from '../lib/keys.ts'
import { useLayer } from '../lib/layers.ts'
import { fieldProps, type FieldProps } from './Fields.tsx'
import { Icon } from './Icon.tsx'

/** Text being typed until it is read as a value on leaving the field or Enter. */
const useTyped = (
  shown: string,
  read: (text: string) => string | null,
  onChange: (value: string | null) => void,
) => {
  const [text, setText] = useState<string | null>(null)
  /** The text as it was refused. */
  const [bad, setBad] = useState<string | null>(null)
  const settle = () => {
    if (text === null) return
    const value = text.trim() === '' ? null : read(text)
    const isBad = text.trim() !== '' && value === null
    setBad(isBad ? text.trim() : null)
    if (isBad) return
    setText(null)
    onChange(value)
  }
  const type = (next: string) => {
    setText(next)
    setBad(null)
  }
  const drop = () => {
    setText(null)
    setBad(null)
  }
  return { text: text ?? shown, bad, type, settle, drop }
}

/** A day, `YYYY-MM-DD` or null. Typed in any usual spelling («2026-11-26», «2026.11.26», the Chinese one) or picked. */
export const DateField = ({
  value,
  onChange,
  error,
  ...field
}: FieldProps & { value: string | null; onChange: (value: string | null) => void }) => {
  const t = useT()
  const typed = useTyped(formatDay(value), readDay, onChange)
  return (
    <TextInput
      {...fieldProps({ ...field, error: typed.bad === null ? error : dayFault(typed.bad) })}
      value={typed.text}
      data-unread={typed.bad !== null || undefined}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.settle}
      onKeyDown={(event) => {
        if (!isComposing(event) && event.key === 'Enter') typed.settle()
      }}
      rightSection={
        <DayPicker
          label={t('common.pickDate', { label: field.label })}
          value={value}
          disabled={field.disabled ?? false}
          onPick={(day) => {
            typed.drop()
            onChange(day)
          }}
        />
      }
    />
  )
}

const DayPicker = ({
  label,
  value,
  disabled,
  onPick,
}: {
  label: string
  value: string | null
  disabled: boolean
  onPick: (day: string | null) => void
}) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  useLayer(open)
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      withinPortal
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className="kit-icon-button"
          data-size="s"
          aria-label={label}
          disabled={disabled}
          onClick={() => setOpen(!open)}
        >
          <Icon name="calendar" size={14} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <DatePicker
          size="xs"
          hideOutsideDates
          ariaLabels={{
            previousMonth: t('common.previous'),
            nextMonth: t('common.next'),
            previousYear: t('common.previous'),
            nextYear: t('common.next'),
            previousDecade: t('common.previous'),
            nextDecade: t('common.next'),
          }}
          value={value}
          {...(value ? { defaultDate: value } : {})}
          onChange={(day) => {
            onPick(day)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** A time of day `HH:mm` or null, typed as «9:30», «0930» or «930». */
export const TimeField = ({
  value,
  onChange,
  error,
  ...field
}: FieldProps & { value: string | null; onChange: (value: string | null) => void }) => {
  const t = useT()
  const typed = useTyped(value ?? '', readTime, onChange)
  return (
    <TextInput
      {...fieldProps({ ...field, error: typed.bad === null ? error : t('common.badTime') })}
      value={typed.text}
      data-unread={typed.bad !== null || undefined}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.settle}
      onKeyDown={(event) => {
        if (!isComposing(event) && event.key === 'Enter') typed.settle()
      }}
    />
  )
}
