import { z } from 'zod'
import { nominatorKinds } from '../../contract/appointment.ts'
import type { NominatorKind } from '../../contract/appointment.ts'
import { filingRoutes } from '../../contract/ledger.ts'
import type { FilingRoute } from '../../contract/ledger.ts'
import { organicLaw } from '../laws.ts'
import { oath2018 } from './oath-text.ts'

export const signers = ['主任', '代理主任'] as const

/** How an office wants the papers that follow a vote. Empty texts stand for what is made of the body's own name. */
export type AfterSettings = {
  letter: {
    form: 'file' | 'letter'
    /** Words of the red head. */
    mark: string
    /** Who prints and sends (印发机关). */
    issuer: string
    /** 抄送, notices only. */
    copies: string
  }
  notice: { addressees: Partial<Record<NominatorKind, string>> }
  announcement: { signature: boolean }
  certificate: {
    /** Pre-printed stock: its title and frame are left out. */
    textOnly: boolean
    /** Millimetres to the right and down, in steps of 0.5. */
    offsetX: number
    offsetY: number
    dateNumerals: 'arabic' | 'chinese'
    passing: boolean
    /** Who signs: 主任, or 代理主任 while one acts. */
    signer: (typeof signers)[number]
    /** The signer's name in print; empty leaves room for a signature. */
    signerName: string
    /** A file for each person instead of one for all. */
    separate: boolean
  }
  oath: { text: string }
  filing: {
    addressees: Partial<Record<FilingRoute, string>>
    law: string
    /** 签发人 of reports that go upward; empty leaves room to write. */
    signatory: string
  }
}

export const afterSettings: AfterSettings = {
  letter: { form: 'file', mark: '', issuer: '', copies: '' },
  notice: { addressees: {} },
  announcement: { signature: true },
  certificate: {
    textOnly: false,
    offsetX: 0,
    offsetY: 0,
    dateNumerals: 'arabic',
    passing: true,
    signer: '主任',
    signerName: '',
    separate: false,
  },
  oath: { text: oath2018 },
  filing: {
    addressees: {},
    law: organicLaw,
    signatory: '',
  },
}

const line = z.string().trim().max(200)
/** Farther than this the sheet lies wrong in the printer. */
const offset = z.number().min(-20).max(20).multipleOf(0.5)

export const afterShape = {
  letter: z
    .object({ form: z.enum(['file', 'letter']), mark: line, issuer: line, copies: line })
    .partial()
    .default({}),
  notice: z
    .object({ addressees: z.partialRecord(z.enum(nominatorKinds), line) })
    .partial()
    .default({}),
  announcement: z.object({ signature: z.boolean() }).partial().default({}),
  certificate: z
    .object({
      textOnly: z.boolean(),
      offsetX: offset,
      offsetY: offset,
      dateNumerals: z.enum(['arabic', 'chinese']),
      passing: z.boolean(),
      signer: z.enum(signers),
      signerName: z.string().trim().max(20),
      separate: z.boolean(),
    })
    .partial()
    .default({}),
  oath: z
    .object({ text: z.string().trim().min(1).max(400) })
    .partial()
    .default({}),
  filing: z
    .object({ addressees: z.partialRecord(z.enum(filingRoutes), line), law: line, signatory: line })
    .partial()
    .default({}),
}
