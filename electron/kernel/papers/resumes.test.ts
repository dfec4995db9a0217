import { afterEach, beforeEach, expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { lrmxOf, sampleForm } from '../../../test/builders/forms.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall

beforeEach(async () => {
  own = testKernel('2026-11-26T10:00:00')
  steps = aftermath(own)
  place = await steps.hall(29)
})
afterEach(() => own.dispose())

const resumes = async () =>
  value(await own.client.papers.preview({ sessionId: place.sessionId, paper: 'resumes' }))
const attach = async (actId: string): Promise<void> => {
  const base64 = Buffer.from(lrmxOf()).toString('base64')
  const file = { fileName: `${sampleForm.name}.lrmx`, base64 }
  const { token, personId } = value(await own.client.dossier.readForm({ ...file, actId }))
  value(await own.client.dossier.attachForm({ ...file, token, personId, actId }))
}
const asked = async () => {
  const vice = { personName: sampleForm.name, post: sampleForm.proposedPost }
  const judge = { personName: '高文康', post: '临江市中级人民法院审判员' }
  return steps.proposed(place, 'president', [vice, judge])
}
const actId = async (name: string): Promise<string> => {
  const list = value(await own.client.appointment.nominations({ sessionId: place.sessionId }))
  const act = list.flatMap(({ acts }) => acts).find(({ personName }) => personName === name)
  if (!act) throw new Error(`no act on ${name}`)
  return act.id
}

it('prints before the vote who is proposed, from the forms that came with them', async () => {
  await asked()
  expect((await resumes()).why?.key).toBe('papers.resume.none')
  await attach(await actId(sampleForm.name))
  const { previews } = await resumes()
  const text = previews[0]?.text ?? ''
  expect(previews).toHaveLength(1)
  expect(text).toContain('一、商羽宁\n任免事项：任临江市中级人民法院副院长。\n')
  expect(text).toContain(
    '基本情况：女，回族，1979年3月出生，临江云溪人，2001年7月参加工作，2002年6月加入中国共产党，三级高级法官。',
  )
  expect(text).toContain('\n2018.11--\u3000临江市中级人民法院民事审判第二庭庭长、审判委员会委员\n')
  expect(text).toContain('二、高文康\n任免事项：任临江市中级人民法院审判员。\n（没有附任免审批表）')
  // Family and health stay in the form.
  for (const word of ['穆青河', '健康']) expect(text).not.toContain(word)
})

it('leaves out who failed', async () => {
  const [first, second] = await asked()
  await attach(await actId(sampleForm.name))
  if (!first || !second) throw new Error('not asked')
  await steps.decided(place, first)
  await steps.decided(place, second, false)
  const text = (await resumes()).previews[0]?.text ?? ''
  expect(text).toContain('商羽宁')
  expect(text).not.toContain('高文康')
})
