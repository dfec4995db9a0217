import type { ActKind } from '../contract/appointment.ts'

export type { ActKind }

/** One act as the text states it. */
export type ReadAct = {
  act: ActKind
  /** The formula of the text: 决定任命, 任命, 免去, 接受, 决定代理, 推选代理, 撤销, 罢免, 相应终止 … */
  verb: string
  /** Bare names in the order of the text; empty only when the text names the post but nobody. */
  persons: string[]
  /** Full post as written, without a closing 职务; several posts joined by 、. */
  post: string
  /** What follows 因 when the text gives a reason. */
  reason?: string
  /** The text names some of the persons only (等18人), or none. */
  listIncomplete?: true
}

/** 题注: when, in which term and session, and by whom the paper was adopted. */
export type PassingLine = {
  /** YYYY-MM-DD */
  date: string
  /** 届, from 1. */
  term?: number
  /** 会次, from 1. */
  session?: number
  /** Name of the body without its term, e.g. ××市人民代表大会常务委员会. */
  body?: string
}

/** What a text says about posts, and every sentence about them that was not understood. */
export type Reading = { acts: ReadAct[]; unread: string[]; passing?: PassingLine }
