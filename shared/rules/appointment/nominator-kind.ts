import type { NominatorKind } from '../../contract/appointment.ts'

/** What names of nominators hold; the first that fits counts. */
const words: readonly (readonly [RegExp, NominatorKind])[] = [
  [/主任会议/u, 'council'],
  [/法院/u, 'court-president'],
  [/检察/u, 'chief-procurator'],
  [/监察委|监委/u, 'supervisory-head'],
  [/人民?政府|[市县区省州旗]长|主席/u, 'government-head'],
  [/(?:常委会|常务委员会)主任/u, 'chair'],
  [/联名|等.*人$/u, 'members'],
  [/本人/u, 'self'],
]

/** What kind of nominator a text names, as «市长周启航» or «市中级人民法院»; undefined where it does not show it. */
export const nominatorKindOf = (nominator: string): NominatorKind | undefined =>
  words.find(([pattern]) => pattern.test(nominator.normalize('NFKC')))?.[1]
