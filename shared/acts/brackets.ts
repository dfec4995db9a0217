/** What stands in brackets: a post, the reason of an act, or a note that is no part of it. */
import { isName } from './persons.ts'
import { isPost } from './posts.ts'
import type { Verb } from './verbs.ts'

/** Notes that are no part of an act, wherever they stand. */
export const sideNote =
  /（(?![^（）]{0,60}(?:免去|任命)[^（）]{0,40}另行)(?:[^（）]{0,12}(?:女|男|族|党|原|时任|现任|挂职|试用|草案|附后|附件|按|票|赞成|汉|共?[0-9一二三四五六七八九十]{1,4}[名人位]|以下简称|任期|正|副|级|兼|[0-9]{1,2}日|[0-9]{4}年[^（）]*起|其[^（）]{0,40}另行|分管|出生|生于|[0-9]{2}岁|学历|学位|硕士|博士)[^（）]{0,60})）(?!工作|委员会|[局厅院办部])/gu
const filingNote = /（[^（）]{0,20}(?:须报|报经|报请|备案|提请)[^（）]*）/gu
const whyNote =
  /（(?:(?:均?系|均?因)(?<why>[^（），]{2,24})|(?<kind>[^（），]{0,10}(?:变动|调动|调整|改革|交流|退休|年龄|到龄|届满|需要|另有任用|另有安排|去世|调离)[^（），]{0,6}))）/gu

const bracketed = /(?<=^|[、：；，])([\p{Script=Han}·]{2,15})（([^（）]{3,60})）(?=[、；，]|$)/gu

/** 任命：张三（县人民法院副院长）、… : the bracket holds the post, unless it says where the person came from. */
export const postsOutOfBrackets = (sentence: string, heading: Verb | undefined): string =>
  sentence.replace(bracketed, (whole: string, name: string, post: string, at: number) => {
    const before = sentence.slice(Math.max(0, at - 400), at)
    const removing = before.lastIndexOf('免')
    const appointing = before.lastIndexOf('任命')
    const none = removing < 0 && appointing < 0
    if (none && !heading) return whole
    if (!isName(name) || !isPost(post) || /^(?:原|现|时任|兼|曾)/u.test(post)) return whole
    const off = none ? heading?.family === 'remove' : removing > appointing
    return off ? `${name}的${post}职务` : `${name}为${post}`
  })

/** A reason in brackets belongs to the acts of the clause before it; it is marked until they are read. */
const markReasons = (sentence: string): string =>
  sentence
    .replace(/((?:市|县|区|省|州|旗|院|检察)长|主任|主席)（代理?）/gu, '代理$1')
    .replace(
      whyNote,
      (_, why?: string, kind?: string) => `⟦${(why ?? kind ?? '').replace(/^已/u, '')}⟧`,
    )
    .replace(/(⟦[^⟧]*⟧)((?:同志)?[的为任][^、，；⟦]*)/gu, '$2$1')
    .replace(/(?<=任命|免去|接受)(⟦[^⟧]*⟧)([^、，；⟦]+)/gu, '$2$1')

/** A whole act closed by 职务, and a bracket right behind it. */
const behindAct = /(?<=职务)（([^（），、；。：]{2,20})）(?=[、；，并]|$)/gu
const aside = /^(?:保留|继续|仍|主持|分管|兼|原|现|其中|不?含)|[0-9A-Za-z]/u

/** What stands in a bracket behind a whole act says why, or is a note; a post there is the act's own: 免去张三的职务（县财政局局长）. */
const markBehindActs = (sentence: string): string =>
  sentence.replace(behindAct, (whole: string, said: string) =>
    aside.test(said) ? '' : isPost(said) ? whole : `⟦${said.replace(/^[已因系]/u, '')}⟧`,
  )

/** In: a sentence. Out: the sentence without its brackets; a reason is marked ⟦…⟧ behind the act it belongs to. */
export const withoutBrackets = (sentence: string): string =>
  markBehindActs(markReasons(sentence).replace(sideNote, '').replace(filingNote, '')).replace(
    /\[[^\]]{0,20}\]/gu,
    '',
  )
