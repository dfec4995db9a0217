import { locales } from '../../shared/locales/index.ts'
import { setLocale, useLocale, useT } from '../lib/i18n.ts'
import { setTheme, themes, useTheme } from '../lib/theme.ts'
import { Note, Panel, Segmented, Stack } from '../ui/index.ts'

const ownNames = new Intl.DisplayNames(['zh-CN'], { type: 'language' })

/** A language under its own name. */
const nameOf = (locale: string): string =>
  (locale === 'en' ? new Intl.DisplayNames(['en'], { type: 'language' }) : ownNames).of(
    locale.slice(0, 2),
  ) ?? locale

/** How the page looks on this computer. */
export const DisplayTab = () => {
  const t = useT()
  const locale = useLocale()
  const theme = useTheme((state) => state.theme)
  return (
    <div className="body-tab">
      <Panel title={t('body.display.theme')}>
        <Stack tight>
          <Segmented
            label={t('body.display.theme')}
            value={theme}
            options={themes.map((value) => ({ value, label: t(`body.display.${value}`) }))}
            onChange={setTheme}
          />
          <Note>{t('body.display.themeHint')}</Note>
        </Stack>
      </Panel>
      <Panel title={t('body.display.language')}>
        <Stack tight>
          <Segmented
            label={t('body.display.language')}
            value={locale}
            options={locales.map((value) => ({ value, label: nameOf(value) }))}
            onChange={setLocale}
          />
          <Note>{t('body.display.languageHint')}</Note>
        </Stack>
      </Panel>
    </div>
  )
}
