import { create } from 'zustand'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = 'yixi.theme'

const preferred = (): Theme => {
  const kept = localStorage.getItem(stored)
  if (kept === 'light' || kept === 'dark') return kept
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'light' }))

const show = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
  useTheme.setState({ theme })
}

/** Shows the theme last chosen, else the system's. */
export const startTheme = (): void => show(preferred())

export const setTheme = (theme: Theme): void => {
  localStorage.setItem(stored, theme)
  show(theme)
}

export const toggleTheme = (): void =>
  setTheme(useTheme.getState().theme === 'light' ? 'dark' : 'light')
