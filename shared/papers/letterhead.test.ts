import { expect, it } from 'vitest'
import { imprintHtml } from './html-letter.ts'
import { imprintScale } from './letterhead.ts'
import type { Paper } from './paper.ts'

it.each([
  ['临江市人民代表大会常务委员会办公室', 100],
  ['澜川市梅岭区人民代表大会常务委员会办公室', 93],
])('%s is printed at %i per cent, with its day on the same line', (issuer, scale) => {
  expect(imprintScale({ copies: '', issuer, date: '2026-11-23' })).toBe(scale)
})

it.each([
  ['临江市人民代表大会常务委员会办公室', 'squeeze100'],
  ['澜川市梅岭区人民代表大会常务委员会办公室', 'squeeze92'],
])('%s is narrowed in the preview as in the file', (issuer, narrowed) => {
  const paper: Paper = {
    kind: 'notice',
    title: ['关于人事任免的通知'],
    fileName: '通知',
    blocks: [],
    page: { number: false },
    letterhead: { form: 'file', mark: '临江市人大常委会', number: '临人常〔2026〕15号' },
    imprint: { copies: '', issuer, date: '2026-11-23' },
  }
  const html = imprintHtml(paper, false)
  expect(html).toContain(`<span class="${narrowed}">${issuer}</span>`)
  expect(html).toContain(`<span class="${narrowed}">2026年11月23日印发</span>`)
})
