import { matchesName, pinyinKeys } from '../pinyin.ts'
import { barePost } from '../posts.ts'
import { shortOrgans } from './post-names.ts'

const lettersAlone = /^[a-z\s]+$/iu
const letters = /[a-z]/iu

const spelt = (name: string, typed: string): boolean => {
  const { full, initials } = pinyinKeys(name)
  return full.includes(typed) || initials.includes(typed)
}

/**
 * Whether the name of a post or an organ answers what was typed to find it: its characters, long or in the usual short
 * form («审委会»), pinyin or its initials, or a mixture.
 */
export const answersPost = (name: string, typed: string): boolean => {
  const asked = barePost(typed)
  if (asked === '') return false
  const bare = barePost(name)
  const short = shortOrgans(bare)
  if (lettersAlone.test(asked)) {
    const lower = asked.toLowerCase()
    return spelt(bare, lower) || spelt(short, lower) || matchesName(bare, lower)
  }
  if (bare.includes(asked) || short.includes(shortOrgans(asked))) return true
  return letters.test(asked) && (matchesName(bare, asked) || matchesName(short, asked))
}
