import type { Area } from './define.ts'

export const hall = {} satisfies Area
