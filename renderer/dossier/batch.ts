import type { Act, SheetAct } from '../../shared/contract/appointment.ts'
import type { FormReading } from '../../shared/contract/dossier.ts'
import type { Message } from '../../shared/contract/errors.ts'
import { callKernel } from '../lib/client.ts'
import { readBase64 } from '../lib/file.ts'

/** A form as it was picked: its file, and whose it says it is. */
export type PickedForm = { fileName: string; base64: string; personName: string }

/** Whether a file is a form, by its name. */
export const isForm = (fileName: string): boolean => /\.lrmx?$/iu.test(fileName)

/**
 * Reads what several forms propose, in their order; `line` of an act is the number of its form. A file that cannot be
 * read is among the remarks with its reason, and the others go on.
 */
export const readProposals = async (
  files: readonly File[],
): Promise<{ acts: SheetAct[]; remarks: Message[]; forms: PickedForm[] }> => {
  const acts: SheetAct[] = []
  const remarks: Message[] = []
  const forms: PickedForm[] = []
  for (const [index, file] of files.entries()) {
    const base64 = await readBase64(file)
    if (base64 === null) {
      remarks.push({ key: 'errors.unreadableFile' })
      continue
    }
    const fileName = file.name
    const reply = await callKernel('dossier.readProposal', { fileName, base64 })
    if (!reply.ok) {
      remarks.push(reply.error.message ?? { key: `errors.${reply.error.code}` })
      continue
    }
    acts.push(...reply.value.acts.map((act) => ({ ...act, line: index + 1 })))
    remarks.push(...reply.value.remarks)
    const [first] = reply.value.acts
    if (first) forms.push({ fileName, base64, personName: first.personName })
  }
  return { acts, remarks, forms }
}

/** How forms were kept: with how many acts, how many of them differ from the record, and the files left over. */
export type KeptForms = { kept: number; different: number; left: string[] }

/** Whether it is plain whose form it is: nobody's yet, or that of the one bearer of the name, the birth not against it. */
const isSure = ({ facts, persons, personId }: FormReading): boolean => {
  if (personId === null) return true
  const bearers = persons.filter(({ name }) => name === facts.name)
  const meant = bearers.find(({ id }) => id === personId)
  return (
    meant?.why.key === 'dossier.why.same' ||
    (meant?.why.key === 'dossier.why.name' && bearers.length === 1)
  )
}

/**
 * Keeps each form with the act of its person, taking nothing over into the record: what differs is looked at there. A
 * form whose person is not among the acts, or of which it is not plain whose it is, is left over.
 */
export const keepForms = async (
  forms: readonly PickedForm[],
  acts: readonly Act[],
): Promise<KeptForms> => {
  const found: KeptForms = { kept: 0, different: 0, left: [] }
  for (const { fileName, base64, personName } of forms) {
    const actId = acts.find((act) => act.personName === personName)?.id
    const file = { fileName, base64 }
    const read =
      actId === undefined ? null : await callKernel('dossier.readForm', { ...file, actId })
    const meant = read?.ok === true ? read.value : null
    if (!meant || actId === undefined || !isSure(meant)) {
      found.left.push(fileName)
      continue
    }
    const { token, personId } = meant
    const reply = await callKernel('dossier.attachForm', { ...file, token, personId, actId })
    if (!reply.ok) found.left.push(fileName)
    else found.kept += 1
    if (reply.ok && meant.differences.some(({ state }) => state === 'different'))
      found.different += 1
  }
  return found
}
