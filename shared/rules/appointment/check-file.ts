import { z } from 'zod'
import { actKinds, actOutcomes, nominatorKinds } from '../../contract/appointment.ts'
import { levels } from '../../contract/body.ts'
import { Day } from '../../contract/fields.ts'
import { materialKinds, materialStates } from '../../contract/findings.ts'
import {
  endReasons,
  filingRoutes,
  oathOrganizers,
  postKinds,
  type PostOn,
} from '../../contract/ledger.ts'
import { checkParameter, parameterSchemas, parametersFrom } from '../parameters.ts'
import type { CheckInput } from './facts.ts'
import { postKindOf } from './post-kind-of.ts'
import { postKindFacts } from './post-kinds.ts'
import { matchPost, splitPosts } from './post-names.ts'

/** Later than anything a file speaks of: nothing is late, and what has ended has ended. */
const undated = '2100-01-01'

const text = z.string().trim().min(1).max(400)
const points = z.int().min(0).max(100).nullable().default(null)

const material = z.strictObject({
  kind: z.enum(materialKinds),
  state: z.enum(materialStates).default('received'),
  receivedOn: Day.nullable().default(null),
  score: points.describe('考试成绩'),
  retake: points.describe('补考成绩'),
  note: z.string().default(''),
})

const act = z.strictObject({
  id: text.exactOptional().describe('缺省为 a1、a2……（全部任免案连续编号）'),
  act: z.enum(actKinds).describe('任免事项'),
  personName: text.describe('姓名'),
  post: text.describe('职务，含机关；几个职务用顿号连接'),
  personId: text.nullable().default(null).describe('选明是台账中的哪一位；不写时按姓名'),
  verb: z.string().default('').describe('文书用语，例如“决定任命”'),
  reason: z.string().default('').describe('理由'),
  outcome: z.enum(actOutcomes).default('pending').describe('只有 pending 的事项受检查'),
  materials: z.array(material).default([]).describe('已有的材料'),
})

const nomination = z.strictObject({
  id: text.exactOptional(),
  nominator: z.string().default('').describe('提请人'),
  nominatorKind: z.enum(nominatorKinds).default('other').describe('提请人类别'),
  receivedOn: Day.nullable().default(null).describe('收到日期'),
  acts: z.array(act).min(1),
})

const post = z.strictObject({
  id: text.exactOptional(),
  name: text.describe('职务全称，含机关'),
  kind: z.enum(postKinds).exactOptional().describe('职务类别；不写时由名称判断'),
  fromOn: Day.default('1949-10-01').describe('设立日期'),
  verb: text.exactOptional(),
  nominators: z.array(text).default([]),
  single: z.boolean().exactOptional().describe('只设一人'),
  acting: z.boolean().exactOptional().describe('可以代理'),
  certificate: z.boolean().exactOptional(),
  oath: z.enum(oathOrganizers).exactOptional(),
  filing: z.array(z.enum(filingRoutes)).exactOptional(),
})

const tenure = z.strictObject({
  personName: text,
  personId: text.exactOptional().describe('不写时同姓名'),
  postName: text,
  postId: text.nullable().default(null),
  acting: z.boolean().default(false).describe('代理'),
  fromOn: Day.nullable().default(null).describe('任职之日'),
  electedOn: Day.nullable()
    .default(null)
    .describe('须报批准的当选之日；没有任职之日的，当选待批，还没有任职'),
  toOn: Day.nullable().default(null).describe('离职之日；自这一天起不再任职'),
  endReason: z.enum(endReasons).nullable().default(null),
  source: z.enum(['act', 'member', 'import', 'entered']).default('import'),
})

const person = z.strictObject({
  name: text,
  id: text.exactOptional().describe('不写时同姓名'),
  member: z.boolean().default(false).describe('常委会组成人员；台账记有常委会职务的，不写也算'),
  deputy: z.boolean().nullable().default(null).describe('本级人大代表'),
})

const attempt = z.strictObject({
  personName: text,
  personId: text.nullable().default(null),
  postName: text,
  on: Day,
  outcome: z.enum(['passed', 'failed']).default('failed'),
})

