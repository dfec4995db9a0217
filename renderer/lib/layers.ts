import { useEffect } from 'react'
import { create } from 'zustand'

const useLayers = create<{ open: number }>(() => ({ open: 0 }))

/** True while a dialog or the palette lies over the page: shortcuts of the page rest. */
export const isCovered = (): boolean => useLayers.getState().open > 0

/** Counts a layer as lying over the page while `open`. */
export const useLayer = (open: boolean): void => {
  useEffect(() => {
    if (!open) return
    useLayers.setState((state) => ({ open: state.open + 1 }))
    return () => useLayers.setState((state) => ({ open: state.open - 1 }))
  }, [open])
}
