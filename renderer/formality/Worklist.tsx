import type { ReactNode } from 'react'
import type { Formality } from '../../shared/contract/formality.ts'
import { isOpen } from '../../shared/rules/appointment/keeping.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { sessionName } from '../session/index.ts'
import { Button, DataTable, EmptyState, Segmented, SplitLayout, type Column } from '../ui/index.ts'
import { Detail } from './Detail.tsx'
import { DueDialog } from './DueDialog.tsx'
import { KindList } from './KindList.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { useWork, type Listed } from './useWork.ts'
import { DueWords, endWords, StateWords } from './words.tsx'

type Work = ReturnType<typeof useWork>

/** What is to be seen to, by kinds; settled one by one or many at once. */
export const Worklist = ({
  formalities,
  list,
  top,
  none,
  children,
}: {
  formalities: readonly Formality[]
  /** Of one session, or of several, where each row names its own. */
  list: Listed
  /** Above the list. */
  top?: ReactNode
  none: ReactNode
  /** Under what is told of the chosen one. */
  children?: ReactNode
}) => {
  const work = useWork(formalities, list)
  const columns = useColumns(work, list)
  const { rows, current, asked, settling } = work
  useKeys(work)
  const t = useT()
  return (
    <SplitLayout
      leftWidth={220}
      left={<KindList formalities={formalities} group={work.group} onGroup={work.setGroup} />}
      rightWidth={324}
      right={
        <div className="formality-aside">
          <Detail formality={current} />
          {children}
        </div>
      }
    >
      <div className="formality-work">
        {top}
        <Bar work={work} withDone={list === 'session'} />
        <DataTable<Formality>
          label={t('formality.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={work.select}
          onOpen={() => settling.length > 0 && work.ask('done')}
          chords={{ Space: ({ id }) => work.mark(id) }}
          rowTone={(one) => (one.overdue || one.doubt ? 'error' : undefined)}
          empty={
            formalities.length === 0 ? none : <EmptyState title={t('formality.nothingOpen')} />
          }
        />
      </div>
      {asked === 'done' || asked === 'waived' ? (
        <SettleDialog
          formalities={settling}
          state={asked}
          onSettled={work.goOn}
          onClose={() => work.ask(null)}
        />
      ) : null}
      {asked === 'day' && current ? (
        <DueDialog formality={current} onClose={() => work.ask(null)} />
      ) : null}
    </SplitLayout>
  )
}

const useKeys = (work: Work): void => {
  const { targets, settling, rows, current, groups, group } = work
  const at = groups.indexOf(group)
  useAction('formality.open', () => work.ask('done'), settling.length > 0)
  useAction('formality.drop', () => work.ask('waived'), settling.length > 0)
  useAction('formality.edit', () => work.ask('day'), current !== null)
  useAction('formality.again', () => void work.again(), targets.some(canReopen))
  useAction('formality.rest', work.markAll, rows.length > 0)
  useAction('formality.kindUp', () => work.stepGroup(-1), at > 0)
  useAction('formality.kindDown', () => work.stepGroup(1), at < groups.length - 1)
}

const canReopen = ({ state }: Formality): boolean => state !== 'due'

const Bar = ({ work, withDone }: { work: Work; withDone: boolean }) => {
  const t = useT()
  const { targets, current } = work
  const any = work.settling.length > 0
  return (
    <div className="formality-bar">
      {withDone ? (
        <Segmented<'open' | 'all'>
          label={t('formality.show.label')}
          value={work.openOnly ? 'open' : 'all'}
          options={[
            { value: 'open', label: t('formality.show.open') },
            { value: 'all', label: t('formality.show.all') },
          ]}
          onChange={(value) => work.setOpenOnly(value === 'open')}
        />
      ) : null}
      <span className="formality-marked" role="status">
        {work.marked.size > 0 ? t('formality.marked', { count: targets.length }) : null}
      </span>
      <Button icon="check" chord="Enter" disabled={!any} onClick={() => work.ask('done')}>
        {t('formality.settle')}
      </Button>
      <Button chord="Delete" disabled={!any} onClick={() => work.ask('waived')}>
        {t('formality.waive')}
      </Button>
      <Button icon="calendar" chord="E" disabled={!current} onClick={() => work.ask('day')}>
        {t('formality.setDue')}
      </Button>
      {targets.some(canReopen) ? (
        <Button icon="reset" chord="Shift+Delete" onClick={() => void work.again()}>
          {t('formality.again')}
        </Button>
      ) : null}
    </div>
  )
}

const useColumns = (work: Work, list: Listed): Column<Formality>[] => {
  const t = useT()
  const settled = list === 'settled'
  const session: Column<Formality> = {
    key: 'session',
    header: t('formality.col.session'),
    width: '128px',
    cell: ({ termNumber, sessionNumber: number }) =>
      termNumber === null || number === null
        ? t('formality.noSession')
        : sessionName({ termNumber, number }),
  }
  const due: Column<Formality> = {
    key: 'due',
    header: t('formality.col.due'),
    width: '196px',
    cell: (one) => <DueWords formality={one} />,
  }
  return [
    {
      key: 'mark',
      width: '40px',
      header: (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('formality.markAll')}
          checked={work.allMarked}
          onChange={work.markAll}
        />
      ),
      cell: ({ id, kind, toWhom }) => (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('formality.mark', { kind: t(`formality.kind.${kind}`), toWhom })}
          checked={work.marked.has(id)}
          onChange={() => work.mark(id)}
        />
      ),
    },
    {
      key: 'kind',
      header: t('formality.col.kind'),
      width: '84px',
      cell: ({ kind }) => t(`formality.kind.${kind}`),
    },
    {
      key: 'toWhom',
      header: t('formality.col.toWhom'),
      cell: (one) => <ToWhom formality={one} />,
    },
    ...(list === 'session' ? [] : [session]),
    ...(settled ? [] : [due]),
    {
      key: 'state',
      header: t('formality.col.state'),
      width: settled ? '196px' : list === 'open' ? '84px' : '108px',
      cell: (one) => <StateWords formality={one} />,
    },
  ]
}

const ToWhom = ({ formality }: { formality: Formality }) => {
  const t = useT()
  const { toWhom, acts, heldBy, ended } = formality
  const [first = ended ? endWords(t, ended) : undefined] = acts
  return (
    <span className="formality-whom" data-open={isOpen(formality) || undefined}>
      <b>{toWhom}</b>
      {heldBy ? <i>{t(`formality.heldBy.${heldBy}`)}</i> : null}
      {first ? (
        <small>
          {acts.length > 1 ? t('formality.acts', { first, count: acts.length }) : first}
        </small>
      ) : null}
    </span>
  )
}
