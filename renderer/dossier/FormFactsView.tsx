import type { FormFacts } from '../../shared/contract/dossier.ts'
import { useT } from '../lib/i18n.ts'
import { Facts } from '../ui/index.ts'
import { Photo } from './Photo.tsx'
import { shownMonth } from '../lib/formats.ts'

const beside = [
  'name',
  'sex',
  'birth',
  'nationality',
  'nativePlace',
  'joinedParty',
  'startedWork',
  'health',
] as const
const below = [
  'currentPost',
  'proposedPost',
  'proposedRemoval',
  'reason',
  'birthPlace',
  'profession',
  'speciality',
  'fullTime',
  'onTheJob',
  'rewards',
  'annualReview',
  'reportedBy',
] as const

const textOf = (value: FormFacts[(typeof beside)[number] | (typeof below)[number]]): string =>
  typeof value === 'string'
    ? shownMonth(value)
    : [value.education, value.degree, value.school].filter(Boolean).join(' ')

/** A form as it is read: picture and person, posts, résumé, family. */
export const FormFactsView = ({ facts, photo }: { facts: FormFacts; photo: string | null }) => {
  const t = useT()
  const items = (fields: readonly ((typeof beside)[number] | (typeof below)[number])[]) =>
    fields.flatMap((field) => {
      const value = textOf(facts[field])
      return value === ''
        ? []
        : [
            {
              label: t(`dossier.field.${field}`),
              value: <span className="dossier-text">{value}</span>,
            },
          ]
    })
  return (
    <div className="dossier-facts">
      <div className="dossier-head">
        <Photo name={facts.name} photo={photo} />
        <Facts items={items(beside)} />
      </div>
      <Facts items={items(below)} />
      {facts.resume.length > 0 ? (
        <section>
          <h3>{t('dossier.resume')}</h3>
          <ol className="dossier-resume">
            {facts.resume.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {facts.relatives.length > 0 ? (
        <section>
          <h3>{t('dossier.family')}</h3>
          <table className="dossier-family">
            <tbody>
              {facts.relatives.map((one, at) => (
                <tr key={at}>
                  <td>{one.title}</td>
                  <td>{one.name}</td>
                  <td>{shownMonth(one.birth)}</td>
                  <td>{one.politics}</td>
                  <td>{one.work}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </div>
  )
}
