import { sittingKinds, type SittingKind } from '../../shared/contract/session.ts'
import type { SpeechLimit } from '../../shared/rules/speech.ts'
import { useT } from '../lib/i18n.ts'
import { FieldGrid, Note, NumberField, Stack } from '../ui/index.ts'

/** Minutes as they are being typed; an empty field is not a number yet. */
type Limits = Record<SittingKind, { [Turn in keyof SpeechLimit]: number | null }>

/** How long one may speak, by kind of sitting, the first time and after that. */
export const LimitsField = ({
  value,
  onChange,
}: {
  value: unknown
  onChange: (value: Limits) => void
}) => {
  const t = useT()
  const limits = value as Limits
  return (
    <Stack tight>
      {sittingKinds.map((kind) => (
        <FieldGrid key={kind}>
          {(['first', 'second'] as const).map((turn) => (
            <NumberField
              key={turn}
              label={t(`body.limit.${turn}`, { kind: t(`session.kind.${kind}`) })}
              value={limits[kind][turn]}
              max={240}
              autoFocus={kind === sittingKinds[0] && turn === 'first'}
              onChange={(next) =>
                onChange({ ...limits, [kind]: { ...limits[kind], [turn]: next } })
              }
            />
          ))}
        </FieldGrid>
      ))}
      <Note>{t('body.limit.hint')}</Note>
    </Stack>
  )
}
