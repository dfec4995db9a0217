import './page.css'
import { createRoot, type Root } from 'react-dom/client'
import type { HallBridge } from '../../shared/contract/hall.ts'
import { followFrames } from './follow.ts'
import { HallPage } from './HallPage.tsx'

declare global {
  /** Given by the host: the hall's own preload, or the loopback's script. */
  var hall: HallBridge
}

const screen = new URLSearchParams(location.search).get('screen') === 'podium' ? 'podium' : 'hall'
const place = document.getElementById('root')
let root: Root | undefined

// What stands in the page until the first frame is the page's own; React takes over with it.
followFrames(window.hall, screen, ({ frame, lost }) => {
  if (frame === null || place === null) return
  root ??= createRoot(place)
  root.render(<HallPage frame={frame} lost={lost} />)
})
