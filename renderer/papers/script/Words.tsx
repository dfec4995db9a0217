import type { Passage } from '../../../shared/contract/papers.ts'

/** Figures and blanks; a year belongs to a name and is nothing to be checked. */
const setOff = /((?<!\d)(?!\d{4}\u5e74)\d+|\uff08\u3000+\uff09)/u

/** A text with its figures and blanks set off, so that none is misread. */
export const Words = ({ passage: { kind, text } }: { passage: Pick<Passage, 'kind' | 'text'> }) => {
  const parts = text.split(setOff)
  const words = parts.map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))
  if (kind === 'direction')
    return (
      <>
        {'\uff08'}
        {words}
        {'\uff09'}
      </>
    )
  return kind === 'cue' ? <strong>{words}</strong> : <>{words}</>
}
