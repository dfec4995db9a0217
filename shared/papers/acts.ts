/** What a decision does to a person and a post (glossary: 任免事项). */
export type Act =
  | 'appoint'
  | 'remove'
  | 'dismiss'
  | 'accept-resignation'
  | 'act-as'
  | 'approve-appoint'
  | 'approve-remove'
  | 'recall'
  | 'end'

export const organGroups = [
  'body',
  'government',
  'supervisory',
  'court',
  'procuratorate',
  'other',
] as const
/** The organ a post belongs to, as lists are ordered by it. */
export type OrganGroup = (typeof organGroups)[number]

export type Outcome = 'pending' | 'passed' | 'failed' | 'withdrawn' | 'deferred'

/** To be approved above (组织法 32①), filed with the congress (组织法 32①) or with the committee above (选举法 55). */
export type Onward = 'approval' | 'congress' | 'committee-above'

/** One act as the kernel reads it from the store: plain data, the name bare. */
export type ActFact = {
  act: Act
  /** The formula stored with the act («决定任命», «免去» …), never guessed from the post. */
  verb: string
  person: string
  /** Tells two of one name apart; absent where nobody has said who is meant. */
  who?: string
  /** Full post with its organ, one or several joined by «、», without a closing «职务». */
  post: string
  organGroup: OrganGroup
  reason?: string
  outcome: Outcome
  /** Where an accepted resignation goes on to; the congress where nothing is said. */
  onward?: readonly Onward[]
  /** Place within its nomination, rising. */
  position: number
}

/** One person's acts under one key, those of namesakes apart. */
export const whoOf = ({ who, person }: Pick<ActFact, 'who' | 'person'>): string => who ?? person

/** Whether two acts may be on one person: the name alone says so where nobody has said who is meant. */
export const maySame = (
  a: Pick<ActFact, 'who' | 'person'>,
  b: Pick<ActFact, 'who' | 'person'>,
): boolean =>
  a.person === b.person && (a.who === undefined || b.who === undefined || a.who === b.who)

/** Order matters: a court's or procuratorate's name may contain the city government's own words. */
const organPatterns: readonly (readonly [RegExp, OrganGroup])[] = [
  [/监察委员会|监委(?!会)/u, 'supervisory'],
  [/检察院|检察长|检察员|检察委员会|检委会/u, 'procuratorate'],
  [/法院|审判|^(?:代理|副)*院长|庭长|人民陪审员/u, 'court'],
  [/人民代表大会|人大|街道工作委员会|常委会|常务委员会/u, 'body'],
  [
    /人民政府|政府|(?:省|市|县|区|州|旗|自治区)长|秘书长|局|厅|主任$|委员会|办公室|科长/u,
    'government',
  ],
]

/** The organ group a post's full name speaks of; `other` when no organ is recognised. */
export const organGroupOf = (post: string): OrganGroup =>
  organPatterns.find(([pattern]) => pattern.test(post))?.[1] ?? 'other'
