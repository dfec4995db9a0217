import { useEffect, useState } from 'react'
import type { Frame } from '../../shared/contract/hall.ts'
import { FrameView } from './FrameView.tsx'

type Slots = { frames: readonly [Frame, Frame]; front: 0 | 1 }

const behind = ({ front }: Slots): 0 | 1 => (front === 0 ? 1 : 0)

const put = (slots: Slots, frame: Frame): Slots => {
  const { frames } = slots
  return { ...slots, frames: slots.front === 0 ? [frames[0], frame] : [frame, frames[1]] }
}

/** Waits until what was put behind is laid out and its letters are there; returns the function that calls it off. */
const whenDrawn = (ready: () => void): (() => void) => {
  let off = false
  void (document.fonts?.ready ?? Promise.resolve()).then(() =>
    requestAnimationFrame(() => {
      if (!off) ready()
    }),
  )
  return () => {
    off = true
  }
}

/**
 * Shows the newest frame, and the one before until it is ready: the next is drawn behind and then both change places at
 * once, so that no eye meets an empty screen.
 */
export const DoubleBuffer = ({ frame }: { frame: Frame }) => {
  const [slots, setSlots] = useState<Slots>({ frames: [frame, frame], front: 0 })
  const [taken, setTaken] = useState(frame)
  if (taken.rev !== frame.rev) {
    setTaken(frame)
    setSlots(put(slots, frame))
  }
  const waiting = slots.frames[behind(slots)] === taken && slots.frames[slots.front] !== taken
  useEffect(() => {
    if (!waiting) return
    return whenDrawn(() => setSlots((now) => ({ ...now, front: behind(now) })))
  }, [waiting, taken])
  return (
    <div className="hall-buffer">
      {slots.frames.map((one, index) => {
        const back = index !== slots.front
        return (
          <div key={index} className="hall-layer" data-back={back || undefined} inert={back}>
            <FrameView frame={one} />
          </div>
        )
      })}
    </div>
  )
}
