import { z } from 'zod'
import { isLawfulQuorum } from './majority.ts'
import { bases, levels, questionKinds, voteMethods } from './question.ts'

const heads = z.int().min(0).max(100_000)

/** A quorum share; below «more than half of all members» it is refused (组织法 51③). */
export const quorumShare = z
  .object({ num: z.int().min(1).max(1000), den: z.int().min(1).max(1000), strict: z.boolean() })
  .refine(isLawfulQuorum, { error: 'rules.floor.quorum' })

export const reportRejectRules = ['none', 'half-or-more-against'] as const

/**
 * Totals of one round. `notPressed` belongs to the device and is worked out from those present when left out;
 * `spoiled`, `issued` and `collected` belong to the paper ballot.
 */
export const tallySchema = z.object({
  for: heads,
  against: heads,
  abstain: heads,
  notPressed: heads.optional(),
  spoiled: heads.optional(),
  issued: heads.optional(),
  collected: heads.optional(),
})

/**
 * One question with the facts of the moment it was put. `present` counts members only and includes `video.count`;
 * those on video drop out of it unless the council has permitted them (全国人大常委会议事规则 7).
 * `dismissalByDevice` is the article of the body's own rules that counts anonymous keypads as a secret ballot.
 * `signatories` is how many put an inquiry forward; «unsatisfied» is weighed among them alone (监督法 53).
 */
export const decideInput = z.object({
  rules: z.object({
    level: z.enum(levels),
    base: z.enum(bases),
    quorum: quorumShare.optional(),
    presentMajorityMotions: z.array(z.string().min(1)).optional(),
    reportReject: z.enum(reportRejectRules).optional(),
    overcountInvalidates: z.boolean().optional(),
    dismissalByDevice: z.string().trim().min(1).optional(),
  }),
  members: z.object({ inOffice: heads.min(1), quota: heads.min(1) }),
  present: heads,
  video: z.object({ count: heads, permitted: z.boolean() }).optional(),
  question: z.object({
    kind: z.enum(questionKinds),
    method: z.enum(voteMethods),
    motion: z.string().min(1).optional(),
    signatories: heads.min(1).optional(),
  }),
  tally: tallySchema.optional(),
})

export type DecideInput = z.infer<typeof decideInput>
export type TallyInput = z.infer<typeof tallySchema>
