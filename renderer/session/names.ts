import type { Sitting } from '../../shared/contract/session.ts'
import { formatNumeral } from '../lib/formats.ts'
import { t } from '../lib/i18n.ts'

/** «第九届人大常委会第二十次会议». */
export const sessionName = ({
  termNumber,
  number,
}: {
  termNumber: number
  number: number
}): string => t('session.name', { term: formatNumeral(termNumber), number: formatNumeral(number) })

/** «第二十次会议», where the term is clear. */
export const shortName = (number: number): string =>
  t('session.shortName', { number: formatNumeral(number) })

/** «第二次全体会议», «第一组分组会议». */
export const sittingName = ({
  kind,
  number,
  groupName,
}: Pick<Sitting, 'kind' | 'number' | 'groupName'>): string =>
  t(`session.sittingName.${kind}`, { number: formatNumeral(number), group: groupName })
