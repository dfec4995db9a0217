import { Checkbox as Tick, NumberInput, Select as Pick, Textarea, TextInput } from '@mantine/core'
import { useState, type FocusEvent, type KeyboardEvent, type Ref } from 'react'
import { answersPost } from '../../shared/rules/appointment/post-search.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { useT } from '../lib/i18n.ts'
import { isComposing } from '../lib/keys.ts'
import { useLayer } from '../lib/layers.ts'
import { Icon } from './Icon.tsx'

/** What every field has: a name people see, a hint, and what is wrong with it. */
export type FieldProps = {
  label: string
  /** Reads the label to screen readers alone (a search box, a cell). */
  hideLabel?: boolean
  hint?: string | undefined
  error?: string | undefined
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  name?: string
  placeholder?: string
}

/** Turns our field props into the library's. */
export const fieldProps = ({
  label,
  hideLabel,
  hint,
  error,
  required,
  autoFocus,
  ...rest
}: FieldProps) => ({
  ...rest,
  ...(hideLabel ? { 'aria-label': label } : { label }),
  description: hint ?? null,
  error: error ?? null,
  withAsterisk: required ?? false,
  size: 'xs' as const,
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
    'label' | 'input' | 'description' | 'error'
  )[],
  ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
})

export const TextField = ({
  value,
  onChange,
  onKeyDown,
  inputRef,
  proposed = false,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: Ref<HTMLInputElement>
  /** What stands there is a proposal: one's own words typed at once take its place. */
  proposed?: boolean
}) => (
  <TextInput
    {...fieldProps(field)}
    value={value}
    {...(proposed
      ? { onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select() }
      : {})}
    onChange={(event) => onChange(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (!isComposing(event)) onKeyDown?.(event)
    }}
    {...(inputRef ? { ref: inputRef } : {})}
  />
)

export const TextArea = ({
  value,
  onChange,
  rows = 3,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void; rows?: number }) => (
  <Textarea
    {...fieldProps(field)}
    rows={rows}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

/** A box to narrow a list; Escape empties it first, and the key that leads here (/) begins anew. */
export const SearchField = ({
  value,
  onChange,
  label,
  inputRef,
  onDown,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  inputRef?: Ref<HTMLInputElement>
  /** Arrow down: into the list. */
  onDown?: () => void
}) => (
  <TextInput
    size="xs"
    type="search"
    className="kit-search"
    aria-label={label}
    placeholder={label}
    leftSection={<Icon name="search" size={14} />}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (isComposing(event)) return
      if (event.key === 'Escape' && value !== '') {
        event.stopPropagation()
        onChange('')
      }
      if (event.key === 'ArrowDown') onDown?.()
      if (event.key === '/') {
        event.preventDefault()
        event.currentTarget.select()
      }
    }}
    {...(inputRef ? { ref: inputRef } : {})}
  />
)

/** A whole number, or null while empty. */
export const NumberField = ({
  value,
  onChange,
  min = 0,
  max,
  onKeyDown,
  inputRef,
  ...field
}: FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: Ref<HTMLInputElement>
}) => (
  <NumberInput
    {...fieldProps(field)}
    value={value ?? ''}
    onChange={(next) => onChange(typeof next === 'number' && Number.isFinite(next) ? next : null)}
    allowDecimal={false}
    allowNegative={min < 0}
    clampBehavior="none"
    hideControls
    min={min}
    {...(max === undefined ? {} : { max })}
    onKeyDown={(event) => {
      if (!isComposing(event)) onKeyDown?.(event)
    }}
    {...(inputRef ? { ref: inputRef } : {})}
  />
)

export type Option<V extends string = string> = { value: V; label: string; disabled?: boolean }

/** What was typed finds by characters and by pinyin: every long list here is one of people, or of posts. */
const found = ({ label }: { label: string }, typed: string): boolean =>
  typed === '' || answersPost(label, typed) || matchesName(label, typed)

/**
 * One of a list. `clearable` allows none (null). `searchable` narrows by typing, Enter takes the first
 * that is left; where none is, it does not go on to the form, which would lose what was typed.
 */
export const Select = <V extends string>({
  value,
  options,
  onChange,
  searchable = false,
  clearable = false,
  ...field
}:
  | (FieldProps & {
      value: V | null
      options: readonly Option<V>[]
      onChange: (value: V) => void
      searchable?: boolean
      clearable?: false
    })
  | (FieldProps & {
      value: V | null
      options: readonly Option<V>[]
      onChange: (value: V | null) => void
      searchable?: boolean
      clearable: true
    })) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  useLayer(open)
  const chosen = options.find((option) => option.value === value)?.label ?? ''
  return (
    <Pick
      {...fieldProps(field)}
      value={value}
      data={options.map((option) => ({ ...option }))}
      onChange={(next) => {
        if (next !== null || clearable) (onChange as (value: V | null) => void)(next)
      }}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchable={searchable}
      onSearchChange={setTyped}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && searchable && typed !== chosen) event.preventDefault()
      }}
      selectFirstOptionOnChange={searchable}
      filter={({ options: all, search }) =>
        all.filter((one) => !('group' in one) && found(one, search.trim()))
      }
      clearable={clearable}
      allowDeselect={false}
      nothingFoundMessage={t('common.nothingFound')}
      comboboxProps={{ withinPortal: true, shadow: 'md', transitionProps: { duration: 0 } }}
      maxDropdownHeight={280}
    />
  )
}

export const Checkbox = ({
  label,
  checked,
  onChange,
  disabled = false,
  hint,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  hint?: string
}) => (
  <Tick
    size="xs"
    color="var(--seal)"
    iconColor="var(--seal-ink)"
    label={label}
    description={hint}
    checked={checked}
    disabled={disabled}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
)