/** The shape of what the command line checks: nominations, what the ledger says, and the body's own rules. */
export const checkFile = z.strictObject({
  level: z.enum(levels).default('city').describe('层级'),
  bodyName: z.string().default('').describe('常委会全称'),
  session: z
    .strictObject({
      startsOn: Day,
      endsOn: Day.exactOptional(),
      extraordinary: z.boolean().default(false).describe('临时召集的会议'),
    })
    .default({ startsOn: undated, extraordinary: false })
    .describe('会议日期；不写时不检查期限，台账以最后的状态为准'),
  term: z
    .strictObject({
      number: z.int().min(1).max(99).default(1),
      startsOn: Day.default('1949-10-01'),
      governmentElectedOn: Day.nullable().default(null).describe('新一届政府选出之日'),
    })
    .default({ number: 1, startsOn: '1949-10-01', governmentElectedOn: null })
    .describe('本届'),
  nominations: z.array(nomination).min(1).describe('任免案'),
  ledger: z
    .strictObject({
      posts: z.array(post).default([]).describe('机构职务目录'),
      tenures: z.array(tenure).default([]).describe('任职'),
      persons: z.array(person).default([]).describe('人员和组成人员'),
      earlier: z.array(attempt).default([]).describe('本届以前的表决'),
    })
    .default({ posts: [], tenures: [], persons: [], earlier: [] })
    .describe('任职台账'),
  rules: z.strictObject(parameterSchemas).partial().default({}).describe('本级规则，不写的按默认'),
})
export type CheckFile = z.infer<typeof checkFile>

const postOf = (
  { name, kind, ...facts }: CheckFile['ledger']['posts'][number],
  about: Pick<CheckInput, 'level' | 'bodyName'>,
): PostOn => {
  const known = kind ?? postKindOf(name, about).kind
  const { verb, single, acting, certificate, oath, filing } = postKindFacts[known]
  return {
    id: name,
    organId: name,
    organKind: 'other',
    organName: '',
    title: name,
    fullName: name,
    verb,
    single,
    acting,
    certificate,
    oath,
    filing: [...filing],
    ...facts,
    kind: known,
  }
}

const postsOf = (
  written: string,
  posts: readonly PostOn[],
  bodyName: string,
): { name: string; post: PostOn | null }[] =>
  splitPosts(written).map((name) => {
    const { postId, certainty } = matchPost(name, posts, bodyName)
    const found = certainty === 'exact' ? posts.find(({ id }) => id === postId) : undefined
    return { name, post: found ?? null }
  })

/**
 * The facts of a file as the law engine takes them: posts found in the catalogue by name, rules completed by their
 * defaults. Acts without an id are a1, a2 … through all nominations.
 * @returns the input, or the key of the rule whose value the law forbids with its article
 */
export const checkInputFrom = (
  file: CheckFile,
):
  | { input: CheckInput }
  | { refused: { key: string } & Extract<ReturnType<typeof checkParameter>, { ok: false }> } => {
  for (const [key, value] of Object.entries(file.rules)) {
    const check = checkParameter(key, value)
    if (!check.ok) return { refused: { key, ...check } }
  }
  const { level, bodyName, session, term, ledger } = file
  const posts = ledger.posts.map((one) => postOf(one, { level, bodyName }))
  let count = 0
  const nominations = file.nominations.map(({ id, acts, ...facts }, index) => ({
    ...facts,
    id: id ?? `n${index + 1}`,
    acts: acts.map(({ id: own, ...one }) => {
      count += 1
      return { ...one, id: own ?? `a${count}`, posts: postsOf(one.post, posts, bodyName) }
    }),
  }))
  const input: CheckInput = {
    level,
    bodyName,
    session: { ...session, endsOn: session.endsOn ?? session.startsOn },
    term,
    rules: parametersFrom(file.rules),
    nominations,
    tenures: ledger.tenures.map(({ personId, ...one }) => ({
      ...one,
      personId: personId ?? one.personName,
    })),
    persons: ledger.persons.map(({ id, ...one }) => ({ ...one, id: id ?? one.name })),
    earlier: ledger.earlier,
  }
  return { input }
}
