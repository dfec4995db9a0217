import { change, select, type NoParams } from '../store/sql.ts'

export const operatorSql = {
  names: select<NoParams, { name: string }>()(
    { name: true },
    'SELECT name FROM operator ORDER BY lastUsedAt DESC, name',
  ),
  count: select<NoParams, { count: number }>()(
    { count: true },
    'SELECT count(*) AS count FROM journal',
  ),
  use: change<{ name: string; at: number }>()(
    `INSERT INTO operator (name, lastUsedAt) VALUES (@name, @at)
     ON CONFLICT (name) DO UPDATE SET lastUsedAt = excluded.lastUsedAt`,
  ),
}
