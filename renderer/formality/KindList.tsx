import {
  formalityKinds,
  type Formality,
  type FormalityKind,
} from '../../shared/contract/formality.ts'
import { useT } from '../lib/i18n.ts'
import { Badge } from '../ui/index.ts'
import { isOpen } from '../../shared/rules/appointment/keeping.ts'

export type Group = 'all' | 'overdue' | FormalityKind

/** The groups there is something of, in their order; before them «all» and, where there are any, what is late. */
export const groupsOf = (formalities: readonly Formality[]): Group[] => [
  'all',
  ...(formalities.some(({ overdue }) => overdue) ? (['overdue'] as const) : []),
  ...formalityKinds.filter((kind) => formalities.some((one) => one.kind === kind)),
]

export const isOfGroup =
  (group: Group) =>
  ({ kind, overdue }: Formality): boolean =>
    group === 'all' || group === kind || (group === 'overdue' && overdue)

/** The kinds with how many of each are still to be seen to, and how many are late. */
export const KindList = ({
  formalities,
  group,
  onGroup,
}: {
  formalities: readonly Formality[]
  group: Group
  onGroup: (group: Group) => void
}) => {
  const t = useT()
  return (
    <nav className="kit-choices formality-kinds" aria-label={t('formality.kinds')}>
      {groupsOf(formalities).map((one) => {
        const own = formalities.filter(isOfGroup(one))
        const open = own.filter(isOpen)
        const overdue = open.filter((each) => each.overdue).length
        return (
          <button
            key={one}
            type="button"
            aria-current={one === group || undefined}
            onClick={() => onGroup(one)}
          >
            <span>{t(`formality.kind.${one}`)}</span>
            {open.length === 0 ? (
              <Badge tone="good">{t('formality.allSettled', { count: own.length })}</Badge>
            ) : (
              <Badge tone={overdue > 0 ? 'bad' : 'plain'} sign={overdue > 0 ? '!' : ''}>
                {overdue > 0 && one !== 'overdue'
                  ? t('formality.openOverdue', { count: open.length, overdue })
                  : t('formality.openOf', { count: open.length, total: own.length })}
              </Badge>
            )}
          </button>
        )
      })}
    </nav>
  )
}
