/** Red heads, 版记 and certificates in the preview. */
import { formatDate } from '../rules/moment.ts'
import { cardText } from './card.ts'
import { imprintLines, imprintScale, markScale, signatoryOf } from './letterhead.ts'
import { escaped, tag } from './markup.ts'
import type { CertificateBlock, Letterhead, Paper, Stock } from './paper.ts'

/** Widths words are squeezed to, in steps of two per cent: classes, for styles may be forbidden. */
const squeeze = (scale: number): string => `squeeze${Math.floor(scale / 2) * 2}`

export const markClass = (text: string): string => squeeze(markScale(text))

const numberHtml = (letterhead: Letterhead): string => {
  const number = escaped(letterhead.number)
  const signatory = signatoryOf(letterhead)
  if (!signatory) return tag('p', 'docnumber', number)
  const name = tag('span', 'kai', escaped(signatory.name))
  return tag(
    'p',
    'docnumber upward',
    tag('span', '', number) + tag('span', '', escaped(signatory.label) + name),
  )
}

export const letterheadHtml = ({ letterhead }: Paper): string => {
  if (!letterhead) return ''
  const words = tag('span', markClass(letterhead.mark), escaped(letterhead.mark))
  return tag('div', 'letterhead', tag('p', 'mark', words) + numberHtml(letterhead))
}

/** `room`: the same box unseen in the text, so that nothing runs into the one at the foot. */
export const imprintHtml = ({ imprint, letterhead }: Paper, room: boolean): string => {
  if (!imprint || !letterhead) return ''
  const { copies } = imprintLines(imprint)
  const sent = copies === '' ? '' : tag('p', 'copies', escaped(`抄送：${copies}`))
  const issued =
    letterhead.form === 'letter'
      ? ''
      : tag(
          'p',
          'issued',
          tag('span', squeeze(imprintScale(imprint)), escaped(imprint.issuer)) +
            tag('span', squeeze(imprintScale(imprint)), `${formatDate(imprint.date)}印发`),
        )
  const inner = sent + issued
  if (inner === '') return ''
  return room
    ? `<div class="imprint room" aria-hidden="true">${inner}</div>`
    : tag('div', 'imprint foot', inner)
}

/** Offsets in half millimetres as classes: «x3», «y-7». */
const moved = ({ offsetX, offsetY }: Stock): string =>
  `x${Math.round(offsetX * 2)} y${Math.round(offsetY * 2)}`

const certificateHtml = (block: CertificateBlock, stock: Stock): string => {
  const title = stock.textOnly ? '' : '任　命　书'
  const lines = [
    tag('h1', 'cardtitle', escaped(title)),
    tag('p', 'cardnumber', escaped(block.number)),
    tag(
      'div',
      'cardbody',
      tag('p', `cardtext size${cardText(block.text).points}`, escaped(block.text)) +
        (block.passing === undefined ? '' : tag('p', 'cardpassing', escaped(block.passing))),
    ),
    tag('p', 'cardsigner', escaped(block.signer)),
    tag('p', 'carddate', escaped(block.date)),
  ]
  return tag('section', 'card', tag('div', moved(stock), lines.join('')))
}

/** Certificates as lying sheets one under the other. */
export const certificatesHtml = (paper: Paper, stock: Stock): string => {
  const cards = paper.blocks.flatMap((block) =>
    block.block === 'certificate' ? [certificateHtml(block, stock)] : [],
  )
  const mark = paper.watermark
    ? `<div class="watermarks" aria-hidden="true">${cards.map(() => tag('span', '', escaped(paper.watermark ?? ''))).join('')}</div>`
    : ''
  const framed = stock.textOnly ? '' : ' framed'
  return `<article class="paper landscape cards${framed}" lang="zh-CN">${mark}${cards.join('')}</article>`
}
