import type { FormFacts, FormReading } from '../../../shared/contract/dossier.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { pinyinKeys } from '../../../shared/rules/pinyin.ts'
import { dotted } from './compare.ts'
import type { KnownPerson } from './sql.ts'
import { variantKey } from './variants.ts'

type Meant = FormReading['persons'][number]

/** Most people offered. */
const MOST = 20

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/u.test(text)

/** Whether the months of birth agree; null where one of them is not known. A stored day counts by its month. */
const birthAgrees = (facts: FormFacts, person: KnownPerson): boolean | null =>
  !isMonth(facts.birth) || !person.birth ? null : person.birth.slice(0, 7) === facts.birth

const why = (name: string, params?: Record<string, string>): Message =>
  params ? { key: `dossier.why.${name}`, params } : { key: `dossier.why.${name}` }

/** How likely a person is meant (the smaller the likelier) and why; null where nothing speaks for it. */
const judged = (facts: FormFacts, person: KnownPerson): { rank: number; why: Message } | null => {
  const birth = birthAgrees(facts, person)
  if (person.name === facts.name) {
    if (birth === true) return { rank: 0, why: why('same') }
    if (birth === null) return { rank: 1, why: why('name') }
    return {
      rank: 3,
      why: why('birthDiffers', { stored: dotted(person.birth ?? '') }),
    }
  }
  if (birth !== false && variantKey(person.name) === variantKey(facts.name))
    return { rank: 2, why: why('variant') }
  const sounds = birth === true && pinyinKeys(person.name).full === pinyinKeys(facts.name).full
  return sounds ? { rank: 4, why: why('sound') } : null
}

/** People a form may mean, the likeliest first: of the same name, of one written otherwise, of one that sounds so. */
export const peopleMeant = (facts: FormFacts, people: readonly KnownPerson[]): Meant[] =>
  people
    .flatMap((person) => {
      const found = judged(facts, person)
      return found ? [{ person, ...found }] : []
    })
    .sort((a, b) => a.rank - b.rank || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ person, why: reason }) => ({ id: person.id, name: person.name, why: reason }))
