import { Component, type ReactNode } from 'react'
import { t } from '../lib/i18n.ts'
import { Button, EmptyState } from '../ui/index.ts'

type Props = { children: ReactNode }
type State = { failed: boolean }

/** Keeps a broken screen from taking the page with it. React offers this only as a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <EmptyState
        icon="alert"
        title={t('errors.screen')}
        action={
          <Button tone="primary" onClick={() => this.setState({ failed: false })}>
            {t('errors.reopen')}
          </Button>
        }
      >
        {t('errors.screenHint')}
      </EmptyState>
    )
  }
}
