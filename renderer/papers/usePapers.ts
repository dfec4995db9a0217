import { paperNames, type PaperName, type PaperPreview } from '../../shared/contract/papers.ts'
import type { Message } from '../../shared/contract/errors.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { useKernelQuery } from '../lib/kernel.ts'

/** Everything a paper is made of. */
const topics: readonly Topic[] = [
  'body',
  'roster',
  'session',
  'attendance',
  'ballot',
  'appointment',
  'papers',
  'speech',
  'incident',
]

export type Made = {
  name: PaperName
  previews: readonly PaperPreview[]
  css: string
  /** Why there is nothing to print. */
  why: Message | null
}

const useOne = (sessionId: string, paper: PaperName) =>
  useKernelQuery('papers.preview', { sessionId, paper }, { topics, keepPrevious: true })

/** Every kind of paper of a session as it stands, in the order they are offered; followed live. */
export const usePapers = (sessionId: string) => {
  const list = useOne(sessionId, 'list')
  const decisions = useOne(sessionId, 'decisions')
  const agenda = useOne(sessionId, 'agenda')
  const attendance = useOne(sessionId, 'attendance')
  const results = useOne(sessionId, 'results')
  const before = useOne(sessionId, 'script-before')
  const after = useOne(sessionId, 'script-after')
  const minutes = useOne(sessionId, 'minutes')
  const asked = {
    list,
    decisions,
    agenda,
    attendance,
    results,
    'script-before': before,
    'script-after': after,
    minutes,
  }
  const failed = paperNames.map((name) => asked[name]).find((query) => query.error !== null)
  const made: Made[] = paperNames.flatMap((name) => {
    const { data } = asked[name]
    return data ? [{ name, ...data }] : []
  })
  return {
    data: made.length === paperNames.length ? made : undefined,
    error: failed?.error ?? null,
    refetch: () => failed?.refetch(),
  }
}
