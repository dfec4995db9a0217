import { expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { testKernel, value } from '../../../test/builders/kernel.ts'

it('算例 70 knows a failure of the term when the same is proposed again', async () => {
  const own = testKernel()
  const steps = aftermath(own)
  const place = await steps.hall(31)
  const line = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const [question] = await steps.proposed(place, 'mayor', [line])
  if (!question) throw new Error('one question expected')
  await steps.decided(place, question, false)
  await steps.acts(place, [{ act: 'appoint', ...line }])
  const codes = value(await own.client.appointment.findings(place)).map(({ code }) => code)
  expect(codes).toContain('resubmitted')
  await own.dispose()
})
