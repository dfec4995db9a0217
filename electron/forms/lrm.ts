import type { Message } from '../../shared/contract/errors.ts'
import type { RawEducation, RawForm, RawRelative } from './raw.ts'
import { unreadable } from './refusal.ts'

/** Fields a file of the form's second edition has; the last three say who filled it in and when. */
const FIELDS = 33
/** Without these it is no form. */
const NEEDED = 30

/** «学历#学位@学历#学位»: full-time first, then on the job. */
const pairOf = (text: string): [[string, string], [string, string]] => {
  const [first = '', second = ''] = text.split('@')
  const parts = (side: string): [string, string] => {
    const [left = '', right = ''] = side.split('#')
    return [left, right]
  }
  return [parts(first), parts(second)]
}

const educationsOf = (levels: string, schools: string): [RawEducation, RawEducation] => {
  const [fullTime, onTheJob] = pairOf(levels)
  const [fullTimeSchools, onTheJobSchools] = pairOf(schools)
  const one = (
    [education, degree]: [string, string],
    [school, degreeSchool]: [string, string],
  ): RawEducation => ({ education, degree, school, degreeSchool })
  return [one(fullTime, fullTimeSchools), one(onTheJob, onTheJobSchools)]
}

/** The family stands column by column, the rows of a column parted by «@». */
const relativesOf = (columns: readonly string[]): RawRelative[] => {
  const [titles = [], names = [], births = [], politics = [], works = []] = columns.map((text) =>
    text.split('@'),
  )
  const rows = Math.max(titles.length, names.length)
  return Array.from({ length: rows }, (_, at) => ({
    title: titles[at] ?? '',
    name: names[at] ?? '',
    birth: births[at] ?? '',
    politics: politics[at] ?? '',
    work: works[at] ?? '',
  }))
}

const fieldsOf = (fileName: string, text: string): string[] => {
  const line = text.trim()
  if (!/^"[\s\S]*"$/u.test(line) || line.length < 2) throw unreadable('notLrm', { file: fileName })
  return line
    .slice(1, -1)
    .split(/"[ \t]*,[ \t]*"/u)
    .map((field) => field.replaceAll('""', '"'))
}

/** Whether everything stands where it belongs: a quotation mark beside a comma inside a field would shift the rest. */
const isInPlace = (fields: readonly string[]): boolean => {
  const at = (index: number): string => fields[index]?.trim() ?? ''
  return /^(?:男|女|)$/u.test(at(1)) && (at(30) === '' || /^\d{6}(?:\d{2})?$/u.test(at(30)))
}

/**
 * Reads the second edition of the form (`.lrm`): quoted fields in a fixed order, parted by commas. Further fields than
 * are known are left unread and remarked where the known ones stand in their places; else the file is refused.
 */
export const readLrm = (fileName: string, text: string): { raw: RawForm; remarks: Message[] } => {
  const fields = fieldsOf(fileName, text)
  const count = fields.length
  if (count < NEEDED || (count > FIELDS && !isInPlace(fields))) {
    throw unreadable('fieldCount', { file: fileName, count, expected: FIELDS })
  }
  const at = (index: number): string => fields[index] ?? ''
  const [fullTime, onTheJob] = educationsOf(at(9), at(10))
  const raw: RawForm = {
    name: at(0),
    sex: at(1),
    birth: at(2),
    nationality: at(3),
    nativePlace: at(4),
    joinedParty: at(5),
    health: at(6),
    birthPlace: at(7),
    startedWork: at(8),
    fullTime,
    onTheJob,
    profession: at(11),
    // 12 to 15 are empty in every file.
    speciality: at(16),
    resume: at(17),
    rewards: at(18),
    annualReview: at(19),
    relatives: relativesOf(fields.slice(20, 25)),
    currentPost: at(25),
    proposedPost: at(26),
    proposedRemoval: at(27),
    reason: at(28),
    reportedBy: at(29),
  }
  const remarks: Message[] =
    count > FIELDS ? [{ key: 'dossier.remark.moreFields', params: { count: count - FIELDS } }] : []
  return { raw, remarks }
}
