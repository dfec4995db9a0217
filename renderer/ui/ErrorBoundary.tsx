import { Component, type ReactNode } from 'react'
import { t } from '../lib/i18n.ts'
import { Button } from './Button.tsx'
import { EmptyState, Finding } from './Status.tsx'

type Props = {
  children: ReactNode
  /** A part beside the work: says so in one line and leaves the rest alone. */
  small?: boolean
}
type State = { failed: boolean }

/** Keeps a broken screen, or a broken part of one, from taking the page with it. React offers this only as a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const { small = false } = this.props
    const again = (
      <Button
        tone={small ? 'plain' : 'primary'}
        size={small ? 's' : 'm'}
        onClick={() => this.setState({ failed: false })}
      >
        {t('errors.reopen')}
      </Button>
    )
    if (small) {
      return (
        <Finding tone="bad">
          {t('errors.part')} {again}
        </Finding>
      )
    }
    return (
      <EmptyState icon="alert" title={t('errors.screen')} action={again}>
        {t('errors.screenHint')}
      </EmptyState>
    )
  }
}
