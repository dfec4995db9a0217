import { say } from '../../shared/locales/say.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Row, TextField } from '../ui/index.ts'

/** Stored as a paper prints it, whatever the language of the interface. */
const presets = ['ill', 'official', 'private', 'study'].map((name) =>
  say('zh-CN', { key: `attendance.preset.${name}` }),
)

/** Why someone is away, with the usual reasons at hand. */
export const ReasonField = ({
  value,
  onChange,
  autoFocus = false,
  error,
}: {
  value: string
  onChange: (reason: string) => void
  autoFocus?: boolean
  error?: string | undefined
}) => {
  const t = useT()
  return (
    <>
      <TextField
        label={t('attendance.reason')}
        value={value}
        onChange={onChange}
        autoFocus={autoFocus}
        error={error}
      />
      <div role="group" aria-label={t('attendance.pick')}>
        <Row>
          {presets.map((preset) => (
            <Button key={preset} size="s" onClick={() => onChange(preset)}>
              {preset}
            </Button>
          ))}
        </Row>
      </div>
    </>
  )
}
