import type { Message } from '../../contract/errors.ts'
import type { CheckAct, CheckInput, CheckNomination, MaterialFact, MaterialKind } from './facts.ts'

export type RequiredMaterial = {
  kind: MaterialKind
  required: boolean
  state: MaterialFact['state'] | null
  say: Message | null
}

/** What has to come with an act. */
export const requiredMaterials = (
  _act: CheckAct,
  _nomination: CheckNomination,
  _input: CheckInput,
): RequiredMaterial[] => []
