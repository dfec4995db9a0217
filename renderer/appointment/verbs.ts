import { verbChoices } from '../../shared/acts/verb-choices.ts'
import type { ActKind } from '../../shared/contract/appointment.ts'
import type { LocaleKey } from '../lib/i18n.ts'

/** What is done: the act and the verb of the paper, as one choice. */
export type Doing = { act: ActKind; verb: string }

const separator = '|'
export const doingKey = ({ act, verb }: Doing): string => `${act}${separator}${verb}`

/** Reads a key back; undefined when it is none. */
export const doingOf = (key: string): Doing | undefined => {
  const at = key.indexOf(separator)
  const act = verbChoices.find((choice) => choice.act === key.slice(0, at))?.act
  return act && { act, verb: key.slice(at + 1) }
}

/** All choices, with one that stands in a text but not in our list put first. */
export const doingOptions = (current: Doing | null): Doing[] => {
  const known =
    current === null || verbChoices.some((choice) => doingKey(choice) === doingKey(current))
  return known ? [...verbChoices] : [current, ...verbChoices]
}

export const actLabel = (act: ActKind): LocaleKey => `appointment.act.${act}`
