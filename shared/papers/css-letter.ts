import { cardFits, cardRoom } from './card.ts'
import { latin, stacks } from './stacks.ts'

const squeezes = Array.from(
  { length: 40 },
  (_, at) => `.paper .squeeze${(at + 11) * 2} { transform: scaleX(${((at + 11) * 2) / 100}); }`,
).join('\n')

/** Half millimetres a certificate may be moved, each way. */
const steps = Array.from({ length: 81 }, (_, at) => at - 40)
const moves = steps
  .map(
    (step) => `.paper .x${step} { left: ${step / 2}mm; }\n.paper .y${step} { top: ${step / 2}mm; }`,
  )
  .join('\n')

const sizes = cardFits
  .map(
    ({ points, line }) =>
      `.paper .size${points} { font-size: ${points}pt; line-height: ${line}pt; }`,
  )
  .join('\n')

/** Style of red heads, 版记, lying sheets and certificates. */
export const letterCss = `
.paper .letterhead { color: #f00; }
.paper .mark {
  font: 36pt/50pt ${stacks.title};
  letter-spacing: 0;
  text-align: center;
  white-space: nowrap;
}
.paper .mark span { display: inline-block; margin: 0 -200%; }
${squeezes}
.paper .docnumber { color: #000; }
.paper.file .mark { margin-top: calc(35mm - 10.5pt); }
.paper.file .docnumber {
  margin: calc(2 * var(--pitch)) 0 calc(2 * var(--pitch));
  padding-bottom: calc(4mm - 6pt);
  border-bottom: 2pt solid #f00;
  text-align: center;
}
.paper.file .docnumber.upward { display: flex; justify-content: space-between; padding-inline: 1em; }
.paper .upward .kai { display: inline-block; min-width: 3em; }
.paper.letter .mark { position: absolute; top: calc(-7mm - 10.5pt); right: -7mm; left: -7mm; }
.paper.letter .docnumber { margin: 11.5mm 0 calc(2 * var(--pitch)); text-align: right; }
.paper.letter::before, .paper.letter::after {
  position: absolute;
  left: 20mm;
  box-sizing: border-box;
  width: 170mm;
  height: 1.25mm;
  border: 0 solid #f00;
  content: "";
}
.paper.letter::before { top: 46.1mm; border-width: 0.7mm 0 0.25mm; }
.paper.letter::after { top: 275.75mm; border-width: 0.25mm 0 0.7mm; }
.paper.letter .numbers .odd:first-child { visibility: hidden; }
.paper .number { margin-bottom: var(--pitch) !important; text-align: center; }
.paper .sheet { break-before: column; }
.paper .signature { break-before: avoid; }
.paper .signature.sealed { padding-right: 0; }
.paper .signature.sealed > div { min-width: 0; margin-right: min(63pt, 28ch); text-align: center; }
.paper .signature.sealed .date { padding-left: 0; }
.paper .imprint {
  border: 1pt solid #000;
  border-width: 1pt 0;
  font-size: 14pt;
  line-height: 24pt;
  letter-spacing: 0;
}
.paper .imprint.room { visibility: hidden; break-inside: avoid; }
.paper .imprint.foot { position: absolute; right: 25.98mm; bottom: 35mm; left: 28mm; }
.paper.letter .imprint { border-width: 0; }
.paper .copies { padding: 0 14pt 0 56pt; text-indent: -42pt; }
.paper .copies + .issued { border-top: 0.75pt solid #000; }
.paper .issued { position: relative; height: 24pt; white-space: nowrap; }
.paper .issued span { position: absolute; left: 14pt; transform-origin: left; }
.paper .issued span + span { right: 14pt; left: auto; transform-origin: right; }
.paper.landscape {
  width: 297mm;
  min-height: 210mm;
  padding: 28mm 35mm 26mm 37mm;
  background: repeating-linear-gradient(#fff 0 210mm, transparent 210mm 218mm);
}
.paper.landscape .flow { column-height: 156mm; row-gap: 62mm; }
.paper.landscape .numbers span { height: 218mm; padding: 186.5mm 40mm 0 42mm; }
.paper.landscape .watermarks span { height: 218mm; }
.paper.landscape.cards { padding: 0; }
.paper .card {
  position: relative;
  box-sizing: border-box;
  height: 210mm;
  margin-bottom: 8mm;
  padding: 27.5mm 40mm 12mm;
  overflow: hidden;
  font-family: ${latin}, ${stacks.kai};
  letter-spacing: 0;
}
.paper .card:last-child { margin-bottom: 0; }
.paper.framed .card::before {
  position: absolute;
  inset: 10.9mm;
  border: 3pt double #c00000;
  content: "";
}
.paper .card > div { position: relative; }
${moves}
.paper .cardtitle { height: 75pt; color: #c00000; font: 52pt/75pt ${stacks.title}; text-align: center; }
.paper .cardnumber, .paper .cardpassing { font-size: 16pt; line-height: 28pt; }
.paper .cardnumber { text-align: right; }
.paper .cardbody { height: ${cardRoom}pt; margin-top: 31pt !important; }
.paper .cardtext { text-indent: 2em; }
${sizes}
.paper .cardpassing { margin-top: 15pt !important; text-align: center; }
.paper .cardsigner, .paper .carddate { font-size: 22pt; line-height: 50pt; }
.paper .cardsigner { padding-left: 270pt; }
.paper .carddate { padding-right: 15pt; text-align: right; }
`
