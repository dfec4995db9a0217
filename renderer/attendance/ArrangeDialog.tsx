import { useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, Note, NumberField, Stack } from '../ui/index.ts'

/** How many sit in a row, when everyone is seated in the official order. */
export const ArrangeDialog = ({
  width: proposed,
  pending,
  onArrange,
  onClose,
}: {
  width: number
  pending: boolean
  onArrange: (width: number) => Promise<void>
  onClose: () => void
}) => {
  const t = useT()
  const [width, setWidth] = useState<number | null>(proposed)
  const sound = width !== null && width >= 1 && width <= 99
  return (
    <Dialog
      open
      title={t('attendance.seat.arrange')}
      width={400}
      onClose={onClose}
      onSubmit={() => {
        if (sound) void onArrange(width)
      }}
      footer={
        <DialogButtons
          confirm={t('attendance.seat.arrangeDo')}
          onCancel={onClose}
          pending={pending}
        />
      }
    >
      <Stack>
        <NumberField
          label={t('attendance.seat.width')}
          value={width}
          onChange={setWidth}
          min={1}
          max={99}
          autoFocus
          error={sound ? undefined : t('attendance.seat.widthNeeded')}
        />
        <Note>{t('attendance.seat.arrangeNote')}</Note>
      </Stack>
    </Dialog>
  )
}
