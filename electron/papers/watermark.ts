import { Header } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Paper } from '../../shared/papers/paper.ts'
import { paragraph } from './parts.ts'
import type { Look } from './parts.ts'

/** Points: wide enough to cross the sheet whichever way it is held. */
const width = 380
const height = 190

const marked = (look: Look, text: string): Header =>
  new Header({
    children: [
      paragraph(look, {
        line: 20,
        children: [
          new TextWatermark({ text, font: look.fonts.hei, color: 'C0C0C0', width, height }),
        ],
      }),
    ],
  })

/** The paper's mark behind the text of every page, odd and even; nothing where it has none. */
export const headersOf = (look: Look, { watermark }: Paper) =>
  watermark === undefined
    ? {}
    : { headers: { default: marked(look, watermark), even: marked(look, watermark) } }
