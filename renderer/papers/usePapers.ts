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
  'ledger',
  'formality',
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
  const asked: Record<PaperName, ReturnType<typeof useOne>> = {
    list: useOne(sessionId, 'list'),
    decisions: useOne(sessionId, 'decisions'),
    agenda: useOne(sessionId, 'agenda'),
    attendance: useOne(sessionId, 'attendance'),
    results: useOne(sessionId, 'results'),
    'script-before': useOne(sessionId, 'script-before'),
    'script-after': useOne(sessionId, 'script-after'),
    minutes: useOne(sessionId, 'minutes'),
    announcement: useOne(sessionId, 'announcement'),
    notices: useOne(sessionId, 'notices'),
    certificates: useOne(sessionId, 'certificates'),
    duties: useOne(sessionId, 'duties'),
    oaths: useOne(sessionId, 'oaths'),
    filings: useOne(sessionId, 'filings'),
    'acts-sheet': useOne(sessionId, 'acts-sheet'),
    'draft-list': useOne(sessionId, 'draft-list'),
    resumes: useOne(sessionId, 'resumes'),
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
