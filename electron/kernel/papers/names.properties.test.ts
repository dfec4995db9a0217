import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ActKind, ActOutcome } from '../../../shared/contract/appointment.ts'
import type { PaperName } from '../../../shared/contract/papers.ts'
import { aftermath, proposers } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value } from '../../../test/builders/kernel.ts'

// Who stands in which paper, whatever was proposed and however it was decided, put right, withdrawn or put off.

type Kind = {
  act: ActKind
  verb: string
  by: keyof typeof proposers
  post: (n: number) => string
  /** The papers a passed act of this kind stands in, beside those every one does. */
  papers: readonly PaperName[]
}

const everyOne: readonly PaperName[] = ['announcement', 'notices', 'acts-sheet']
const intoOffice = ['list', 'certificates', 'duties', 'oaths'] as const
const bureau = (n: number): string => `临江市第${n}办事局局长`
const judge = (n: number): string => `临江市中级人民法院第${n}审判庭庭长`
const kinds: readonly Kind[] = [
  {
    act: 'appoint',
    verb: '决定任命',
    by: 'mayor',
    post: bureau,
    papers: [...intoOffice, 'filings'],
  },
  { act: 'remove', verb: '决定免去', by: 'mayor', post: bureau, papers: ['list', 'filings'] },
  { act: 'appoint', verb: '任命', by: 'president', post: judge, papers: intoOffice },
  { act: 'remove', verb: '免去', by: 'president', post: judge, papers: ['list'] },
  {
    act: 'appoint',
    verb: '任命',
    by: 'council',
    post: (n) => `临江市人民代表大会常务委员会第${n}工作委员会副主任`,
    papers: intoOffice,
  },
  {
    act: 'approve-appoint',
    verb: '批准任命',
    by: 'procurator',
    post: (n) => `临江市江${n}县人民检察院检察长`,
    papers: ['list'],
  },
  {
    act: 'accept-resignation',
    verb: '接受',
    by: 'self',
    post: (n) => `临江市人民政府副市长（分管第${n}片）`,
    papers: ['decisions', 'filings'],
  },
]

const after: readonly PaperName[] = [...everyOne, ...intoOffice, 'decisions', 'filings']

const names = ['方明远', '于安邦', '高文康', '欧阳若兰', '白𬭎', '买合木提·吐尔逊江'] as const
const fates = ['passed', 'failed', 'undone', 'redone', 'pending', 'withdrawn', 'deferred'] as const
type Fate = (typeof fates)[number]

const outcomeOf: Readonly<Record<Fate, ActOutcome>> = {
  passed: 'passed',
  failed: 'failed',
  undone: 'failed',
  redone: 'passed',
  pending: 'pending',
  withdrawn: 'withdrawn',
  deferred: 'deferred',
}

type Plan = { kind: Kind; name: string; fate: Fate; nextDay: boolean }
type Case = Plan & { post: string }

const anyPlan = fc.record({
  kind: fc.constantFrom(...kinds),
  name: fc.constantFrom(...names),
  fate: fc.constantFrom(...fates, 'passed' as const, 'passed' as const),
  nextDay: fc.boolean(),
})

/** Takes one act where its plan wants it. */
const take = async (
  own: ReturnType<typeof testKernel>,
  steps: ReturnType<typeof aftermath>,
  place: Hall,
  { kind, name, fate, post }: Case,
): Promise<void> => {
  const { appointment, ballot } = own.client
  const { itemId } = place
  const facts = { rev: 0, itemId, ...proposers[kind.by] }
  const { id: nominationId } = value(await appointment.saveNomination(facts))
  const { act: actKind, verb } = kind
  const entry = { act: actKind, verb, personName: name, post, reason: '因工作变动' }
  const added = value(await appointment.addActs({ nominationId, acts: [entry] }))
  const [act] = added.acts
  if (!act) throw new Error('no act')
  const { id, rev } = act
  if (fate === 'pending') return
  if (fate === 'withdrawn') {
    value(await appointment.withdrawAct({ id, rev, reason: '提请人撤回' }))
    return
  }
  if (fate === 'deferred') {
    value(await appointment.deferAct({ id, rev, reason: '主任会议决定暂不付表决' }))
    return
  }
  const asked = { itemId, actIds: [id], manner: 'individually' as const, goPast: '会前已核对' }
  const [question] = value(await ballot.askActs(asked))
  if (!question) throw new Error('not asked')
  await steps.decided(place, question, fate === 'passed' || fate === 'undone')
  if (fate === 'undone' || fate === 'redone') await steps.corrected(question, fate === 'redone')
}

const held = (cases: readonly Case[], text: string) => ({
  names: names.filter((name) => text.includes(name)),
  posts: cases.map(({ post }) => post).filter((post) => text.includes(post)),
})

const wanted = (cases: readonly Case[]) => ({
  names: names.filter((name) => cases.some((one) => one.name === name)),
  posts: cases.map(({ post }) => post),
})

it('every paper names whom its facts name, and nobody else', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPlan, { minLength: 4, maxLength: 14 }), async (plans) => {
      const own = testKernel('2026-11-26T10:00:00')
      try {
        const steps = aftermath(own)
        const place = await steps.hall(29)
        const cases = plans.map((plan, at) => ({ ...plan, post: plan.kind.post(at + 10) }))
        const inTurn = cases.toSorted((a, b) => Number(a.nextDay) - Number(b.nextDay))
        for (const one of inTurn) {
          if (one.nextDay) own.at('2026-11-27T09:00:00')
          await take(own, steps, place, one)
        }
        const { sessionId } = place
        const text = async (paper: PaperName): Promise<string> =>
          value(await own.client.papers.preview({ sessionId, paper }))
            .previews.map((preview) => preview.text)
            .join('\n')
        const fated = (...outcomes: readonly ActOutcome[]): Case[] =>
          inTurn.filter(({ fate }) => outcomes.includes(outcomeOf[fate]))
        const expected = new Map<PaperName, Case[]>(
          after.map((paper) => [
            paper,
            fated('passed').filter(
              ({ kind }) => everyOne.includes(paper) || kind.papers.includes(paper),
            ),
          ]),
        )
        expected.set('draft-list', fated('pending'))
        expected.set('results', fated('passed', 'failed'))
        for (const [paper, named] of expected)
          expect([paper, held(inTurn, await text(paper))]).toEqual([paper, wanted(named)])
      } finally {
        await own.dispose()
      }
    }),
    { numRuns: 8, seed: 20_261_126, endOnFailure: true },
  )
})
