import type { NominatorKind } from '../../shared/contract/appointment.ts'
import { filingRoutes } from '../../shared/contract/ledger.ts'
import type { PaperName } from '../../shared/contract/papers.ts'
import { oath2018 } from '../../shared/papers/after/oath-text.ts'
import { signers, type AfterSettings } from '../../shared/papers/after/settings.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Checkbox, Note, Segmented, Select, Stack } from '../ui/index.ts'
import { KeptText } from './KeptText.tsx'
import { OutgoingField } from './OutgoingFields.tsx'
import type { Part } from './part.ts'
import { TemplateFields } from './TemplateFields.tsx'

const afterNames = [
  'announcement',
  'notices',
  'certificates',
  'duties',
  'oaths',
  'filings',
] as const satisfies readonly PaperName[]
type AfterName = (typeof afterNames)[number]

export const isAfter = (name: PaperName): name is AfterName =>
  afterNames.some((one) => one === name)

type After = { after: AfterSettings; set: (change: Partial<AfterSettings>) => void }

/** How what follows a vote looks, and the numbers this session's papers bear. */
export const AfterFields = ({
  name,
  sessionId,
  ...part
}: Part & { name: AfterName; sessionId: string }) => {
  const { after } = part.value
  const own: After = { after, set: (change) => part.save({ after: { ...after, ...change } }) }
  switch (name) {
    case 'announcement':
      return (
        <Stack>
          <OutgoingField sessionId={sessionId} field="announcement" />
          <AnnouncementFields {...own} />
          <TemplateFields
            keys={['announcement', 'announcementClose', 'announcementNumber']}
            {...part}
          />
        </Stack>
      )
    case 'notices':
      return (
        <Stack>
          <OutgoingField sessionId={sessionId} field="notice" />
          <LetterFields {...own} copies />
          <AddresseeFields {...own} />
          <TemplateFields keys={['notice', 'noticeClose', 'noticeNumber']} {...part} />
        </Stack>
      )
    case 'certificates':
      return (
        <Stack>
          <OutgoingField sessionId={sessionId} field="certificate" />
          <CertificateFields {...own} />
          <TemplateFields keys={['certificate', 'certificateNumber']} {...part} />
        </Stack>
      )
    case 'duties':
      return <TemplateFields keys={['duties']} {...part} />
    case 'oaths':
      return (
        <Stack>
          <OutgoingField sessionId={sessionId} field="oathLeader" />
          <OathFields {...own} />
        </Stack>
      )
    case 'filings':
      return (
        <Stack>
          <OutgoingField sessionId={sessionId} field="filing" />
          <LetterFields {...own} />
          <FilingFields {...own} />
          <TemplateFields keys={['filing', 'approval', 'filingNumber']} {...part} />
        </Stack>
      )
  }
}

const AnnouncementFields = ({ after: { announcement }, set }: After) => {
  const t = useT()
  return (
    <Checkbox
      label={t('papers.signatureOrgan')}
      checked={announcement.signature}
      onChange={(signature) => set({ announcement: { signature } })}
    />
  )
}

const LetterFields = ({ after: { letter }, set, copies }: After & { copies?: true }) => {
  const t = useT()
  const change = (next: Partial<AfterSettings['letter']>) => set({ letter: { ...letter, ...next } })
  return (
    <>
      <div>
        <h3>{t('papers.letter.form')}</h3>
        <Segmented<'file' | 'letter'>
          label={t('papers.letter.form')}
          value={letter.form}
          options={[
            { value: 'file', label: t('papers.letter.file') },
            { value: 'letter', label: t('papers.letter.letter') },
          ]}
          onChange={(form) => change({ form })}
        />
      </div>
      <KeptText
        label={t('papers.letter.mark')}
        hint={t('papers.letter.markHint')}
        value={letter.mark}
        onKeep={(mark) => change({ mark })}
      />
      <KeptText
        label={t('papers.letter.issuer')}
        hint={t('papers.letter.issuerHint')}
        value={letter.issuer}
        onKeep={(issuer) => change({ issuer })}
      />
      {copies ? (
        <KeptText
          label={t('papers.letter.copies')}
          hint={t('papers.letter.copiesHint')}
          value={letter.copies}
          onKeep={(text) => change({ copies: text })}
        />
      ) : null}
    </>
  )
}

