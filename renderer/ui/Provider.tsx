import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/NumberInput.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/CheckboxIndicator.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Tooltip.css'
import '@mantine/dates/styles.css'
import './tokens.css'
import './mantine.css'
import './kit.css'
import './layout.css'
import './table.css'
import { createTheme, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import 'dayjs/locale/zh-cn'
import { useEffect, type ReactNode } from 'react'
import { followFocus } from '../lib/focus.ts'
import { useLocale } from '../lib/i18n.ts'
import { useTheme } from '../lib/theme.ts'

const theme = createTheme({
  cursorType: 'pointer',
  fontFamily: 'var(--f-ui)',
  respectReducedMotion: true,
})

/**
 * Gives the kit to the page. The library writes no style element: its variables are in mantine.css, so the page runs
 * under `style-src 'self'`.
 */
export const Kit = ({ children }: { children: ReactNode }) => {
  const scheme = useTheme((state) => state.theme)
  const locale = useLocale()
  useEffect(followFocus, [])
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <DatesProvider settings={{ locale: locale === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
        {children}
      </DatesProvider>
    </MantineProvider>
  )
}
