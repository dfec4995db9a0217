import { useState } from 'react'
import type { LedgerStatistics } from '../../shared/contract/ledger.ts'
import { formatDay, today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { BigNumber, DateField, EmptyState, Finding, Loaded, Note, Segmented } from '../ui/index.ts'
import { Bars, MonthColumns } from './Bars.tsx'
import { daysOfSpan, monthsOf, sharesOf, spans, type Share, type Span } from './figures.ts'
import { PrintButton } from './PrintButton.tsx'
import { useLedger } from './useLedger.ts'

/** Passed acts counted by verb, organ and month; shares of women and minorities; how far posts are filled. */
export const StatisticsView = () => {
  const body = useKernelQuery('body.get', {})
  return (
    <Loaded query={body}>
      {(known) => <Counted termStartsOn={known?.term.startsOn ?? `${today().slice(0, 4)}-01-01`} />}
    </Loaded>
  )
}

const Counted = ({ termStartsOn }: { termStartsOn: string }) => {
  const t = useT()
  const [span, setSpan] = useState<Span | 'own'>('term')
  const [days, setDays] = useState(daysOfSpan('term', today(), termStartsOn))
  const backwards = days.from > days.to
  const counted = useLedger('ledger.statistics', days, !backwards)
  const setDay = (end: 'from' | 'to') => (day: string | null) => {
    if (day === null) return
    setSpan('own')
    setDays({ ...days, [end]: day })
  }
  return (
    <div className="ledger-statistics">
      <div className="ledger-bar">
        <Segmented<Span | 'own'>
          label={t('ledger.span')}
          value={span}
          options={[
            ...spans.map((one) => ({ value: one, label: t(`ledger.spanName.${one}`) })),
            { value: 'own' as const, label: t('ledger.spanName.own') },
          ]}
          onChange={(one) => {
            setSpan(one)
            if (one !== 'own') setDays(daysOfSpan(one, today(), termStartsOn))
          }}
        />
        <DateField
          label={t('ledger.spanFrom')}
          hideLabel
          value={days.from}
          onChange={setDay('from')}
        />
        <span aria-hidden="true">–</span>
        <DateField label={t('ledger.spanTo')} hideLabel value={days.to} onChange={setDay('to')} />
        <PrintButton />
      </div>
      {backwards ? (
        <Finding tone="bad">{t('ledger.backwards')}</Finding>
      ) : (
        <Loaded query={counted}>{(counts) => <Figures counts={counts} />}</Loaded>
      )}
    </div>
  )
}

const Figures = ({ counts }: { counts: LedgerStatistics }) => {
  const t = useT()
  const { women, minority } = sharesOf(counts)
  const { posts, held, vacant, thisTerm } = counts.coverage
  return (
    <div className="ledger-figures">
      <p className="ledger-span">
        {t('ledger.countedFrom', { from: formatDay(counts.from), to: formatDay(counts.to) })}
      </p>
      <div className="ledger-numbers">
        <BigNumber label={t('ledger.acts')} value={counts.total} />
        <BigNumber label={t('ledger.persons')} value={counts.persons} />
        <ShareNumber label={t('ledger.women')} share={women} />
        <ShareNumber label={t('ledger.minority')} share={minority} />
        <BigNumber
          label={t('ledger.coverage')}
          value={posts > 0 ? `${((held / posts) * 100).toFixed(1)}%` : '–'}
        />
      </div>
      <Note>{t('ledger.coverageNote', { posts, held, vacant, thisTerm })}</Note>
      {counts.total === 0 ? (
        <EmptyState title={t('ledger.noCounts')} />
      ) : (
        <>
          <MonthColumns title={t('ledger.byMonth')} months={monthsOf(counts)} />
          <div className="ledger-two">
            <Bars title={t('ledger.byVerb')} counts={counts.byVerb} parts={women.percent !== ''} />
            <Bars
              title={t('ledger.byOrgan')}
              parts={women.percent !== ''}
              counts={counts.byOrgan.map((one) => ({
                ...one,
                label: one.label || t('ledger.noOrgan'),
              }))}
            />
          </div>
        </>
      )}
    </div>
  )
}

const shareSays = {
  all: 'ledger.share',
  most: 'ledger.shareMost',
  few: 'ledger.shareFew',
  none: 'ledger.shareNone',
} as const satisfies Record<Share['base'], string>

/** A share where it is recorded of nearly all, else how many are known: a few of many stand for no share. */
const ShareNumber = ({
  label,
  share: { part, of, total, base, percent },
}: {
  label: string
  share: Share
}) => {
  const t = useT()
  const known = base === 'few' ? t('ledger.knownPart', { part }) : '–'
  return (
    <div className="ledger-share">
      <BigNumber label={label} value={percent === '' ? known : `${percent}%`} />
      {total > 0 ? <small>{t(shareSays[base], { part, of, total })}</small> : null}
    </div>
  )
}
