import { useState } from 'react'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import type { SpeechSum, SpokenSpeech } from '../../shared/contract/speech.ts'
import { clockText } from '../../shared/rules/speech.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { sittingName } from '../session/index.ts'
import { Badge, Button, DataTable, Dialog, EmptyState, Loaded, Row, Tabs } from '../ui/index.ts'
import { CorrectDialog } from './CorrectDialog.tsx'

/** Who spoke how long in the session: speech by speech, and each person's sum. */
export const RecordDialog = ({ sitting, onClose }: { sitting: Sitting; onClose: () => void }) => {
  const t = useT()
  const [view, setView] = useState<'each' | 'sums'>('each')
  const record = useKernelQuery('speech.record', { sessionId: sitting.sessionId })
  const session = useKernelQuery('session.get', { id: sitting.sessionId })
  return (
    <Dialog open title={t('speech.record')} width={860} onClose={onClose}>
      <Loaded query={session}>
        {(detail) => (
          <Loaded query={record}>
            {({ speeches, sums }) =>
              speeches.length === 0 ? (
                <EmptyState title={t('speech.nobody')} />
              ) : (
                <>
                  <Tabs<'each' | 'sums'>
                    label={t('speech.record')}
                    value={view}
                    options={[
                      { value: 'each', label: t('speech.each') },
                      { value: 'sums', label: t('speech.sums') },
                    ]}
                    onChange={setView}
                  />
                  {view === 'each' ? (
                    <Each speeches={speeches} session={detail} />
                  ) : (
                    <Sums sums={sums} />
                  )}
                </>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  )
}

const Over = ({ seconds }: { seconds: number }) => {
  const t = useT()
  return seconds > 0 ? (
    <Badge tone="warn">{t('speech.overBy', { time: clockText(seconds) })}</Badge>
  ) : null
}

const Each = ({
  speeches,
  session,
}: {
  speeches: readonly SpokenSpeech[]
  session: SessionDetail
}) => {
  const t = useT()
  const [selected, setSelected] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<SpokenSpeech | null>(null)
  const chosen = speeches.find(({ id }) => id === selected && session.state !== 'closed')
  const correctable = chosen?.state === 'done' ? chosen : null
  const items = new Map(session.items.map((item) => [item.id, item]))
  const sittings = new Map(session.sittings.map((one) => [one.id, one]))
  const where = ({ sittingId }: SpokenSpeech) => {
    const sitting = sittings.get(sittingId)
    return sitting ? sittingName(sitting) : ''
  }
  const about = ({ itemId }: SpokenSpeech) => (itemId ? (items.get(itemId)?.title ?? '') : '')
  return (
    <>
      <div className="speech-record">
        <DataTable<SpokenSpeech>
          label={t('speech.each')}
          rows={speeches}
          rowKey={({ id }) => id}
          selected={selected}
          onSelect={setSelected}
          onOpen={(speech) => {
            if (speech.state === 'done' && session.state !== 'closed') setCorrecting(speech)
          }}
          columns={[
            {
              key: 'from',
              header: t('speech.from'),
              width: '64px',
              cell: (one) => formatTime(one.startedAt),
            },
            { key: 'name', header: t('speech.name'), width: '150px', cell: ({ name }) => name },
            { key: 'where', header: t('speech.sitting'), width: '130px', cell: where },
            { key: 'about', header: t('speech.item'), cell: about },
            {
              key: 'turn',
              header: t('speech.turnHead'),
              width: '76px',
              cell: ({ turn }) => t('speech.turn', { count: turn }),
            },
            {
              key: 'seconds',
              header: t('speech.took'),
              width: '150px',
              cell: ({ state, seconds, over }) => (
                <>
                  {state === 'speaking' ? t('speech.stillRuns') : clockText(seconds)}{' '}
                  <Over seconds={over} />
                </>
              ),
            },
          ]}
        />
      </div>
      <Row end>
        <Button icon="edit" disabled={!correctable} onClick={() => setCorrecting(correctable)}>
          {t('speech.correct')}
        </Button>
      </Row>
      {correcting ? (
        <CorrectDialog speech={correcting} onClose={() => setCorrecting(null)} />
      ) : null}
    </>
  )
}

const Sums = ({ sums }: { sums: readonly SpeechSum[] }) => {
  const t = useT()
  return (
    <div className="speech-record">
      <DataTable<SpeechSum>
        label={t('speech.sums')}
        rows={sums}
        rowKey={({ memberId, name }) => memberId ?? name}
        columns={[
          {
            key: 'name',
            header: t('speech.name'),
            cell: ({ name, memberId }) => (
              <>
                {name} {memberId === null ? <Badge>{t('speech.sitsIn')}</Badge> : null}
              </>
            ),
          },
          {
            key: 'times',
            header: t('speech.times'),
            width: '90px',
            align: 'end',
            cell: ({ times }) => times,
          },
          {
            key: 'seconds',
            header: t('speech.took'),
            width: '120px',
            align: 'end',
            cell: ({ seconds }) => clockText(seconds),
          },
          {
            key: 'over',
            header: t('speech.overHead'),
            width: '150px',
            cell: ({ over }) => <Over seconds={over} />,
          },
        ]}
      />
    </div>
  )
}
