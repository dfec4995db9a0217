/** 宪法宣誓誓词 (全国人大常委会关于实行宪法宣誓制度的决定). */

/** As revised on 2018-02-24: 75 characters without marks. */
export const oath2018 =
  '我宣誓：忠于中华人民共和国宪法，维护宪法权威，履行法定职责，忠于祖国、忠于人民，恪尽职守、廉洁奉公，接受人民监督，为建设富强民主文明和谐美丽的社会主义现代化强国努力奋斗！'

/** In force from 2016-01-01 until the revision. */
export const oath2015 =
  '我宣誓：忠于中华人民共和国宪法，维护宪法权威，履行法定职责，忠于祖国、忠于人民，恪尽职守、廉洁奉公，接受人民监督，为建设富强、民主、文明、和谐的社会主义国家努力奋斗！'

/** The day the revised text came into force. */
export const oathRevisedOn = '2018-03-12'

const letters = (text: string): string => text.replace(/[\p{P}\s]/gu, '')

export type OathFault = 'old' | 'other'

/**
 * Whether a text is the oath to be taken on a day: from 2018-03-12 on only the one of 75 characters (rules.md §9-77).
 * Marks and spaces do not count. Out: undefined when it is; `old` for the text of 2015 after that day.
 */
export const oathFault = (text: string, day: string): OathFault | undefined => {
  const due = day >= oathRevisedOn ? oath2018 : oath2015
  if (letters(text) === letters(due)) return undefined
  return day >= oathRevisedOn && letters(text) === letters(oath2015) ? 'old' : 'other'
}
