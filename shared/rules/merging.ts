import type { Message } from '../contract/errors.ts'
import type { MergeAuthority, MergeBasis, VoteMethod } from '../contract/ballot.ts'
import { postsUnder, type PostAct } from './posts.ts'

/**
 * What stands against putting acts to one vote: each act on a post the body wants voted on person by person
 * (北京市任免条例 19; rules.md §9-40). Empty where they may be merged.
 * @param acts in the order of the paper
 */
export const mergeObstacles = (
  acts: readonly PostAct[],
  { individualPosts }: { individualPosts: readonly string[] },
): Message[] =>
  postsUnder(acts, individualPosts).map(({ personName, post, pattern }) => ({
    key: 'rules.merge.individual',
    params: { person: personName, post, pattern },
  }))

/**
 * What is wrong with the basis of a merged vote, or undefined (rules.md §8-40, §9-17, 38–40): the council's word where
 * it decides (重庆市任免条例 22), a passed motion of those present (广东省议事规则 50), or nobody objecting (湖北).
 * @param motionPassed whether `merge-vote` was put to those present on this item and passed
 */
export const mergeBasisFault = (
  authority: MergeAuthority,
  basis: MergeBasis,
  motionPassed: boolean,
): Message | undefined => {
  if (basis.by !== authority) return { key: `rules.merge.by.${authority}` }
  if (authority === 'present-majority' && !motionPassed) return { key: 'rules.merge.motion-needed' }
  return undefined
}

/**
 * The posts among the acts that the body's own rules put to the paper ballot while another method was chosen
 * (浙江省任免条例 24 names five; rules.md §8-34). Empty where the method may be used.
 */
export const paperPostObstacles = (
  acts: readonly PostAct[],
  method: VoteMethod,
  { secretPaperPosts }: { secretPaperPosts: readonly string[] },
): Message[] =>
  method === 'secret-paper'
    ? []
    : postsUnder(acts, secretPaperPosts).map(({ personName, post }) => ({
        key: 'rules.merge.paper-post',
        params: { person: personName, post },
      }))
