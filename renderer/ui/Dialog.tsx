import { Modal } from '@mantine/core'
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { isUnread, returnFocus } from '../lib/focus.ts'
import { useT } from '../lib/i18n.ts'
import { onChords } from '../lib/keys.ts'
import { useLayer } from '../lib/layers.ts'
import { Button } from './Button.tsx'

/**
 * From a text or a figure, where Enter breaks the line or steps on. A button that rests is not pressed. After the key
 * press: a day just typed is read by it, and the form must know it.
 */
const submitForm = (form: HTMLFormElement): void =>
  queueMicrotask(() =>
    form.querySelector<HTMLButtonElement>('button[type=submit]:enabled')?.click(),
  )

type DialogProps = {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons, right-aligned. */
  footer?: ReactNode
  /** Width in pixels. */
  width?: number
  /** With it the dialog is a form: Enter submits. */
  onSubmit?: () => void
}

/** A dialog over the page: focus stays inside, Escape closes, shortcuts of the page rest. */
export const Dialog = ({
  open,
  title,
  onClose,
  children,
  footer,
  width = 560,
  onSubmit,
}: DialogProps) => {
  useLayer(open)
  useEffect(() => (open ? returnFocus : undefined), [open])
  const t = useT()
  const inner = (
    <>
      <div className="kit-dialog-body">{children}</div>
      {footer ? <div className="kit-dialog-foot">{footer}</div> : null}
    </>
  )
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={width}
      centered
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ color: 'var(--shade)', backgroundOpacity: 1 }}
      // The head of a dialog is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {onSubmit ? (
        <form
          noValidate
          onKeyDown={(event) => {
            const { target, currentTarget } = event
            // A button of the foot answers for itself: in what is dangerous the focus is on the one that cancels.
            if (target instanceof Element && !target.closest('.kit-dialog-foot'))
              onChords({ 'Mod+Enter': () => submitForm(currentTarget) })(event)
          }}
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault()
            event.stopPropagation()
            if (!isUnread(event.currentTarget)) onSubmit()
          }}
        >
          {inner}
        </form>
      ) : (
        inner
      )}
    </Modal>
  )
}

/** The two buttons of a form dialog. */
export const DialogButtons = ({
  confirm,
  onCancel,
  pending = false,
  disabled = false,
  danger = false,
  focused,
}: {
  confirm: string
  onCancel: () => void
  pending?: boolean
  disabled?: boolean
  danger?: boolean
  /** Where the focus begins, in a dialog without fields. */
  focused?: 'confirm' | 'cancel'
}) => {
  const t = useT()
  return (
    <>
      <Button onClick={onCancel} data-autofocus={focused === 'cancel' || undefined}>
        {t('common.cancel')}
      </Button>
      <Button
        data-autofocus={focused === 'confirm' || undefined}
        type="submit"
        tone={danger ? 'danger' : 'primary'}
        pending={pending}
        disabled={disabled}
      >
        {confirm}
      </Button>
    </>
  )
}

/**
 * Asks before something that cannot simply be taken back; says what will happen and what is kept. Enter confirms at
 * once, but not what is dangerous: there it cancels.
 */
export const ConfirmDialog = ({
  open,
  title,
  children,
  confirm,
  danger = false,
  pending = false,
  onConfirm,
  onClose,
}: {
  open: boolean
  title: string
  children: ReactNode
  confirm: string
  danger?: boolean
  pending?: boolean
  onConfirm: () => void
  onClose: () => void
}) => (
  <Dialog
    open={open}
    title={title}
    width={440}
    onClose={onClose}
    onSubmit={onConfirm}
    footer={
      <DialogButtons
        confirm={confirm}
        onCancel={onClose}
        pending={pending}
        danger={danger}
        focused={danger ? 'cancel' : 'confirm'}
      />
    }
  >
    {children}
  </Dialog>
)
