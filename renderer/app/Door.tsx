import type { ReactNode } from 'react'
import { useT } from '../lib/i18n.ts'

/** A page of its own before the page: one card, one thing to do. */
export const Door = ({
  title,
  wide = false,
  children,
}: {
  title: string
  wide?: boolean
  children: ReactNode
}) => {
  const t = useT()
  return (
    <main className="app-door">
      <div className="app-door-card" data-wide={wide || undefined}>
        <p className="app-door-brand">
          <b>{t('app.name')}</b>
          {t('app.product')}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
