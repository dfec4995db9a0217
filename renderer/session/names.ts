import type { Sitting } from '../../shared/contract/session.ts'
import { toChineseNumeral } from '../../shared/rules/numerals.ts'
import { currentLocale, t } from '../lib/i18n.ts'

/** A number as sessions, sittings and items are counted: in Chinese numerals where the interface is Chinese. */
export const ordinal = (n: number): string =>
  currentLocale() === 'zh-CN' && n >= 1 && n <= 999 ? toChineseNumeral(n) : String(n)

/** «第九届人大常委会第二十次会议». */
export const sessionName = ({
  termNumber,
  number,
}: {
  termNumber: number
  number: number
}): string => t('session.name', { term: ordinal(termNumber), number: ordinal(number) })

/** «第二十次会议», where the term is clear. */
export const shortName = (number: number): string =>
  t('session.shortName', { number: ordinal(number) })

/** «第二次全体会议», «第一组分组会议». */
export const sittingName = ({
  kind,
  number,
  groupName,
}: Pick<Sitting, 'kind' | 'number' | 'groupName'>): string =>
  t(`session.sittingName.${kind}`, { number: ordinal(number), group: groupName })
