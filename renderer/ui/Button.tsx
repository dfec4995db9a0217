import { Menu as Dropdown, Tooltip as Hover } from '@mantine/core'
import {
  useRef,
  useState,
  type ButtonHTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react'
import { onChords } from '../lib/keys.ts'
import { useLayer } from '../lib/layers.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Spinner } from './Spinner.tsx'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'>

export type ButtonProps = Native & {
  /** `primary` is the one decisive thing of a screen; `danger` cannot be taken back. */
  tone?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 's' | 'm' | 'l'
  icon?: IconName
  /** Chord printed beside the words; the key itself is handled by the commands table. */
  chord?: string | undefined
  pending?: boolean
  wide?: boolean
}

export const Button = ({
  tone = 'plain',
  size = 'm',
  icon,
  chord,
  pending = false,
  wide = false,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    disabled={disabled === true || pending}
    className="kit-button"
    data-tone={tone}
    data-size={size}
    data-wide={wide || undefined}
  >
    {pending ? (
      <Spinner size={14} />
    ) : icon ? (
      <Icon name={icon} size={size === 's' ? 14 : 16} />
    ) : null}
    <span>{children}</span>
    {chord ? <Kbd chord={chord} /> : null}
  </button>
)

/** A button of an icon alone; the label is its name and its tooltip. */
export const IconButton = ({
  icon,
  label,
  ...rest
}: Omit<Native, 'children'> & { icon: IconName; label: string }) => (
  <Tooltip label={label}>
    <button {...rest} type="button" className="kit-icon-button" aria-label={label}>
      <Icon name={icon} />
    </button>
  </Tooltip>
)

/** A sentence shown on hover and focus. */
export const Tooltip = ({ label, children }: { label: ReactNode; children: ReactElement }) => (
  <Hover
    label={label}
    multiline
    openDelay={200}
    transitionProps={{ duration: 0 }}
    events={{ hover: true, focus: true, touch: false }}
    withArrow={false}
    disabled={!label}
  >
    {children}
  </Hover>
)

/** Picks one file from the disk, or with `onPickAll` several, and hands them on; the same file can be picked twice. */
export const FileButton = ({
  accept,
  onPick,
  onPickAll,
  children,
  inputLabel,
  ...rest
}: Omit<ButtonProps, 'onClick'> & {
  accept: string
  inputLabel: string
} & (
    | { onPick: (file: File) => void; onPickAll?: never }
    | { onPick?: never; onPickAll: (files: File[]) => void }
  )) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={inputLabel}
        tabIndex={-1}
        multiple={onPickAll !== undefined}
        className="kit-hidden"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          const [file] = files
          if (file) onPick?.(file)
          if (file) onPickAll?.(files)
        }}
      />
    </>
  )
}

export type MenuItem = {
  id: string
  label: string
  icon?: IconName
  chord?: string | undefined
  danger?: boolean
  disabled?: boolean
  /** Items with different groups are set apart. */
  group?: string
  run: () => void
}

/** A button that opens a list of things to do. Shortcuts of the page rest while it is open. */
export const Menu = ({
  label,
  icon,
  items,
}: {
  label: string
  icon?: IconName
  items: MenuItem[]
}) => {
  const [open, setOpen] = useState(false)
  useLayer(open)
  // Until an arrow goes into the list the focus is still on the button.
  const onKeyDown = onChords(open ? { Escape: () => setOpen(false) } : {})
  return (
    <Dropdown
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      withinPortal
      shadow="md"
      loop
      trigger="click"
      returnFocus
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Dropdown.Target>
        {icon ? (
          <button
            type="button"
            className="kit-icon-button"
            aria-label={label}
            onKeyDown={onKeyDown}
          >
            <Icon name={icon} />
          </button>
        ) : (
          <button
            type="button"
            className="kit-button"
            data-tone="plain"
            data-size="m"
            onKeyDown={onKeyDown}
          >
            <span>{label}</span>
            <Icon name="open" size={14} />
          </button>
        )}
      </Dropdown.Target>
      <Dropdown.Dropdown>
        {items.map((item, index) => (
          <MenuLine
            key={item.id}
            item={item}
            apart={index > 0 && items[index - 1]?.group !== item.group}
          />
        ))}
      </Dropdown.Dropdown>
    </Dropdown>
  )
}

const MenuLine = ({ item, apart }: { item: MenuItem; apart: boolean }) => (
  <>
    {apart ? <Dropdown.Divider /> : null}
    <Dropdown.Item
      onClick={item.run}
      disabled={item.disabled === true}
      data-danger={item.danger || undefined}
      leftSection={item.icon ? <Icon name={item.icon} /> : null}
      rightSection={item.chord ? <Kbd chord={item.chord} /> : null}
    >
      {item.label}
    </Dropdown.Item>
  </>
)
