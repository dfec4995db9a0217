import type { Sitting } from '../contract/session.ts'
import { ordinal } from './wording.ts'

/** A sitting by its name in papers: «第一次全体会议», «第二次联组会议», «第一组分组会议». */
export const sittingName = ({
  kind,
  number,
  groupName,
}: Pick<Sitting, 'kind' | 'number' | 'groupName'>): string => {
  if (kind === 'plenary') return ordinal(number, '次全体会议')
  if (kind === 'joint') return ordinal(number, '次联组会议')
  return `${groupName}分组会议`
}
