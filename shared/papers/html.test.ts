import { describe, expect, it } from 'vitest'
import { attendanceFacts, head, listFacts, resultFacts } from '../../test/papers/facts.ts'
import { attendancePaper } from './attendance.ts'
import { paperCss, paperHtml } from './html.ts'
import { listPaper, listSettings } from './list.ts'
import type { Paper } from './paper.ts'
import { resultPaper } from './result.ts'

const papers: Paper[] = [
  listPaper(listFacts, { ...listSettings, signature: true }),
  attendancePaper(attendanceFacts),
  resultPaper(resultFacts),
]

describe('preview', () => {
  it('escapes whatever stands in a fact', () => {
    const matter = '<img src=x onerror="alert(1)"> & \'其他\''
    const html = paperHtml(resultPaper({ ...resultFacts, matter }))
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;其他&#39;')
  })

  it('pads lone names of two characters as print does', () => {
    const html = paperHtml(papers[0]!)
    expect(html).toContain('陶　喆为')
    expect(html).toContain('欧阳若兰为')
  })

  it.each(papers)('needs no inline style and knows every class, $kind', (paper) => {
    const html = paperHtml(paper)
    expect(html).not.toMatch(/ style=|undefined|NaN/u)
    const unstyled = new Set(['none', 'text', 'left', 'odd', 'even', 'organ'])
    for (const [, names] of html.matchAll(/class="([^"]+)"/gu)) {
      for (const name of names!.split(' ').filter((word) => !unstyled.has(word))) {
        expect(paperCss).toContain(`.${name}`)
      }
    }
  })

  it('offers page numbers enough for a long paper', () => {
    const acts = Array.from({ length: 400 }, (_, at) => ({
      ...listFacts.acts[0]!,
      person: '张三',
      position: at,
    }))
    const html = paperHtml(listPaper({ ...head, acts }))
    expect(html).toContain('— 19 —')
  })
})
