import { useAnnounced } from '../lib/announce.ts'

/** The live region of the page. It is there before anything is said, or screen readers would not hear it. */
export const Announcer = () => {
  const { text, count } = useAnnounced()
  return (
    <div className="kit-hidden" role="status" aria-live="assertive" data-announcer>
      <span key={count}>{text}</span>
    </div>
  )
}
