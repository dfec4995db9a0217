import { contract, type Contract } from '../../shared/contract/index.ts'
import type { Area, Method } from '../../shared/contract/define.ts'
import { areas } from './areas.ts'
import type { AnyHandler } from './dispatch.ts'

export type Found = { method: Method; handler: AnyHandler; area: keyof Contract }

/** A method of the contract and its handler, by «area.name»; undefined where there is none. */
export const find = (name: string): Found | undefined => {
  const [area = '', method = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, area)) return undefined
  const key = area as keyof Contract
  const methods: Area = contract[key]
  if (!Object.hasOwn(methods, method)) return undefined
  const handlers = areas[key] as unknown as Record<string, AnyHandler>
  const handler = handlers[method]
  return methods[method] && handler ? { method: methods[method], handler, area: key } : undefined
}
