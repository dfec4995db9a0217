import { letterCss } from './css-letter.ts'
import { latin, stacks } from './stacks.ts'

const hangs = Array.from(
  { length: 8 },
  (_, at) =>
    `.paper .hang${at + 1} { margin-left: ${(at + 3) * 15.75}pt; text-indent: ${(at + 1) * -15.75}pt; }`,
).join('\n')

const columns = Array.from(
  { length: 5 },
  (_, at) =>
    `.paper .c${at + 1} { grid-column-start: ${at + 2}; }\n.paper .w${at + 1} { grid-column-end: span ${at + 1}; }`,
).join('\n')

/**
 * Style of {@link paperHtml}: A4 sheets with the text area of GB/T 9704, exact line pitches, 28 characters a line.
 * Text flows from sheet to sheet by column wrapping; sheets are drawn as the article's background.
 */
export const paperCss = `
.paper {
  --pitch: 28.95pt;
  position: relative;
  box-sizing: border-box;
  width: 210mm;
  min-height: 297mm;
  padding: 37mm 25.98mm 35mm 28mm;
  color: #000;
  background: repeating-linear-gradient(#fff 0 297mm, transparent 297mm 305mm);
  font: 16pt/var(--pitch) ${latin}, ${stacks.text};
  letter-spacing: -0.25pt;
  text-autospace: no-autospace;
  text-spacing-trim: space-all;
  line-break: strict;
  overflow-wrap: anywhere;
  font-kerning: none;
}
.paper.close { --pitch: 28pt; }
.paper.tight { --pitch: 26pt; }
.paper .flow {
  column-count: 1;
  column-height: 637.8pt;
  column-wrap: wrap;
  column-fill: auto;
  row-gap: 80mm;
  widows: 1;
  orphans: 1;
}
.paper p, .paper h1, .paper h2, .paper div { margin: 0; font-weight: normal; }
.paper h2 { font-size: inherit; line-height: inherit; text-indent: 31.5pt; break-after: avoid; }
.paper .title {
  font: 22pt/35pt ${stacks.title};
  letter-spacing: 0;
  text-align: center;
  break-after: avoid;
}
.paper .title span { display: block; white-space: nowrap; }
.paper .title.bare { margin-bottom: var(--pitch); }
.paper .passing { margin-bottom: var(--pitch); text-align: center; }
.paper .kai { font-family: ${latin}, ${stacks.kai}; }
.paper .hei { font-family: ${latin}, ${stacks.hei}; }
.paper .first { text-indent: 31.5pt; }
${hangs}
.paper .names {
  display: grid;
  grid-template-columns: auto repeat(5, minmax(0, 1fr));
  margin-left: 31.5pt;
}
.paper .names span { white-space: nowrap; }
.paper .names .label { grid-column: 1; }
${columns}
.paper table {
  width: 100%;
  border: 1pt solid #000;
  border-collapse: collapse;
  table-layout: fixed;
  font-size: 14pt;
  line-height: 22pt;
  letter-spacing: 0;
}
.paper thead { break-after: avoid; }
.paper tr { height: 30pt; break-inside: avoid; }
.paper th, .paper td { padding: 0 3pt; border: 0.5pt solid #000; vertical-align: middle; }
.paper th { font-family: ${latin}, ${stacks.hei}; font-weight: normal; text-align: center; }
.paper td.center { text-align: center; }
.paper table.compact { font-size: 12pt; line-height: 16pt; }
.paper .compact tr { height: 21pt; }
.paper .note { font-size: 14pt; line-height: 22pt; letter-spacing: 0; }
.paper .signature {
  display: flex;
  justify-content: flex-end;
  margin-top: var(--pitch);
  padding-right: 31.5pt;
  break-inside: avoid;
}
.paper .signature .date { padding-left: 31.5pt; }
.paper .signature.alone { padding-right: 63pt; }
.paper .signature.alone .date { padding-left: 0; }
.paper .numbers { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.paper .numbers span {
  display: block;
  box-sizing: border-box;
  height: 305mm;
  padding: 265.5mm 30.9mm 0 32.9mm;
  font: 14pt/20pt ${stacks.number};
  letter-spacing: 0;
}
.paper .numbers .odd { text-align: right; }
.paper.reading { --pitch: 36pt; font-size: 22pt; letter-spacing: 0; }
.paper.reading.large { --pitch: 32pt; font-size: 18pt; }
.paper.reading p { break-inside: avoid; }
.paper .gap { margin-top: calc(var(--pitch) / 2); }
.paper.reading .first { text-indent: 2em; }
.paper.reading .numbers span { padding-top: 262mm; font-size: 22pt; text-align: center; }
.paper .watermarks { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.paper .watermarks span {
  display: grid;
  height: 305mm;
  padding-bottom: 8mm;
  place-items: center;
  color: #d9d9d9;
  font: 120pt/1 ${stacks.hei};
  letter-spacing: 0.3em;
  transform: rotate(-45deg);
}
.paper .flow { position: relative; }
${letterCss}`
