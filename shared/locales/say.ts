import { createInstance, type i18n, type InitOptions } from 'i18next'
import type { Message } from '../contract/errors.ts'
import { withDays } from './days.ts'
import { sentences, type Locale } from './index.ts'

/** How every place in the product reads the sentences: page, command line and kernel alike. */
export const wording: InitOptions = {
  resources: {
    'zh-CN': { yixi: sentences['zh-CN'] },
    en: { yixi: sentences.en },
  },
  defaultNS: 'yixi',
  ns: ['yixi'],
  fallbackLng: 'zh-CN',
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
}

/** To be called once sentences are ready: «{{span, days}}» writes days that came as data as the language writes them. */
export const tellDays = ({ services }: i18n): void =>
  services.formatter?.add('days', (value, locale) =>
    withDays(locale === 'en' ? 'en' : 'zh-CN', String(value)),
  )

const speakers = new Map<Locale, i18n>()

const speaker = (locale: Locale): i18n => {
  const known = speakers.get(locale)
  if (known) return known
  const made = createInstance({ ...wording, lng: locale })
  void made.init()
  tellDays(made)
  speakers.set(locale, made)
  return made
}

/** The sentence of a message in a language. An unknown key comes back as it is. */
export const say = (locale: Locale, message: Message): string =>
  speaker(locale).t(message.key, { ...message.params })
