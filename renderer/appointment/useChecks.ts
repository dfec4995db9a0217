import type { ActFinding, ActMaterial, ActPost } from '../../shared/contract/appointment.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { isOfNomination, keepsFromAsking } from '../../shared/rules/appointment/gate.ts'
import { useKernelQuery } from '../lib/kernel.ts'

/** What the law looks at changes in all of these. */
const topics: readonly Topic[] = ['appointment', 'ballot', 'ledger', 'roster', 'session', 'body']

/** What law and ledger say of the acts of a session, act by act. */
export type Checks = {
  all: readonly ActFinding[]
  /** Of each act, without what is about its whole nomination. */
  findings: ReadonlyMap<string, readonly ActFinding[]>
  posts: ReadonlyMap<string, readonly ActPost[]>
  materials: ReadonlyMap<string, readonly ActMaterial[]>
}

const byAct = (findings: readonly ActFinding[]): Map<string, ActFinding[]> => {
  const found = new Map<string, ActFinding[]>()
  for (const finding of findings)
    for (const id of finding.actIds) found.set(id, [...(found.get(id) ?? []), finding])
  return found
}

/** The findings of a session; undefined while they are asked for. */
export const useFindings = (sessionId: string, enabled = true) =>
  useKernelQuery('appointment.findings', { sessionId }, { topics, enabled }).data

/** Asks for findings, posts and materials; what is not there yet is empty. */
export const useChecks = (sessionId: string): Checks => {
  const findings = useFindings(sessionId) ?? []
  const posts = useKernelQuery('appointment.posts', { sessionId }, { topics }).data ?? []
  const materials = useKernelQuery('appointment.materials', { sessionId }, { topics }).data ?? []
  return {
    all: findings,
    findings: byAct(findings.filter((one) => !isOfNomination(one))),
    posts: Map.groupBy(posts, ({ actId }) => actId),
    materials: Map.groupBy(materials, ({ actId }) => actId),
  }
}

/** A warning nobody went past yet. */
export const isOpen = (finding: ActFinding): boolean =>
  finding.severity === 'warn' && finding.override === null && !keepsFromAsking(finding)

/** What stands before the vote on these acts: what forbids it, and the warnings to go past. */
export const standing = (
  findings: readonly ActFinding[],
  actIds: readonly string[],
): { blocks: ActFinding[]; open: ActFinding[] } => {
  const own = findings.filter((finding) => finding.actIds.some((id) => actIds.includes(id)))
  return { blocks: own.filter(keepsFromAsking), open: own.filter(isOpen) }
}
