import { Refusal } from '../../../shared/contract/errors.ts'
import { followingPapers, type PaperName } from '../../../shared/contract/papers.ts'
import type { Workbook } from '../../../shared/papers/after/workbook.ts'
import { safeFileName, type Paper } from '../../../shared/papers/paper.ts'
import { plainText } from '../../../shared/papers/plain.ts'
import type { TaskContext } from '../dispatch.ts'
import { filesBefore } from '../formality/put-right.ts'
import { recordMade } from '../formality/queries.ts'
import { attempt } from './attempt.ts'
import { makePapers } from './make.ts'
import { workbookOf } from './workbook.ts'

/** A paper on its way out; the spreadsheet goes as what it is. */
export type Made = { name: PaperName; paper: Paper; workbook: Workbook | null }

/** Refusals that mean that there is nothing of the kind; any other is a fault to be mended first. */
const nothing: readonly string[] = [
  'papers.list.empty',
  'papers.decision.empty',
  'papers.certificate.none',
  'papers.oath.none',
  'papers.filing.none',
]

/** The papers there are of a kind; a fault in the facts is no reason to leave one out silently. */
export const available = <T>(make: () => T[]): T[] => {
  const { made, why } = attempt(make)
  if (why && !nothing.includes(why.key)) throw new Refusal({ code: 'rule', message: why })
  return made
}

export const madeOf =
  ({ db, moment }: TaskContext, sessionId: string) =>
  (name: PaperName): Made[] =>
    makePapers(db, sessionId, name, moment).map((paper) => ({
      name,
      paper,
      workbook: name === 'acts-sheet' ? workbookOf(db, sessionId, moment) : null,
    }))

/** Two papers of one session may bear one name (two decisions on one person): the later one gets a number. */
const distinct = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}(${count})`
  })
}

/** «03 …»: in a folder of everything the kinds stand in their order. */
const orderedName = ({ name, paper }: Made): string => {
  const at = followingPapers.findIndex((one) => one === name) + 1
  return safeFileName(`${String(at).padStart(2, '0')} ${paper.fileName}`)
}

const encoder = new TextEncoder()

const rendered = async (
  { ports }: TaskContext,
  name: string,
  { paper, workbook }: Made,
  format: 'docx' | 'text',
): Promise<{ name: string; bytes: Uint8Array }> => {
  if (workbook && format === 'docx')
    return { name: `${name}.xlsx`, bytes: await ports.renderWorkbook(workbook) }
  return format === 'text'
    ? { name: `${name}.txt`, bytes: encoder.encode(plainText(paper)) }
    : { name: `${name}.docx`, bytes: await ports.renderDocx(paper) }
}

const toWhom = ({ paper }: Made): string => {
  const addressee = paper.blocks.find((block) => block.block === 'addressee')
  return addressee?.known ?? addressee?.to ?? ''
}

/**
 * Renders papers and hands them to the host all at once; what is cancelled leaves nothing behind. What left the house
 * stands in the journal and among the papers made.
 */
export const handOver = async (
  ctx: TaskContext,
  command: 'papers.export' | 'papers.makeAll',
  sessionId: string,
  format: 'docx' | 'text',
  made: readonly Made[],
): Promise<{ files: string[]; folder: string | null; cancelled: boolean }> => {
  const plain = ({ paper }: Made): string => paper.fileName
  const names = distinct(made.map(command === 'papers.makeAll' ? orderedName : plain))
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [index, one] of made.entries()) {
    ctx.signal.throwIfAborted()
    files.push(await rendered(ctx, names[index] ?? plain(one), one, format))
    ctx.progress(index + 1, made.length)
  }
  ctx.signal.throwIfAborted()
  const saved = await ctx.ports.saveFiles(files, filesBefore(ctx.db, sessionId))
  const listed = files.map((file) => file.name)
  if (!saved.cancelled)
    ctx.write(
      { command, payload: { sessionId, format, files: listed }, topics: ['papers'] },
      (write) =>
        recordMade(
          write,
          sessionId,
          made.map((one, index) => ({
            paper: one.name,
            fileName: listed[index] ?? '',
            toWhom: toWhom(one),
          })),
        ),
    )
  return { files: listed, ...saved }
}
