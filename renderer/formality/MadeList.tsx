import type { MadePaper, PutRight } from '../../shared/contract/formality.ts'
import { followingPapers } from '../../shared/contract/papers.ts'
import { formatMoment } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, Finding, Note, Panel } from '../ui/index.ts'

/**
 * The files that left the house, those of one press together, the latest first; those something put right has overtaken
 * say so, and what changed.
 */
export const MadeList = ({
  made,
  putRight,
}: {
  made: readonly MadePaper[]
  putRight: readonly PutRight[]
}) => {
  const t = useT()
  const presses = [...Map.groupBy(made, ({ madeAt, operator }) => `${madeAt} ${operator}`).values()]
  return (
    <Panel title={t('formality.made')} note={t('formality.files', { count: made.length })}>
      {made.length === 0 ? <Note>{t('formality.noneMade')}</Note> : null}
      {presses.map((files, index) => {
        const [first] = files
        if (!first) return null
        const since = putRight.filter((one) => one.at > first.madeAt && files.some(speaksOf(one)))
        return (
          <details key={first.id} className="formality-press" open={index === 0}>
            <summary>
              {t('formality.press', {
                at: formatMoment(first.madeAt),
                operator: first.operator,
                count: files.length,
              })}
              {since.length > 0 ? <Badge tone="bad">{t('formality.overtaken')}</Badge> : null}
            </summary>
            {since.length > 0 ? (
              <Since all={since} way={wayOut(files, presses.slice(0, index).flat(), since)} />
            ) : null}
            <ul>
              {files.map(({ id, fileName, toWhom }) => (
                <li key={id}>
                  <span>{fileName}</span>
                  {toWhom ? <small>{toWhom}</small> : null}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </Panel>
  )
}

/** Papers from before the vote, an agenda or a draft, say nothing of results; a list of who was here names people. */
const speaksOf =
  ({ papers }: PutRight) =>
  ({ paper }: MadePaper): boolean =>
    papers.some((one) => one === paper)

const followsVote = ({ paper }: MadePaper): boolean => followingPapers.some((one) => one === paper)

/** Whether what is no longer right was made again after the last of what was put right; if not, how. */
const wayOut = (
  files: readonly MadePaper[],
  newer: readonly MadePaper[],
  since: readonly PutRight[],
): 'madeSince' | 'makeAgain' | 'exportAgain' => {
  const spoken = files.filter((file) => since.some((one) => speaksOf(one)(file)))
  const last = since.reduce((latest, { at }) => (at > latest ? at : latest), '')
  const again = newer.filter(({ madeAt }) => madeAt >= last)
  if (again.some(({ paper }) => spoken.some((file) => file.paper === paper))) return 'madeSince'
  return spoken.some(followsVote) ? 'makeAgain' : 'exportAgain'
}

const SHOWN = 6

/** What was put right, and when. */
const sinceWords = (t: ReturnType<typeof useT>, one: PutRight): string => {
  const { at: _, papers: _papers, what, ...said } = one
  const outcome = one.what === 'result' ? { outcome: t(`appointment.outcome.${one.outcome}`) } : {}
  return t(`formality.putRight.${what}`, { ...said, ...outcome, at: formatMoment(one.at) })
}

/** What was put right after these files were made, and what to do about it. */
const Since = ({ all, way }: { all: readonly PutRight[]; way: ReturnType<typeof wayOut> }) => {
  const t = useT()
  const rest = all.length - SHOWN
  return (
    <Finding tone="warn">
      {t(`formality.${way}`)}
      <ol className="formality-since">
        {all.slice(0, SHOWN).map((one, index) => (
          <li key={index}>{sinceWords(t, one)}</li>
        ))}
        {rest > 0 ? <li>{t('formality.andMore', { count: rest })}</li> : null}
      </ol>
    </Finding>
  )
}
