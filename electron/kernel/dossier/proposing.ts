import type { SheetAct } from '../../../shared/contract/appointment.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { readNominations } from '../appointment/sheet.ts'
import { theBody } from '../body/queries.ts'
import type { ReadContext } from '../dispatch.ts'
import { postsOn } from '../ledger/queries.ts'
import type { FormRead } from '../ports.ts'

/**
 * What a form proposes, read as a sheet of one row would be: one act for the post to be given, one for the post to be
 * taken, with the reason and what the form says of the person.
 */
export const proposalOf = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  fileName: string,
  { facts }: FormRead,
): { acts: SheetAct[]; remarks: Message[] } => {
  const { name, proposedPost, proposedRemoval, reason, sex, birth, nationality } = facts
  const sheet = {
    rows: [
      ['姓名', '拟任职务', '拟免职务', '任免理由', '性别', '出生年月', '民族'],
      [name, proposedPost, proposedRemoval, reason, sex, birth, nationality],
    ],
    firstLine: 0,
    remarks: [],
    merged: [],
  }
  const { level, name: bodyName } = theBody(db)
  const posts = postsOn(db, dayOf(moment))
  return readNominations(fileName, sheet, { posts, bodyName, level })
}
