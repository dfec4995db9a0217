import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { agendaPaper } from '../../shared/papers/agenda.ts'
import { attendancePaper } from '../../shared/papers/attendance.ts'
import { decisionPapers } from '../../shared/papers/decision.ts'
import { listPaper } from '../../shared/papers/list.ts'
import { resultPaper } from '../../shared/papers/result.ts'
import { nameBlank } from '../../shared/papers/script/formulas.ts'
import {
  act,
  agendaFacts,
  attendanceFacts,
  head,
  rareNames,
  resultFacts,
} from '../../test/papers/facts.ts'
import { orderFaults } from '../../test/papers/order.ts'
import { samples } from '../../test/papers/samples.ts'
import { partsOf, wordText } from '../../test/papers/word.ts'
import { renderDocx } from './index.ts'

afterEach(() => vi.useRealTimers())

const kinds = Object.entries(samples)

describe.each(kinds)('Word file of %s', (_, paper) => {
  it('is well-formed throughout and keeps the order of the schema', async () => {
    for (const [part, root] of partsOf(await renderDocx(paper))) {
      expect([part, orderFaults(root)]).toEqual([part, []])
    }
  })

  it('has the same bytes whenever it is made', async () => {
    const madeOn = async (day: string): Promise<Buffer> => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
      return Buffer.from(await renderDocx(paper))
    }
    const first = await madeOn('2026-11-26T08:00:00Z')
    expect((await madeOn('2031-02-03T21:34:56Z')).equals(first)).toBe(true)
  })

  it('says nothing that is not a fact', async () => {
    const text = wordText(await renderDocx(paper))
    expect(text).not.toMatch(/undefined|null|NaN|\[|\]|×|_{2,}/u)
  })

  it('pads no name twice and no sentence at all', async () => {
    // Room for a name to be written by hand is the only place of several blanks.
    const text = wordText(await renderDocx(paper)).replaceAll(nameBlank, '')
    expect(text).not.toMatch(/\u3000\u3000/u)
    expect(text).not.toMatch(/、.\u3000./u)
  })
})

const xmlOf = async (part: string, options = {}): Promise<string> => {
  const bytes = unzipSync(await renderDocx(samples.list!, options))[part]
  return strFromU8(bytes!)
}

describe('recipe of the Word file', () => {
  it('sets A4 with the margins of the standard and exact lines', async () => {
    const xml = await xmlOf('word/document.xml')
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u)
    for (const margin of ['top="2098"', 'left="1587"', 'right="1474"', 'bottom="1984"']) {
      expect(xml).toContain(`w:${margin}`)
    }
    const lines = [...xml.matchAll(/w:line="(\d+)" w:lineRule="(\w+)"/gu)]
    expect(new Set(lines.map((line) => `${line[1]} ${line[2]}`))).toEqual(
      new Set(['579 exact', '700 exact']),
    )
    expect(xml).not.toContain('w:docGrid w:type')
  })

  it('names the official faces, each with a substitute, and embeds none', async () => {
    const fonts = await xmlOf('word/fontTable.xml')
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/></w:font>')
    expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/></w:font>')
    expect(fonts).not.toContain('embed')
  })

  it('takes the fonts of another scheme, by option or from the paper', async () => {
    const byOption = await xmlOf('word/document.xml', { fontScheme: 'windows' })
    expect(byOption).toContain('w:eastAsia="仿宋"')
    expect(byOption).not.toContain('GB2312')
    const bytes = await renderDocx({ ...samples.list!, fontScheme: 'windows' })
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toBe(byOption)
  })

  it('numbers odd pages right and even pages left, or none', async () => {
    const document = await xmlOf('word/document.xml')
    expect(document).toMatch(/footerReference w:type="default"/u)
    expect(document).toMatch(/footerReference w:type="even"/u)
    expect(await xmlOf('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const bare = await renderDocx({ ...samples.list!, page: { number: false } })
    expect(strFromU8(unzipSync(bare)['word/document.xml']!)).not.toContain('footerReference')
  })

  it('names its maker and no machine or moment', async () => {
    const core = await xmlOf('docProps/core.xml')
    expect(core).toContain('<dc:creator>议席</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>议席</cp:lastModifiedBy>')
    expect(core.match(/\d{4}-\d{2}-\d{2}T/gu)).toEqual(['1980-01-01T', '1980-01-01T'])
  })

  it('escapes what XML would misread', async () => {
    const title = ['甲<乙>&"丙"']
    expect(wordText(await renderDocx({ ...samples.list!, title }))).toContain('甲<乙>&"丙"')
  })

  it.each(rareNames)('carries %s whole through every kind of paper', async (name) => {
    const acts = [
      act('appoint', '任命', name, '临江市人民检察院检察员'),
      act('accept-resignation', '接受', name, '临江市人民政府副市长', { position: 2 }),
    ]
    const facts = { ...head, acts }
    const items = [{ title: `审议${name}提出的议案`, position: 1 }]
    const roll = [{ name, kind: 'ordinary', status: 'present' } as const]
    const sittings = [{ name: '第一次全体会议', date: head.date, people: roll }]
    const rounds = resultFacts.rounds.map((round) =>
      round.state === 'locked'
        ? { ...round, rows: round.rows.map((row) => ({ ...row, subject: name })) }
        : round,
    )
    const papers = [
      listPaper(facts),
      ...decisionPapers(facts),
      agendaPaper({ ...agendaFacts, items }),
      attendancePaper({ ...attendanceFacts, sittings }),
      resultPaper({ ...resultFacts, rounds, signers: { tellers: [name] } }),
    ]
    for (const paper of papers) {
      expect(wordText(await renderDocx(paper)).replaceAll('\u3000', '')).toContain(name)
    }
  })
})
