import type { Frame } from '../../shared/contract/hall.ts'
import { DoubleBuffer } from './DoubleBuffer.tsx'

/** The whole window of the hall: the newest frame, and plainly so when its source is gone. */
export const HallPage = ({ frame, lost }: { frame: Frame; lost: boolean }) => (
  <main>
    <DoubleBuffer frame={frame} />
    {lost ? (
      <p
        className="hall-lost"
        role="alert"
        style={{ fontSize: `max(3.4vh, ${frame.look.letter * 100}vw)` }}
      >
        {frame.lost}
      </p>
    ) : null}
  </main>
)
