import { describe, expect, it } from 'vitest'
import { likeliestFirst, nearPost } from './near-post.ts'

const body = '临江市人民代表大会常务委员会'
const posts = [
  ['临江市中级人民法院', '院长'],
  ['临江市中级人民法院', '审判员'],
  ['临江市财政局', '局长'],
].map(([organName = '', title = '']) => ({
  id: organName + title,
  organName,
  fullName: organName + title,
}))

describe('a post the catalogue does not have', () => {
  it.each([
    ['临江市中级人民法院审叛员', '临江市中级人民法院审判员'],
    ['市中级法院审判', '临江市中级人民法院审判员'],
    ['临江市财政政局局长', '临江市财政局局长'],
    ['财正局局长', '临江市财政局局长'],
  ])('%s is near %s', (name, near) => {
    expect(nearPost(name, posts, body)?.fullName).toBe(near)
  })

  it.each(['临江市中级人民法院副院长', '临江市审计局局长', '临江市财政局局长', '', '院长'])(
    '%s is near none',
    (name) => {
      expect(nearPost(name, posts, body)).toBeNull()
    },
  )
})

describe('the posts a name may mean', () => {
  const first = (name: string) => likeliestFirst(name, posts, body).map(({ fullName }) => fullName)

  it.each([
    ['市财政局局长', '临江市财政局局长'],
    ['法院审叛员', '临江市中级人民法院审判员'],
    ['市财政和国资局局长', '临江市财政局局长'],
  ])('%s: %s stands first', (name, likeliest) => {
    expect(first(name)[0]).toBe(likeliest)
    expect(first(name)).toHaveLength(posts.length)
  })

  it('stay in the order of the catalogue where none is likelier', () => {
    expect(first('某')).toEqual(posts.map(({ fullName }) => fullName))
  })
})