/** Those a notice is addressed to by their office, not by name. */
const addressed = [
  'government-head',
  'supervisory-head',
  'court-president',
  'chief-procurator',
  'council',
] as const satisfies readonly NominatorKind[]

const AddresseeFields = ({ after: { notice }, set }: After) => {
  const t = useT()
  return addressed.map((kind) => (
    <KeptText
      key={kind}
      label={t('papers.addressee', { nominator: t(`appointment.nominatorKind.${kind}`) })}
      value={notice.addressees[kind] ?? ''}
      onKeep={(to) => set({ notice: { addressees: { ...notice.addressees, [kind]: to } } })}
    />
  ))
}

const offsets = Array.from({ length: 81 }, (_, at) => String((at - 40) / 2))

const CertificateFields = ({ after: { certificate }, set }: After) => {
  const t = useT()
  const change = (next: Partial<AfterSettings['certificate']>) =>
    set({ certificate: { ...certificate, ...next } })
  const offset = (axis: 'offsetX' | 'offsetY') => (
    <Select
      label={t(`papers.certificate.${axis}`)}
      value={String(certificate[axis])}
      options={offsets.map((value) => ({
        value,
        label: t('papers.certificate.millimetres', { value }),
      }))}
      onChange={(value) => {
        if (value !== null) change({ [axis]: Number(value) })
      }}
    />
  )
  return (
    <>
      <Checkbox
        label={t('papers.certificate.textOnly')}
        hint={t('papers.certificate.textOnlyHint')}
        checked={certificate.textOnly}
        onChange={(textOnly) => change({ textOnly })}
      />
      {offset('offsetX')}
      {offset('offsetY')}
      <div>
        <h3>{t('papers.certificate.date')}</h3>
        <Segmented<'arabic' | 'chinese'>
          label={t('papers.certificate.date')}
          value={certificate.dateNumerals}
          options={[
            { value: 'arabic', label: t('papers.certificate.arabic') },
            { value: 'chinese', label: t('papers.certificate.chinese') },
          ]}
          onChange={(dateNumerals) => change({ dateNumerals })}
        />
      </div>
      <Checkbox
        label={t('papers.certificate.passing')}
        checked={certificate.passing}
        onChange={(passing) => change({ passing })}
      />
      <div>
        <h3>{t('papers.certificate.signer')}</h3>
        <Segmented<(typeof signers)[number]>
          label={t('papers.certificate.signer')}
          value={certificate.signer}
          options={signers.map((signer) => ({ value: signer, label: signer }))}
          onChange={(signer) => change({ signer })}
        />
      </div>
      <KeptText
        label={t('papers.certificate.signerName')}
        hint={t('papers.certificate.signerNameHint')}
        value={certificate.signerName}
        onKeep={(signerName) => change({ signerName })}
      />
      <Checkbox
        label={t('papers.certificate.separate')}
        hint={t('papers.certificate.separateHint')}
        checked={certificate.separate}
        onChange={(separate) => change({ separate })}
      />
    </>
  )
}

const OathFields = ({ after: { oath }, set }: After) => {
  const t = useT()
  return (
    <>
      <Note>{oath.text}</Note>
      {oath.text === oath2018 ? null : (
        <Button size="s" icon="reset" onClick={() => set({ oath: { text: oath2018 } })}>
          {t('papers.oath.renew')}
        </Button>
      )}
    </>
  )
}

const FilingFields = ({ after: { filing }, set }: After) => {
  const t = useT()
  const change = (next: Partial<AfterSettings['filing']>) => set({ filing: { ...filing, ...next } })
  return (
    <>
      {filingRoutes.map((route) => (
        <KeptText
          key={route}
          label={t('papers.addressee', { nominator: t(`ledger.filing.${route}`) })}
          value={filing.addressees[route] ?? ''}
          onKeep={(to) => change({ addressees: { ...filing.addressees, [route]: to } })}
        />
      ))}
      <KeptText
        label={t('papers.filing.law')}
        value={filing.law}
        onKeep={(law) => change({ law })}
      />
      <KeptText
        label={t('papers.filing.signatory')}
        value={filing.signatory}
        onKeep={(signatory) => change({ signatory })}
      />
    </>
  )
}
