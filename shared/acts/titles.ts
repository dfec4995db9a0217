/** Titles of papers and lists: which line is one, and what it says without a verb of its own. */
import type { Block } from './text.ts'
import { postUnder } from './organs.ts'
import { isPost } from './posts.ts'
import { headingVerb } from './verbs.ts'
import type { Verb } from './verbs.ts'

/** 任免人员名单（草案）, 任命名单（二）: the title without the state its paper is in, its number and how many it names. */
export const bareTitle = (text: string): string =>
  text
    .replace(/(?<=名单)（(?:共|计)?[0-9一二三四五六七八九十百]{1,4}[名人位]）$/u, '')
    .replace(/（(?:草案|表决稿|讨论稿|审议稿|建议稿|征求意见稿)(?:\p{Script=Han}{0,6})?）$/u, '')
    .replace(
      /(?<=名单|决定|公告)(?:（之?[一二三四五六七八九十0-9]{1,3}）|之?[一二三四五六七八九十])$/u,
      '',
    )

/** Whether the block is the note under a title: （2025年…通过）. */
export const isNoted = (block: Block | undefined): boolean =>
  block?.kind === 'text' && /^（\d{4}年/u.test(block.text)

/** 市人大常委会决定任命：张三为市财政局局长, over the report that tells it in full. */
const isHeadline = (text: string, next: Block | undefined): boolean =>
  next?.kind === 'text' &&
  next.text.length > 40 &&
  /^[^。；，：]{2,30}(?:会议|常委会)[^。；，：]*：[^。；，：]{4,40}$/u.test(text)

/** Whether a paragraph is a title. In: its text, the block behind it, and where it stands. */
export const isTitleBlock = (text: string, next: Block | undefined, index: number): boolean => {
  if (/[。；：，！]$/u.test(text) || text.length > 160) return false
  if (index === 0 && isHeadline(text, next)) return true
  if (
    /(?:决定|决议|名单|公告|通知|公报)$/u.test(text) &&
    !/(?:会议|表决|审议)(?:决定|决议)$/u.test(text)
  )
    return true
  if (isNoted(next)) return true
  return index === 0 && next !== undefined && !/[。；，：]/u.test(text)
}

const listBelow = /(?:名单|名册|一览表|情况表|(?:任命|免职|免去)）)$/u

/** The verb a note under a title sets for the list below: （…第三十次会议任命）. */
export const noteVerb = (title: string, note: string): Verb | undefined => {
  const verb = /(?:会议|常委会|常务委员会|[ ，])(?<verb>(?:决定|批准)?(?:任命|免去))）$/u.exec(note)
    ?.groups?.['verb']
  return verb !== undefined && listBelow.test(bareTitle(title))
    ? headingVerb(verb, true)
    : undefined
}

const titlePost =
  /(?:^|任命|免去|[会于])(?<post>(?:(?!任命|免去|关于|会议|[会于的])\p{Script=Han}){2,20}?(?:人民法院|人民检察院)(?:人民陪审员|审判员|检察员))(?:任命|免职|免去|任职)?名单(?:（(?:共|计)?[0-9一二三四五六七八九十百]{1,4}[名人位]）)?$/u

/** The one post of a title whose list is of names alone: 县人民法院人民陪审员任命名单; '' for any other. */
export const postOfTitle = (title: string): string => titlePost.exec(title)?.groups?.['post'] ?? ''

const listed =
  /^(?:关于)?(?<organ>\p{Script=Han}{2,30}?)?(?:拟|提请|决定|批准)*(?<verb>任命|免去)的?(?<post>\p{Script=Han}{2,30}?)(?:的?职务)?的?(?:有关|相关)?(?:人员|同志)?(?:名单|名册|一览表|情况表)?(?:（(?:共|计)?[0-9一二三四五六七八九十百]{1,4}[名人位]）)?$/u

/** 县人民法院拟免去审判员职务人员, with nothing but names below: what is done with them. Undefined for any other title. */
export const listedIn = (title: string): { verb: Verb; post: string } | undefined => {
  const { organ = '', verb = '', post = '' } = listed.exec(title)?.groups ?? {}
  const set = headingVerb(verb, true)
  const whole = organ === '' ? post : postUnder(post, organ)
  const named = organ === '' || whole !== post || /(?:常务委员会|常委会|会议)$/u.test(organ)
  return set && named && isPost(whole) ? { verb: set, post: whole } : undefined
}

/** Whether a title without a verb heads those a committee has, so that its passing appoints them. */
export const isRoster = (title: string, committee: string): boolean =>
  /名单$/u.test(title) && !/任免/u.test(title) && (committee !== '' || /组成人员名单$/u.test(title))
