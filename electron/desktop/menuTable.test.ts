import { expect, test } from 'vitest'
import { menuTable } from './menuTable.ts'

const rolesOf = (menu: ReturnType<typeof menuTable>) =>
  menu.flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.flatMap(({ role }) => role ?? []) : [],
  )

test('copying and pasting have their roles on every platform', () => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    const roles = rolesOf(menuTable('zh-CN', { platform, dev: false }))
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'undo']))
    expect(roles.includes('quit')).toBe(platform === 'darwin')
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
  }
  expect(rolesOf(menuTable('en', { platform: 'linux', dev: true }))).toContain('toggleDevTools')
})

test('every entry is said in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const said = JSON.stringify(menuTable(locale, { platform: 'darwin', dev: true }))
    expect(said).not.toContain('hosting.menu')
    expect(said).toContain(locale === 'en' ? 'Paste' : '粘贴')
  }
})
