import type { ActKind } from '../contract/appointment.ts'

/** The verbs of appointment papers with the act each of them does, the usual ones first. */
export const verbChoices: readonly { act: ActKind; verb: string }[] = [
  { act: 'appoint', verb: '决定任命' },
  { act: 'appoint', verb: '任命' },
  { act: 'remove', verb: '决定免去' },
  { act: 'remove', verb: '免去' },
  { act: 'accept-resignation', verb: '接受' },
  { act: 'act-as', verb: '决定代理' },
  { act: 'act-as', verb: '推选代理' },
  { act: 'dismiss', verb: '撤销' },
  { act: 'approve-appoint', verb: '批准任命' },
  { act: 'approve-remove', verb: '批准免去' },
  { act: 'appoint', verb: '补选' },
  { act: 'recall', verb: '罢免' },
  { act: 'end', verb: '相应终止' },
]
