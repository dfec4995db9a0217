import type { OrganKind } from '../../contract/ledger.ts'
import { barePost } from '../posts.ts'

const kinds: readonly (readonly [RegExp, OrganKind])[] = [
  [/法院/u, 'court'],
  [/检察院/u, 'procuratorate'],
  [/代表资格审查委员会$/u, 'credentials-committee'],
  [/调查委员会$/u, 'inquiry-committee'],
  [/街道|街工委/u, 'street-committee'],
  [/(?:常务委员会|常委会)$/u, 'standing-committee'],
  [/常务委员会|常委会/u, 'committee-office'],
  [/(?:人民代表大会|人大).+委员会$/u, 'special-committee'],
  [/监察委员会$|监委$/u, 'supervisory'],
  [/(?:人民代表大会|人大)$/u, 'congress-above'],
  [/政府|局$|厅$|办公[室厅]$|委员会$|委$|科$|部$/u, 'government'],
]

/** What an organ is by its name alone; a proposal a person may change. */
export const organKindOf = (name: string): OrganKind =>
  kinds.find(([pattern]) => pattern.test(barePost(name)))?.[1] ?? 'other'
