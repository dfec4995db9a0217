import type { Passage } from '../../../shared/contract/papers.ts'

/** A text with its figures and blanks set off, so that none is misread. */
export const Words = ({ passage: { kind, text } }: { passage: Pick<Passage, 'kind' | 'text'> }) => {
  const parts = text.split(/(\d+|\uff08\u3000+\uff09)/u)
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
