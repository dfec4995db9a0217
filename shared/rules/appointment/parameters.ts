import { z } from 'zod'
import type { MaterialKind } from '../../contract/findings.ts'

/** Rounds of the exam, days and months in the local rules on appointments, as whole numbers. */
const upTo = (most: number) => z.int().min(0).max(most)
export const postPatterns = z.array(z.string().trim().min(1).max(60)).max(100)

/** How failed nominations to one post are counted within the term: 重庆 21 «连续两次», 浙江 15 and 深圳 20 «两次». */
export const resubmitScopes = ['consecutive', 'cumulative'] as const
/** What becomes of who fails the exam on the law: not proposed (重庆 16), or the council is told (浙江 10). */
export const examEffects = ['blocks', 'reported'] as const
/** Ends of office that need no vote; `retired` is there to be refused. */
export const endCauses = ['died', 'abolished', 'retired'] as const
/** An organ renamed with its tasks unchanged: 广东 15, 重庆 25; 浙江 17; 北京 23. */
export const renamePolicies = ['keep', 'reappoint', 'reappoint-and-remove'] as const
/** The same person appointed and removed in one session: 深圳 19 appoints first. */
export const samePersonOrders = ['free', 'appoint-first'] as const
/** Who names the person to act as head: the council by law, in 深圳 (10) the head too. */
export const actingNominators = ['council', 'council-or-head'] as const
export const oathUnits = ['days', 'workdays', 'session-close', 'none'] as const
export const oathStarts = ['vote', 'notice'] as const

/** What a body may ask for with a nomination; the rest is asked for by law, or by a rule of its own. */
export const localMaterials = [
  'report-form',
  'reason',
  'inspection',
  'resume',
  'publicity',
] as const satisfies readonly MaterialKind[]

/** The shape of the parameters on appointments (rules.md §8-21, 42–54). */
export const appointmentSchemas = {
  appointmentSubmitDays: upTo(60),
  orderSamePerson: z.enum(samePersonOrders),
  resubmitWaitMonths: upTo(60),
  resubmitMax: upTo(9),
  resubmitScope: z.enum(resubmitScopes),
  materialsRequired: z.array(z.enum(localMaterials)),
  examPosts: postPatterns,
  examPass: z.int().min(1).max(100),
  examRetakes: upTo(1),
  examEffect: z.enum(examEffects),
  preSpeechPosts: postPatterns,
  actingNominator: z.enum(actingNominators),
  actingRequiresDeputy: z.boolean(),
  termReappointPosts: postPatterns,
  autoEndCauses: z.array(z.enum(endCauses)),
  announceEnds: z.boolean(),
  renamePolicy: z.enum(renamePolicies),
  certificatePosts: postPatterns,
  certificateExcludeActing: z.boolean(),
  oathWithin: z.object({
    unit: z.enum(oathUnits),
    count: upTo(365),
    from: z.enum(oathStarts),
  }),
  notifyDays: upTo(365),
  publishDays: upTo(365),
  filingDays: upTo(365),
} as const

type AppointmentKey = keyof typeof appointmentSchemas
type AppointmentValues = { [Key in AppointmentKey]: z.infer<(typeof appointmentSchemas)[Key]> }

/** What holds until the body states its own value (bold in rules.md §8). Days of 0: none is set. */
export const appointmentDefaults: AppointmentValues = {
  appointmentSubmitDays: 10,
  orderSamePerson: 'free',
  resubmitWaitMonths: 0,
  resubmitMax: 2,
  resubmitScope: 'cumulative',
  materialsRequired: ['report-form', 'reason', 'inspection', 'resume'],
  examPosts: [],
  examPass: 60,
  examRetakes: 1,
  examEffect: 'blocks',
  preSpeechPosts: [],
  actingNominator: 'council',
  actingRequiresDeputy: true,
  termReappointPosts: [],
  autoEndCauses: ['died', 'abolished'],
  announceEnds: false,
  renamePolicy: 'keep',
  certificatePosts: [],
  certificateExcludeActing: true,
  oathWithin: { unit: 'none', count: 30, from: 'vote' },
  notifyDays: 0,
  publishDays: 0,
  filingDays: 0,
}

/** The lock of each, and the articles it rests on. */
export const appointmentRules: Record<
  AppointmentKey,
  { lock: 'locked' | 'stricter' | 'free'; articles: readonly string[] }
> = {
  appointmentSubmitDays: { lock: 'free', articles: [] },
  orderSamePerson: { lock: 'free', articles: [] },
  resubmitWaitMonths: { lock: 'free', articles: [] },
  resubmitMax: { lock: 'free', articles: [] },
  resubmitScope: { lock: 'free', articles: [] },
  materialsRequired: { lock: 'free', articles: [] },
  examPosts: { lock: 'free', articles: [] },
  examPass: { lock: 'free', articles: [] },
  examRetakes: { lock: 'free', articles: [] },
  examEffect: { lock: 'free', articles: [] },
  preSpeechPosts: { lock: 'free', articles: [] },
  actingNominator: { lock: 'free', articles: ['组织法 50(13)'] },
  actingRequiresDeputy: { lock: 'locked', articles: ['组织法 50(13)'] },
  termReappointPosts: { lock: 'stricter', articles: ['组织法 71'] },
  autoEndCauses: { lock: 'free', articles: ['法官法 20(六)', '检察官法 20(六)'] },
  announceEnds: { lock: 'free', articles: [] },
  renamePolicy: { lock: 'free', articles: [] },
  certificatePosts: { lock: 'free', articles: [] },
  certificateExcludeActing: { lock: 'free', articles: [] },
  oathWithin: { lock: 'free', articles: [] },
  notifyDays: { lock: 'free', articles: [] },
  publishDays: { lock: 'free', articles: [] },
  filingDays: { lock: 'free', articles: [] },
}

/**
 * The article and sentence that forbid a value, or undefined where it is lawful: who acts as head comes from the
 * deputies (组织法 50(13)); retirement ends no office by itself (法官法 20(六), 检察官法 20(六)), death always does.
 * @param value of the parameter's own shape
 */
export const appointmentFloor = (
  key: string,
  value: unknown,
): { article: string; sentence: string } | undefined => {
  if (key === 'actingRequiresDeputy' && value !== true) {
    return { article: '组织法 50(13)', sentence: 'rules.floor.acting-requires-deputy' }
  }
  if (key !== 'autoEndCauses' || !Array.isArray(value)) return undefined
  if (value.includes('retired')) {
    return { article: '法官法 20(六)、检察官法 20(六)', sentence: 'rules.floor.retired' }
  }
  return value.includes('died') ? undefined : { article: '', sentence: 'rules.floor.died' }
}
