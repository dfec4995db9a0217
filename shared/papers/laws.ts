/** The laws papers cite by name. Article numbers change with every revision, so none stands here. */
import type { ActFact } from './acts.ts'
import { barePost } from './wording.ts'

export const organicLaw = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'
export const supervisionLaw = '《中华人民共和国各级人民代表大会常务委员会监督法》'
export const electionLaw = '《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》'

/** Whether a seat as a deputy is given up or taken away: the law of election's matter (选举法 53–57), no office's. */
export const ofDeputy = ({ act, post }: Pick<ActFact, 'act' | 'post'>): boolean =>
  act === 'recall' || (act === 'accept-resignation' && barePost(post).endsWith('代表'))
