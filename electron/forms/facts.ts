import type { FormFacts, Relative } from '../../shared/contract/dossier.ts'
import type { Message } from '../../shared/contract/errors.ts'
import { monthOf } from '../../shared/rules/month.ts'
import { bareName } from '../../shared/rules/names.ts'
import type { RawEducation, RawForm, RawRelative } from './raw.ts'
import { limits, unreadable } from './refusal.ts'

type Remark = (name: string, params: Record<string, string | number>) => void

/** One line: breaks inside a cell of the form are layout. */
const oneLine = (text: string): string =>
  text
    .replace(/[\t\r\n\v\f]+/gu, '')
    .replace(/[ \u3000]+/gu, ' ')
    .trim()

/** Several lines, without empty ones and without spaces around each. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n\v\f]+/u)
    .map((line) => line.replace(/\t/gu, ' '))
    .filter((line) => line.trim() !== '')

const manyLines = (text: string): string =>
  linesOf(text)
    .map((line) => line.trim())
    .join('\n')

/** A line that goes on what the line before said: set in under it, without a date or a bracket of its own. */
const goesOn = (line: string): boolean => /^[ \u3000]{4,}(?![\d（(])/u.test(line)

/** 简历: one line for each step; lines broken for the width of the form are whole again. */
const resumeOf = (text: string): string[] => {
  const steps: string[] = []
  for (const line of linesOf(text)) {
    const last = steps.length - 1
    if (last >= 0 && goesOn(line)) steps[last] += line.trim()
    else steps.push(line.trim())
  }
  return steps
}

/** A month that must be one. */
const month = (written: string, name: string, remark: Remark): string => {
  const text = oneLine(written)
  if (text === '') return ''
  const found = monthOf(text)
  if (found === null) remark(`month.${name}`, { text })
  return found ?? text
}

/** Joining the party: a month, or words where it is another party or none. Digits that are no month are remarked. */
const joined = (written: string, remark: Remark): string => {
  const text = oneLine(written)
  return /^[\d.\-/年月日]+$/u.test(text) ? month(text, 'joinedParty', remark) : text
}

const educationOf = (raw: RawEducation): FormFacts['fullTime'] => {
  const school = oneLine(raw.school)
  const degreeSchool = oneLine(raw.degreeSchool)
  const schools = degreeSchool === school ? [school] : [school, degreeSchool]
  return {
    education: oneLine(raw.education),
    degree: oneLine(raw.degree),
    school: schools.filter(Boolean).join('；'),
  }
}

const relativeOf = (raw: RawRelative, remark: Remark): Relative => {
  const name = bareName(raw.name)
  const birth = oneLine(raw.birth)
  const found = monthOf(birth)
  if (found === null && /^\d+$/u.test(birth)) remark('month.relative', { name, text: birth })
  return {
    title: oneLine(raw.title),
    name,
    birth: found ?? birth,
    politics: oneLine(raw.politics),
    work: oneLine(raw.work),
  }
}

const checkLengths = (fileName: string, raw: RawForm): void => {
  const { relatives, fullTime, onTheJob, ...plain } = raw
  const texts = [plain, fullTime, onTheJob, ...relatives].flatMap((part) => Object.values(part))
  const letters = Math.max(...texts.map((text) => text.length))
  if (letters > limits.fieldLetters) {
    throw unreadable('fieldTooLong', { file: fileName, letters, limit: limits.fieldLetters })
  }
  if (relatives.length > limits.relatives) {
    throw unreadable('tooManyRelatives', {
      file: fileName,
      count: relatives.length,
      limit: limits.relatives,
    })
  }
}

/**
 * The facts of a form from what its file holds: months as `YYYY-MM`, the résumé line by line, empty relatives left out.
 * What cannot be a month stays as written with a remark. Throws where the form bears no name or more than a form holds.
 */
export const factsOf = (
  fileName: string,
  raw: RawForm,
): { facts: FormFacts; remarks: Message[] } => {
  checkLengths(fileName, raw)
  const remarks: Message[] = []
  const remark: Remark = (name, params) =>
    void remarks.push({ key: `dossier.remark.${name}`, params })
  const name = bareName(raw.name)
  if (name === '') throw unreadable('noName', { file: fileName })
  const sex = oneLine(raw.sex)
  if (!['', '男', '女'].includes(sex)) remark('sex', { text: sex })
  const facts: FormFacts = {
    name,
    sex,
    birth: month(raw.birth, 'birth', remark),
    nationality: oneLine(raw.nationality),
    nativePlace: oneLine(raw.nativePlace),
    birthPlace: oneLine(raw.birthPlace),
    joinedParty: joined(raw.joinedParty, remark),
    startedWork: month(raw.startedWork, 'startedWork', remark),
    health: oneLine(raw.health),
    profession: oneLine(raw.profession),
    speciality: oneLine(raw.speciality),
    fullTime: educationOf(raw.fullTime),
    onTheJob: educationOf(raw.onTheJob),
    currentPost: oneLine(raw.currentPost),
    proposedPost: oneLine(raw.proposedPost),
    proposedRemoval: oneLine(raw.proposedRemoval),
    resume: resumeOf(raw.resume),
    rewards: manyLines(raw.rewards),
    annualReview: manyLines(raw.annualReview),
    reason: manyLines(raw.reason),
    relatives: raw.relatives
      .filter((one) => one.name.trim() !== '' || one.title.trim() !== '')
      .map((one) => relativeOf(one, remark)),
    reportedBy: oneLine(raw.reportedBy),
  }
  return { facts, remarks }
}
