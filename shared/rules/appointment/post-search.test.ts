import { expect, it } from 'vitest'
import { matchPost } from './post-names.ts'
import { answersPost } from './post-search.ts'

const trial = '临江市中级人民法院审判委员会委员'
const procuratorial = '临江市人民检察院检察委员会专职委员'
const division = '临江市中级人民法院刑事审判第二庭副庭长'

it.each([
  ['审委会', [trial]],
  ['审委会委员', [trial]],
  ['审判委员会', [trial]],
  ['检委会', [procuratorial]],
  ['中级法院', [trial, division]],
  ['中级人民法院', [trial, division]],
  ['swh', [trial]],
  ['jianweihui', [procuratorial]],
  ['副庭z', [division]],
  ['庭 长', [division]],
  ['法院检委会', []],
  ['', []],
])('«%s» finds a post by its usual short name as by the long one', (typed, found) => {
  expect([trial, procuratorial, division].filter((post) => answersPost(post, typed))).toEqual(found)
})

it('a paper that writes the short name means the post of the catalogue', () => {
  const posts = [trial, procuratorial, division].map((fullName, at) => ({
    id: `${at}`,
    fullName,
    organName: fullName.replace(/院.*/u, '院'),
  }))
  const meant = (name: string) => {
    const { certainty, postId } = matchPost(name, posts, '临江市人民代表大会常务委员会')
    return [certainty, postId]
  }
  expect(meant('市中级人民法院审委会委员')).toEqual(['exact', '0'])
  expect(meant('市检察院检委会专职委员')).toEqual(['exact', '1'])
  expect(meant('审委会委员')).toEqual(['likely', '0'])
})
