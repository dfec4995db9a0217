import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Message } from '../../shared/contract/errors.ts'
import { locales, type Locale, type LocaleKey } from '../../shared/locales/index.ts'
import { tellDays, wording } from '../../shared/locales/say.ts'

export type { Locale, LocaleKey }

type Params = Record<string, string | number>
/** Says a sentence by its key. */
export type Say = (key: LocaleKey, params?: Params) => string
/** Says a sentence that came as data, from the kernel. */
export type Tell = (message: Message) => string

const stored = 'yixi.locale'

const isLocale = (text: string | null): text is Locale =>
  text !== null && (locales as readonly string[]).includes(text)

/** Makes the sentences ready in the language last chosen; call once before anything is drawn. */
export const startI18n = (): void => {
  const kept = localStorage.getItem(stored)
  const lng = isLocale(kept) ? kept : 'zh-CN'
  void i18next.use(initReactI18next).init({ ...wording, lng })
  tellDays(i18next)
  document.documentElement.lang = lng
}

/** Switches the language and remembers it on this computer. */
export const setLocale = (locale: Locale): void => {
  localStorage.setItem(stored, locale)
  document.documentElement.lang = locale
  void i18next.changeLanguage(locale)
}

export const currentLocale = (): Locale => (isLocale(i18next.language) ? i18next.language : 'zh-CN')

/** For code outside components; components use {@link useT}, which follows a change of language. */
export const t: Say = (key, params) => i18next.t(key, { ...params })
export const tell: Tell = ({ key, params }) => i18next.t(key, { ...params })

/** True when a sentence with this key exists. */
export const hasSentence = (key: string): key is LocaleKey => i18next.exists(key)

/** The sayer of the language in use; redraws when it changes. */
export const useT = (): Say => {
  useTranslation()
  return t
}

export const useLocale = (): Locale => {
  useTranslation()
  return currentLocale()
}
