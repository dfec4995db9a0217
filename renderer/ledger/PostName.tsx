import type { ReactNode } from 'react'

/** A post's name on one line; where there is no room for all of it, it loses its beginning and keeps the title. */
export const PostName = ({ name, children }: { name: string; children?: ReactNode }) => (
  <span className="ledger-postname">
    <span title={name}>
      <bdi>{name}</bdi>
    </span>
    {children}
  </span>
)
