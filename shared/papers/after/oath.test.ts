import { describe, expect, it } from 'vitest'
import { afterFacts, office } from '../../../test/papers/after.ts'
import { plainText } from '../plain.ts'
import { oathPaper } from './oath.ts'

describe('who leads the oath', () => {
  const led = (oathLeader: string, acts = afterFacts.acts) => {
    const paper = oathPaper({ ...afterFacts, oathLeader, acts }, office)
    const line = plainText(paper)
      .split('\n')
      .find((one) => one.startsWith('领誓人'))
    return { line, blanks: paper.blanks }
  }

  it('is nobody the office has not named: room is left, and where to name one is said', () => {
    expect(led('')).toEqual({
      line: '领誓人：＿＿＿＿',
      blanks: [{ key: 'papers.blank.oathLeader', params: { count: 3 } }],
    })
    expect(led('龚䶮')).toEqual({ line: '领誓人：龚䶮', blanks: undefined })
  })

  it('is not asked for where one swears alone before the committee', () => {
    const alone = afterFacts.acts.filter(
      ({ oath, person }) => oath !== 'council' || person === '陶喆',
    )
    expect(led('', alone)).toEqual({ line: undefined, blanks: undefined })
  })
})
