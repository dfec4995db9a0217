import { bareName, nameFault } from '../../../shared/rules/names.ts'
import { refuseField } from '../rows.ts'

/** A name as it is stored; refused at its field when it cannot be one. */
export const checkedName = (raw: string, field: string): string => {
  const name = bareName(raw)
  const fault = nameFault(name)
  if (fault) refuseField(field, `rules.${fault.reason}`, { name, char: fault.char ?? '' })
  return name
}
