import type { Area } from './define.ts'

export const incident = {} satisfies Area
