import { create } from 'zustand'

/** What lies over the page: the palette, the sheet of shortcuts, or the cards to be printed. */
export type PanelName = 'palette' | 'shortcuts' | 'cards'

export const usePanel = create<{ panel: PanelName | null; signingOn: boolean }>(() => ({
  panel: null,
  signingOn: false,
}))

export const openPanel = (panel: PanelName): void => usePanel.setState({ panel })
export const closePanel = (): void => usePanel.setState({ panel: null })
/** Asks again who is working. */
export const askOperator = (): void => usePanel.setState({ signingOn: true })
export const operatorKnown = (): void => usePanel.setState({ signingOn: false })
