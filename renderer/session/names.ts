import type { Sitting } from '../../shared/contract/session.ts'
import { formatNumeral } from '../lib/formats.ts'
import { t } from '../lib/i18n.ts'

/** A session by its full name, with the term. */
export const sessionName = ({
  termNumber,
  number,
}: {
  termNumber: number
  number: number
}): string => t('session.name', { term: formatNumeral(termNumber), number: formatNumeral(number) })

/** A session by its number alone, where the term is clear. */
export const shortName = (number: number): string =>
  t('session.shortName', { number: formatNumeral(number) })

/** A sitting by its kind and number, a group's by the group's name. */
export const sittingName = ({
  kind,
  number,
  groupName,
}: Pick<Sitting, 'kind' | 'number' | 'groupName'>): string =>
  t(`session.sittingName.${kind}`, { number: formatNumeral(number), group: groupName })
