import { useEffect, useState } from 'react'
import type { Parameter } from '../../shared/contract/body.ts'
import { parameterRules, type ParameterKey } from '../../shared/rules/parameters.ts'
import { formatDay } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { choose, usePlace } from '../lib/place.ts'
import { Badge, DataTable, goToRow, Loaded, Note, type Column } from '../ui/index.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { ruleGroups, ruleName, ruleValue, unconfirmed } from './rules.ts'

/** The body's rules of procedure, each with its legal floor. */
export const RulesTab = () => {
  const t = useT()
  const parameters = useKernelQuery('body.parameters', {})
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<Parameter | null>(null)
  const { rule } = usePlace()
  const known = parameters.data !== undefined
  useEffect(() => {
    if (rule === null || !known) return
    goToRow(rule)
    choose({ rule: null })
  }, [rule, known])
  return (
    <div className="body-rules">
      <Loaded query={parameters}>
        {(list) => (
          <>
            <div className="body-rules-note">
              <Note>{t('body.rule.hint')}</Note>
              {unconfirmed(list) > 0 ? (
                <Badge tone="warn">
                  {t('body.rule.unconfirmedCount', { count: unconfirmed(list) })}
                </Badge>
              ) : null}
            </div>
            {ruleGroups.map(({ name, keys }) => (
              <section key={name}>
                <h2>{t(`body.group.${name}`)}</h2>
                <RuleTable
                  label={t(`body.group.${name}`)}
                  parameters={keys.flatMap((key) => list.find((one) => one.key === key) ?? [])}
                  selected={selected}
                  onSelect={setSelected}
                  onOpen={setEditing}
                />
              </section>
            ))}
          </>
        )}
      </Loaded>
      {editing ? (
        <RuleDialog key={editing.key} parameter={editing} onClose={() => setEditing(null)} />
      ) : null}
    </div>
  )
}

const lockOf = (key: string) => parameterRules[key as ParameterKey]

const RuleTable = ({
  label,
  parameters,
  selected,
  onSelect,
  onOpen,
}: {
  label: string
  parameters: readonly Parameter[]
  selected: string | null
  onSelect: (key: string) => void
  onOpen: (parameter: Parameter) => void
}) => {
  const t = useT()
  const columns: Column<Parameter>[] = [
    { key: 'name', header: t('body.rule.name'), width: '26%', cell: ({ key }) => ruleName(key) },
    {
      key: 'value',
      header: t('body.rule.value'),
      width: '24%',
      cell: ({ key, value, isDefault }) => (
        <>
          <b>{ruleValue(value, key as ParameterKey)}</b>{' '}
          {isDefault ? <small>{t('body.rule.default')}</small> : null}
        </>
      ),
    },
    {
      key: 'limit',
      header: t('body.rule.limit'),
      width: '24%',
      cell: ({ key }) => {
        const { lock, articles } = lockOf(key)
        return (
          <>
            {t(`rules.lock.${lock}`)}{' '}
            {articles.length > 0 ? <small>{articles.join(' ')}</small> : null}
          </>
        )
      },
    },
    { key: 'source', header: t('body.rule.source'), cell: ({ source }) => source },
    {
      key: 'confirmed',
      header: t('body.rule.confirmed'),
      width: '130px',
      cell: ({ confirmedOn }) =>
        confirmedOn ? (
          formatDay(confirmedOn)
        ) : (
          <Badge tone="warn">{t('body.rule.unconfirmed')}</Badge>
        ),
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={parameters}
      rowKey={({ key }) => key}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    />
  )
}
