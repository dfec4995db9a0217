/** Invented facts of what follows a vote, on rare and long names. */
import type { AfterAct, AfterFacts } from '../../shared/papers/after/facts.ts'
import type { Office } from '../../shared/papers/after/letter.ts'
import { afterSettings } from '../../shared/papers/after/settings.ts'
import { actsWorkbook } from '../../shared/papers/after/workbook.ts'
import type { Level } from '../../shared/contract/body.ts'
import { listSettings } from '../../shared/papers/list.ts'
import { defaultTemplates } from '../../shared/papers/templates.ts'
import { act, head } from './facts.ts'

const government = { nominator: '市长江远航', nominatorKind: 'government-head' } as const
const court = { nominator: '院长文守正', nominatorKind: 'court-president' } as const
const council = { nominator: '主任会议', nominatorKind: 'council' } as const
const procurator = { nominator: '检察长严明镜', nominatorKind: 'chief-procurator' } as const

const nothing = { certificate: false, oath: 'none', filings: [], approval: false } as const

export const after = (
  fact: ReturnType<typeof act>,
  more: Partial<AfterAct> & Pick<AfterAct, 'nominator' | 'nominatorKind'>,
): AfterAct => ({ ...fact, ...nothing, filings: [], ...more })

const into = { certificate: true, oath: 'council' } as const
const judicial = { certificate: true, oath: 'organ' } as const

export const afterFacts: AfterFacts & { level: Level } = {
  ...head,
  level: 'city',
  numbers: { announcement: 7, notice: 15, certificate: 12, filing: 3 },
  oathLeader: '',
  acts: [
    after(act('appoint', '决定任命', '陶喆', '临江市人民政府秘书长', { position: 1 }), {
      ...government,
      ...into,
      filings: ['government-above'],
    }),
    after(act('remove', '决定免去', '巴特尔孟和额尔德', '临江市财政局局长', { position: 2 }), {
      ...government,
      filings: ['government-above'],
    }),
    after(act('appoint', '决定任命', '欧阳若兰', '临江市财政局局长', { position: 3 }), {
      ...government,
      ...into,
      filings: ['government-above'],
    }),
    after(
      act('appoint', '任命', '陆堃', '临江市中级人民法院刑事审判第二庭副庭长、审判员', {
        position: 4,
      }),
      { ...court, ...judicial },
    ),
    after(act('act-as', '决定代理', '龚䶮', '临江市人民检察院检察长', { position: 5 }), {
      ...council,
      oath: 'council',
      filings: ['procuratorate-above', 'committee-above'],
    }),
    after(
      act('accept-resignation', '接受', '白𬭎', '临江市人民检察院检察长', {
        position: 6,
        reason: '因工作变动',
      }),
      {
        ...procurator,
        nominatorKind: 'self',
        nominator: '白𬭎',
        filings: ['congress'],
        approval: true,
      },
    ),
    after(
      act('appoint', '任命', '买合木提·吐尔逊江', '临江市人民检察院检察委员会委员、检察员', {
        position: 7,
      }),
      { ...procurator, ...judicial },
    ),
    after(
      act('appoint', '任命', '何落选', '临江市人民检察院检察员', {
        position: 8,
        outcome: 'failed',
      }),
      {
        ...procurator,
      },
    ),
    after(
      act('remove', '免去', '石撤回', '临江市人民检察院检察员', {
        position: 9,
        outcome: 'withdrawn',
      }),
      { ...procurator },
    ),
    after(
      act('appoint', '任命', '金暂缓', '临江市人民检察院检察员', {
        position: 10,
        outcome: 'deferred',
      }),
      { ...procurator },
    ),
  ],
}

export const office: Office = {
  settings: {
    ...afterSettings,
    filing: { ...afterSettings.filing, signatory: '龙啸天' },
    letter: { ...afterSettings.letter, copies: '中共临江市委组织部，市人力资源和社会保障局' },
  },
  list: listSettings,
  templates: defaultTemplates,
}

export const workbook = actsWorkbook({
  bodyName: head.bodyName,
  term: head.term,
  session: head.session,
  acts: afterFacts.acts
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ person, verb, post, nominator }) => ({
      person,
      verb,
      post,
      nominator,
      date: head.date,
      method: '按表决器表决',
      for: 36,
      against: 1,
      abstain: 1,
      notPressed: 0,
      base: 41,
      needed: 21,
    })),
  tenures: [
    {
      person: '陶喆',
      post: '临江市人民政府秘书长',
      acting: false,
      from: head.date,
      to: null,
      reason: '',
    },
  ],
  formalities: [
    {
      kind: '任命书',
      toWhom: '陶喆',
      due: '2026-12-06',
      state: '待办',
      done: null,
      number: '',
    },
  ],
})
