import { useCallback, useState } from 'react'
import {
  takenFields,
  type Dossier,
  type FormReading,
  type TakenField,
} from '../../shared/contract/dossier.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import { readBase64 } from '../lib/file.ts'
import { t } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'

type Files = { fileName: string; base64: string; photoName?: string; photoBase64?: string }
type Read = { files: Files; reading: FormReading; take: readonly TakenField[] }

export type FormInHand = {
  read: Read | null
  /** Name of the file being read. */
  opening: string
  pending: boolean
  saving: boolean
  failure: Failure | null
  pickForm: (file: File) => void
  pickPhoto: (file: File) => void
  /** Compares with another person; null: it is nobody known. */
  meet: (personId: string | null) => void
  setTake: (field: TakenField, on: boolean) => void
  save: () => Promise<Dossier | null>
}

/** What the person's record lacks is proposed to be taken; what would replace something is not. */
const proposed = (reading: FormReading): TakenField[] =>
  takenFields.filter((field) =>
    reading.differences.some((one) => one.field === field && one.state === 'new'),
  )

/** A form in hand: its files read and compared, the fields to take over, and its saving. Nothing is stored before. */
export const useForm = (of: { personId?: string | null; actId: string | null }): FormInHand => {
  const reader = useKernelCommand('dossier.readForm', { inline: true })
  const keeper = useKernelCommand('dossier.attachForm', { inline: true })
  const [read, setRead] = useState<Read | null>(null)
  const [opening, setOpening] = useState('')
  const { personId: asked, actId } = of

  const open = useCallback(
    async (files: Files, personId: string | null | undefined) => {
      setOpening(files.fileName)
      const whom = personId === undefined ? {} : { personId }
      const reply = await reader.run({ ...files, ...whom, actId })
      if (!reply.ok) return false
      setRead({ files, reading: reply.value, take: proposed(reply.value) })
      return true
    },
    [reader, actId],
  )
  const bytes = async (file: File): Promise<string | null> => {
    const base64 = await readBase64(file)
    if (base64 === null) notify('bad', t('errors.unreadableFile'))
    return base64
  }
  const pickForm = async (file: File) => {
    keeper.clear()
    const base64 = await bytes(file)
    if (base64 === null) return
    setRead(null)
    await open({ fileName: file.name, base64 }, asked)
  }
  const pickPhoto = async (file: File) => {
    const base64 = await bytes(file)
    if (base64 === null || !read) return
    const files = { ...read.files, photoName: file.name, photoBase64: base64 }
    await open(files, read.reading.personId)
  }
  const meet = (personId: string | null) => {
    keeper.clear()
    if (read) void open(read.files, personId)
  }
  const save = async (): Promise<Dossier | null> => {
    if (!read) return null
    const { files, reading, take } = read
    const { token, personId } = reading
    const reply = await keeper.run({ ...files, token, personId, actId, take: [...take] })
    if (reply.ok) return reply.value
    if (reply.error.code === 'conflict') await open(files, personId)
    return null
  }
  return {
    read,
    opening,
    pending: reader.pending,
    saving: keeper.pending,
    failure: reader.failure ?? keeper.failure,
    pickForm: (file) => void pickForm(file),
    pickPhoto: (file) => void pickPhoto(file),
    meet,
    setTake: (field, on) =>
      setRead(
        (old) =>
          old && {
            ...old,
            take: takenFields.filter((one) => (one === field ? on : old.take.includes(one))),
          },
      ),
    save,
  }
}
